// What the README promises of a fresh clone: the same bytes anywhere, and whole or not at all.

import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { clone, npm } from './clone'
import { filesIn, folder, project } from './site'

test.describe.configure({ mode: 'serial' })

/** Each file of a folder with the hash of its bytes. */
const hashes = (folder: string) =>
  Object.fromEntries(
    filesIn(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )

const NOW = '2026-11-22T12:00Z'
const built = new Map<string, string>()

test('two clones in two zones of time give the same bytes', async () => {
  test.setTimeout(600_000)
  for (const [name, TZ] of [
    ['clone', 'UTC'],
    ['another clone', 'Pacific/Auckland'],
  ] as const) {
    const copy = clone(name.replace(' ', '-'))
    built.set(name, copy)
    const build = npm(copy, 'build', [], { TZ, NOW })
    expect(await build.done, build.output()).toBe(0)
  }
  const [one, other] = [...built.values()].map((at) => hashes(join(at, 'out')))
  expect(Object.keys(one ?? {}).length).toBeGreaterThan(10)
  expect(other).toEqual(one)
})

test('what lies drawn from the last build gives the same bytes as drawing it', async () => {
  test.setTimeout(600_000)
  const copy = built.get('clone')!
  const before = hashes(join(copy, 'out'))
  const post = join(copy, 'content/gossip/post.mdx')
  const words = readFileSync(post, 'utf8')
  for (const text of [`${words}\nOne sentence more.\n`, words]) {
    writeFileSync(post, text)
    const build = npm(copy, 'build', [], { NOW })
    expect(await build.done, build.output()).toBe(0)
    const pages = /static pages.*\(\d+\/(\d+)\)/.exec(build.output())?.[1]
    // Ten posts and their figures are not drawn, but for the one that changed.
    expect(Number(pages)).toBeLessThan(40)
    const page = readFileSync(join(copy, 'out/gossip.html'), 'utf8')
    expect(page.includes('One sentence more.')).toBe(text !== words)
  }
  expect(hashes(join(copy, 'out'))).toEqual(before)
})

test('a build that fails says where, and leaves the site as it was', async () => {
  test.setTimeout(300_000)
  const copy = built.get('clone') ?? clone('clone')
  const before = hashes(join(copy, 'out'))
  appendFileSync(join(copy, 'content/reaching-consensus/post.mdx'), '\n<Nothing />\n')
  const build = npm(copy, 'build', [], { NOW })
  expect(await build.done).not.toBe(0)
  expect(build.output()).toMatch(/content\/reaching-consensus\/post\.mdx:\d+:1/)
  expect(hashes(join(copy, 'out'))).toEqual(before)
})

test('the picture in the README is the one that is published now', () => {
  const drawn = readFileSync(join(folder, 'pictures/reaching-consensus/split-vote.png'))
  const shown = readFileSync(join(project, 'content/picture.png'))
  // After a change that was meant: copy the first over the second.
  expect(drawn.equals(shown)).toBe(true)
})
