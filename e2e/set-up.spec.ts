// What the README promises of a fresh clone: the same bytes anywhere, and whole or not at all.

import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
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
  test.setTimeout(1_800_000)
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

test('a build after an edit draws what it changed, and the rest is as it was', async () => {
  test.setTimeout(1_200_000)
  const copy = built.get('clone')!
  const isPost = (file: string) => /^(embed\/.*|[\w-]+)\.html$/.test(file)
  // Lists say how long each post takes to read, and a sentence may make a minute more of it.
  const lists = /^(index|search|feeds|about)\./
  const others = () =>
    Object.entries(hashes(join(copy, 'out'))).filter(
      ([file]) => isPost(file) && !lists.test(file) && !/^gossip\.|\/gossip\//.test(file),
    )
  const before = others()
  expect(before.length).toBeGreaterThan(40)
  const save = async (text: string) => {
    appendFileSync(join(copy, 'content/gossip/post.mdx'), text)
    const build = npm(copy, 'build', [], { NOW })
    expect(await build.done, build.output()).toBe(0)
    expect(others()).toEqual(before)
    return build.output()
  }
  const page = () => readFileSync(join(copy, 'out/gossip.html'), 'utf8')
  // Words alone: what stands around them is the same, and Next is not asked.
  expect(await save('\nOne sentence more.\n')).not.toContain('static pages')
  expect(page()).toContain('One sentence more.')
  // A heading stands in the contents too. Nine posts and their figures lie there drawn.
  const said = await save('\n## One heading more\n\nAnd a sentence.\n')
  expect(Number(/static pages.*\(\d+\/(\d+)\)/.exec(said)?.[1])).toBeLessThan(40)
  expect(page().match(/One heading more/g)?.length).toBeGreaterThan(1)
})

test('a build that fails says where, and leaves the site as it was', async () => {
  test.setTimeout(600_000)
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
