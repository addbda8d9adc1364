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

test('a new post takes its place behind what subscribers have, or in the ledger', async () => {
  const ledger = `${head}${id('one')}\t${at}\t/one\n`
  const files = {
    'one/post.mdx': post('one'),
    'late/post.mdx': post('late', 'Words.\n', { date: '2026-11-20' }),
  }
  const late = await checked({ ...files, 'ledger.tsv': ledger })
  expect(late.says).toEqual([
    `4 date: subscribers have a post of ${at}, and a new one is dated after it`,
  ])
  const entered = `${id('late')}\t2026-11-20T09:00:00.000Z\t/late\n`
  expect((await checked({ ...files, 'ledger.tsv': ledger + entered })).says).toEqual([])
  const draft = post('late', 'Words.\n', { date: '2026-11-20', draft: 'true' })
  expect((await checked({ ...files, 'late/post.mdx': draft, 'ledger.tsv': ledger })).says).toEqual(
    [],
  )
})

test('what is scheduled is not known to subscribers before it appears', async () => {
  const to = '2999-01-01T09:00:00.000Z'
  const { says } = await checked({
    'soon/post.mdx': post('soon', 'Words.\n', { publish: '2999-01-01T09:00Z' }),
    'one/post.mdx': post('one'),
    'ledger.tsv': `${head}${id('soon')}\t${to}\t/soon\n`,
  })
  expect(says).toEqual([])
})

test('a new post that is out at once is not dated later than now', async () => {
  const date = '2999-12-24T09:00Z'
  const says = 'date: is to come; add publish: with the same instant, or draft: true'
  const dated = (more: object, ledger = head) =>
    checked({ 'one/post.mdx': post('one', 'Words.\n', { date, ...more }), 'ledger.tsv': ledger })
  expect((await dated({})).says).toEqual([`4 ${says}`])
  expect((await dated({ publish: '2020-01-01T09:00Z' })).says).toEqual([`4 ${says}`])
  for (const right of [{ publish: date }, { draft: 'true' }])
    expect((await dated(right)).says).toEqual([])
  // The clock of a machine may be wrong; what readers have stays where it is.
  const entered = `${head}${id('one')}\t2999-12-24T09:00:00.000Z\t/one\n`
  expect((await dated({}, entered)).says).toEqual([])
})
