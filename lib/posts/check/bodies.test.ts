// Bodies are compiled on all cores where there are many, and what was sound is not run again.

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { describeFaults } from '../fault'
import { clear, folderWith, post } from '../fixture'
import { lintAll } from '../lint/all'
import { checkBodies } from './bodies'

afterAll(clear)

const folder = (count: number) =>
  folderWith(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `post-${i}/post.mdx`,
        // One of them cannot be run.
        post(`post-${i}`, i === 7 ? 'Words {nowhere.at.all}.\n' : `Words ${i}.\n`),
      ]),
    ),
  )
const check = async (root: string, cores: number) => {
  const linted = await lintAll(root)
  const slugs = linted.posts.map((it) => it.slug)
  return describeFaults(await checkBodies(root, linted, slugs, cores))
}

test('the faults are the same on one core and on two', async () => {
  const [alone, together] = [await check(folder(151), 1), await check(folder(151), 2)]
  expect(alone).toContain('content/post-7/post.mdx:1:1 MDX: nowhere is not defined')
  expect(together).toBe(alone)
})

test('a body that was sound stays so until it is another', async () => {
  const root = folder(9)
  const first = await check(root, 1)
  const table = path.join(root, '.cache/sound.json')
  expect(Object.keys(JSON.parse(readFileSync(table, 'utf8')))).toHaveLength(8)
  expect(await check(root, 1)).toBe(first)
  // Its code is gone: it is made and run again.
  const bodies = path.join(root, '.cache/bodies')
  rmSync(bodies, { recursive: true })
  expect(await check(root, 1)).toBe(first)
  expect(readdirSync(bodies)).toHaveLength(9)
})
