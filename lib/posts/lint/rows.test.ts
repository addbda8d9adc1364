// Each row of the table of mistakes is shown as it says; fifty of them at once are fifty faults.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import type { Fault } from '../fault'
import { clear, type Files, folderWith } from '../fixture'
import { listPosts } from '../index'
import { lintAll } from './all'
import { filesOf } from './row'
import { rows } from './rows'

afterAll(clear)
afterEach(() => vi.unstubAllEnvs())

const shownAs = ({ line, column, says, near }: Fault) =>
  `${line}:${column} ${says}${near === undefined ? '' : ` ~ ${near}`}`

describe('an author who writes', () => {
  for (const row of rows)
    test(`${JSON.stringify(row.lines ?? row.body)} sees that, and nothing besides`, async () => {
      const { faults } = await lintAll(folderWith(filesOf('one', row)))
      expect(faults.map((it) => it.file)).toEqual(['content/one/post.mdx'])
      expect(faults.map(shownAs)).toEqual([row.shown])
      // The line that is quoted is the one that is meant, and the caret stands within it.
      const { quote = '', line, column } = faults[0]!
      const text = String(filesOf('one', row)['one/post.mdx'])
      expect([quote, column <= quote.length + 1]).toEqual([text.split('\n')[line - 1], true])
    })
})

/** Every file below a folder with its bytes, but for what is remembered. */
const everything = (root: string) =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.cache'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file, 'latin1')]),
  )

test('fifty posts, each broken by another row, are fifty faults in one pass', async () => {
  expect(rows.length).toBeGreaterThanOrEqual(50)
  const slug = (i: number) => `post-${String(i).padStart(2, '0')}`
  // One part of the table after the other: every row has its turn.
  const begins = Array.from({ length: Math.ceil(rows.length / 50) }, (_, i) => i * 50)
  for (const from of begins.map((it) => Math.min(it, rows.length - 50))) {
    const some = rows.slice(from, from + 50)
    const files = some.map((row, i) => {
      const date = `2026-11-22T10:${String(i).padStart(2, '0')}Z`
      return filesOf(slug(i), { ...row, lines: { date, ...row.lines } })
    })
    const root = folderWith(Object.assign({}, ...files) as Files)
    const before = everything(root)
    const { faults } = await lintAll(root)
    expect(faults.map((it) => `${it.file}:${it.line}:${it.column}`)).toEqual(
      some.map(({ shown }, i) => `content/${slug(i)}/post.mdx:${shown.split(' ')[0]}`),
    )
    vi.stubEnv('NODE_ENV', 'production')
    // A build says all of them at once, and stops.
    await expect(listPosts({ root })).rejects.toMatchObject({ faults })
    expect(everything(root)).toEqual(before)
    vi.unstubAllEnvs()
  }
})
