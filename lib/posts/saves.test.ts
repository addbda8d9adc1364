// After a save only what was saved is read again, and what is known is as if all had been.

import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { describeFaults } from './fault'
import { clear, type Files, folderWith, post, writeInto } from './fixture'
import { folderOf } from './folders'
import { lintAgain, lintAll } from './lint/all'
import { type Saves, savedSince, writeSaves } from './saves'

afterAll(clear)
afterEach(() => vi.unstubAllEnvs())

const dated = (minute: number) => ({ date: `2026-11-22T10:0${minute}Z` })
const three: Files = {
  'one/post.mdx': post('one', '## Here\n\nSee [two](/two).\n', dated(1)),
  'two/post.mdx': post('two', 'See [one](/one#here).\n', dated(2)),
  'three/post.mdx': post('three', 'Words.\n', dated(3)),
}
const saves: { readonly [what: string]: readonly [slugs: string[], save: (root: string) => void] } =
  {
    'words that name no page': [
      ['one'],
      (root) => writeInto(root, { 'one/post.mdx': post('one', 'See [four](/four).\n', dated(1)) }),
    ],
    'a post that another names is gone': [
      ['two'],
      (root) => rmSync(path.join(root, 'content/two'), { recursive: true }),
    ],
    'a post that is new, at an instant that is taken': [
      ['four'],
      (root) => writeInto(root, { 'four/post.mdx': post('four', 'Words.\n', dated(3)) }),
    ],
    'a file that no post leads to': [['three'], (root) => writeInto(root, { 'three/a.ts': '' })],
    'two at once': [
      ['three', 'one'],
      (root) =>
        writeInto(root, {
          'one/post.mdx': post('one', 'Words.\n', { ...dated(1), title: '' }),
          'three/post.mdx': post('three', '{1 +\n', dated(3)),
        }),
    ],
    nothing: [[], () => {}],
  }

test.each(Object.entries(saves))('%s', async (what, [slugs, save]) => {
  const root = folderWith(three)
  const last = await lintAll(root)
  expect(last.faults).toEqual([])
  save(root)
  const { source: _, ...again } = await lintAgain(root, slugs, last)
  const { source: __, ...whole } = await lintAll(root)
  expect(again).toEqual(whole)
  expect(describeFaults(again.faults) === '').toBe(what === 'nothing')
})

test('what was saved between two moments, unless all posts share it', () => {
  const then = { stamp: 5, shared: 1, posts: { one: 4, two: 5 } }
  const now = { stamp: 8, shared: 1, posts: { one: 7, two: 5, three: 8 } }
  expect(savedSince(then, now)).toEqual(['one', 'three'])
  expect(savedSince(now, now)).toEqual([])
  expect(savedSince(then, { ...now, shared: 6 })).toBeUndefined()
})

/** Tells a page of development of saves, and answers what it then finds wrong. */
const told = async (root: string, it: Saves) => {
  writeSaves(root, it)
  return (await folderOf(root)).faults.map(({ file, says }) => `${file} ${says}`)
}

test('a page reads what it is told of, also after lists that could not be read', async () => {
  vi.stubEnv('WATCHED', '1')
  const root = folderWith(three)
  const none = { stamp: 1, shared: 1, posts: {} }
  expect(await told(root, none)).toEqual([])
  writeInto(root, { 'one/post.mdx': post('one', '## Here\n', { ...dated(1), summary: '' }) })
  expect(await told(root, none)).toEqual([])
  const one = { stamp: 2, shared: 1, posts: { one: 2 } }
  expect(await told(root, one)).toEqual(['content/one/post.mdx summary: missing'])
  writeInto(root, { 'glossary.ts': 'export const glossary = {' })
  const broken = { ...one, stamp: 3, shared: 3 }
  await expect(told(root, broken)).rejects.toThrow('glossary.ts:1:')
  writeInto(root, { 'glossary.ts': 'export const glossary = {}', 'two/stray.ts': '' })
  expect(await told(root, { ...broken, stamp: 4, posts: { two: 4 } })).toHaveLength(2)
})
