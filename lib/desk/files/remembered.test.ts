// The files of a post are written again where anything that they are made of is another.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Entry } from '@/lib/feeds/entry'
import type { Post } from '@/lib/posts'

const root = vi.hoisted(() => ({ at: '' }))
vi.mock('../run', () => ({
  get root() {
    return root.at
  },
}))

const post = { slug: 'one', title: 'One' } as Post
const entry = { id: 'one', html: '<p>Words.</p>' } as Entry
const content = (name: string, text: string) =>
  writeFileSync(join(root.at, 'content/one', name), text)

beforeEach(() => {
  root.at = mkdtempSync(join(tmpdir(), 'remembered-'))
  mkdirSync(join(root.at, 'content/one'), { recursive: true })
  content('post.mdx', 'Words.')
  content('run.ts', 'export default {}')
})
afterEach(() => rmSync(root.at, { recursive: true }))

/** One pass, in a process of its own: what there is after it, and how often it wrote. */
const pass = async (of = post, fails = false) => {
  vi.resetModules()
  const { put, sweep } = await import('./place')
  const { remembered } = await import('./remembered')
  let times = 0
  const made = remembered(of, async () => {
    times++
    await put('/one.md', `${of.title}`)
    if (fails) throw new Error('it failed')
    await put('/pictures/one/run.png', 'a picture')
    return entry
  })
  if (fails) await expect(made).rejects.toThrow('it failed')
  else expect(await made).toEqual(entry)
  sweep()
  const files = readdirSync(join(root.at, 'public'), { recursive: true, encoding: 'utf8' })
  return { times, files: files.filter((name) => name.includes('.')).sort() }
}
const files = ['one.md', 'pictures/one/run.png']

test('what would come out the same stays', async () => {
  expect(await pass()).toEqual({ times: 1, files })
  expect(await pass()).toEqual({ times: 0, files })
})

test.each<[string, () => Post | undefined]>([
  ['its words', () => void content('post.mdx', 'Wards.')],
  ['its data', () => void content('run.ts', 'export default { }')],
  ['an image beside it', () => void content('a.png', 'x')],
  ['how it is listed', () => ({ ...post, title: 'Two' })],
  ['a file that somebody took away', () => void rmSync(join(root.at, 'public/one.md'))],
])('written again after a change of %s', async (_, change) => {
  await pass()
  expect(await pass(change() ?? post)).toEqual({ times: 1, files })
})

test('what failed half way is not remembered', async () => {
  await pass()
  content('post.mdx', 'Wards.')
  await pass(post, true)
  content('post.mdx', 'Words.')
  expect(await pass()).toEqual({ times: 1, files })
})
