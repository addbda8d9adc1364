// What was once published stays reachable.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clear, folderWith, post } from '../fixture'
import { lintAll } from '../lint/all'
import { checkLedger, ledgerFile, writeLedger } from './ledger'

afterAll(clear)

const head = 'id\tpublished\taddresses, the first one first\n'
const id = (slug: string) => `tag:partial-order.example,2026:${slug}`
const at = '2026-11-22T09:00:00.000Z'

const checked = async (files: { [file: string]: string }) => {
  const root = folderWith(files)
  const { faults, ...rest } = checkLedger(root, (await lintAll(root)).posts)
  return { root, ...rest, says: faults.map((it) => `${it.line} ${it.says}`) }
}

test('a new post is added, a draft is not, and the same again changes nothing', async () => {
  const files = {
    'one/post.mdx': post('one'),
    'two/post.mdx': post('two', 'Words.\n', { date: '2026-11-23', draft: 'true' }),
  }
  const { root, text, isNew, says } = await checked(files)
  expect([isNew, says, text]).toEqual([true, [], `${head}${id('one')}\t${at}\t/one\n`])
  writeLedger(root, text)
  expect(readFileSync(path.join(root, ledgerFile), 'utf8')).toBe(text)
  expect(checkLedger(root, (await lintAll(root)).posts)).toEqual({ faults: [], text, isNew: false })
})

test('a renamed post keeps its old address by a redirect, and gains a new one', async () => {
  const ledger = `${head}${id('one')}\t${at}\t/one\n`
  const renamed = { id: id('one'), redirects: '[one]' }
  const good = await checked({
    'uno/post.mdx': post('uno', 'Words.\n', renamed),
    'ledger.tsv': ledger,
  })
  expect([good.says, good.text]).toEqual([[], `${head}${id('one')}\t${at}\t/one /uno\n`])
  const bad = await checked({
    'uno/post.mdx': post('uno', 'Words.\n', { id: id('one') }),
    'ledger.tsv': ledger,
  })
  expect(bad.says).toEqual([
    '2 ledger: /one was published and leads nowhere; add it to redirects of uno',
  ])
})

test('a post that is gone, and a date that was changed, are faults', async () => {
  const ledger = `${head}${id('gone')}\t${at}\t/gone\n${id('one')}\t${at}\t/one\n`
  const { says } = await checked({
    'one/post.mdx': post('one', 'Words.\n', { date: '2026-11-21' }),
    'ledger.tsv': ledger,
  })
  expect(says).toEqual([
    '2 ledger: this was published, and no post has its id any more',
    `3 ledger: one was published ${at}; date never changes`,
  ])
})
