// A frame is kept while nothing that it is made of is another, and only so long.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outline, Post } from '@/lib/posts'

const root = vi.hoisted(() => ({ at: '' }))
vi.mock('./run', () => ({
  get root() {
    return root.at
  },
}))
const { frameAt, kept, madeOf, remembering, take, withoutFiles } = await import('./frames')

const write = (file: string, text: string) => {
  mkdirSync(join(root.at, file, '..'), { recursive: true })
  writeFileSync(join(root.at, file), text)
}
const post = (slug: string, more: Partial<Post> = {}, headings: Outline['headings'] = []) => {
  const meta = { slug, title: slug, redirects: [], figures: ['run'], ...more } as unknown as Post
  return { meta, headings, terms: [] }
}

beforeEach(() => {
  root.at = mkdtempSync(join(tmpdir(), 'frames-'))
  for (const slug of ['one', 'two']) {
    write(`content/${slug}/post.mdx`, 'Words.')
    write(`content/${slug}/run.ts`, 'export default {}')
  }
  write('components/figure.tsx', 'export {}')
  mkdirSync(join(root.at, '.cache'))
})
afterEach(() => rmSync(root.at, { recursive: true }))

const both = (more: Partial<Post> = {}, headings: Outline['headings'] = []) => [
  post('one'),
  post('two', more, headings),
]
type Made = ReturnType<typeof madeOf>
/** The pages whose frames would have to be drawn again. */
const others = (before: Made, after: Made) =>
  [...after].flatMap(([page, key]) => (before.get(page) === key ? [] : [page]))

test('a post has a page and its former addresses; its figures share the frame of all', () => {
  const pages = madeOf([post('one', { redirects: ['first'] })])
  expect([...pages.keys()]).toEqual(['', 'one', 'first'])
})

test('words are no part of a frame, and all that stands around them is', () => {
  const before = madeOf(both())
  expect(others(before, madeOf(both()))).toEqual([])
  write('content/two/post.mdx', 'Other words.')
  expect(others(before, madeOf(both()))).toEqual([])
  const pages = ['', 'two']
  expect(others(before, madeOf(both({ title: 'Second' })))).toEqual(pages)
  expect(others(before, madeOf(both({}, [{ id: 'a', depth: 2, text: 'A' }])))).toEqual(pages)
  write('content/two/run.ts', 'export default { seed: 2 }')
  expect(others(before, madeOf(both()))).toEqual(pages)
})

test('what the publication says of itself stands on no page of a post', () => {
  const before = madeOf(both())
  write('content/reports.json', '{}')
  expect(others(before, madeOf(both()))).toEqual([''])
})

test('parts of a series name each other', () => {
  const parts = (title: string) => [
    post('one', { series: 'course', part: 1 }),
    post('two', { series: 'course', part: 2, title }),
  ]
  expect(others(madeOf(parts('Two')), madeOf(parts('Second')))).toContain('one')
})

test('code, style and another address make every frame another', () => {
  const before = madeOf(both())
  write('app/globals.css', 'p { color: blue }')
  const styled = madeOf(both())
  expect(others(before, styled)).toHaveLength(3)
  vi.stubEnv('SITE', 'http://localhost:3000')
  expect(others(styled, madeOf(both()))).toHaveLength(3)
  vi.unstubAllEnvs()
})

/** As Next exports all of these pages, and beside them what no page is. */
const exported = (made: Made, says: string, leaving: readonly string[] = []) => {
  for (const page of made.keys())
    if (!leaving.includes(page)) write(`fresh/${page || 'index'}.html`, says)
  write('fresh/_next/static/a.css', 'p{}')
  take(join(root.at, 'fresh'), made)
}

test('what was left out of an export comes back, and what nobody has is forgotten', async () => {
  const made = madeOf(both())
  exported(made, 'first')
  expect(kept(made).size).toBe(0)
  await remembering(made, async () => exported(made, 'first'))
  expect(kept(made)).toEqual(new Set(made.keys()))
  exported(made, 'second', ['two'])
  expect([frameAt('one.html'), frameAt('two.html')]).toEqual(['second', 'first'])
  exported(madeOf([post('one')]), 'third')
  expect(existsSync(join(root.at, '.cache/frames/two.html'))).toBe(false)
})

test('frames are known only while they, and all that stands beside them, are there', async () => {
  const made = madeOf(both())
  const draw = () => remembering(made, async () => exported(made, 'first'))
  await draw()
  rmSync(join(root.at, '.cache/frames/two.html'))
  expect(kept(made).has('two')).toBe(false)
  expect(kept(madeOf(both({ title: 'Second' })))).toEqual(new Set(['one']))
  await draw()
  rmSync(join(root.at, '.cache/frames/_next/static/a.css'))
  expect([...made.keys()].filter((page) => !kept(made).has(page))).toEqual([''])
})

test('of what was saved meanwhile nobody knows whether a frame has it', async () => {
  const made = madeOf(both())
  await remembering(made, async () => {
    exported(made, 'of either')
    write('content/two/post.mdx', 'Saved meanwhile.')
  })
  expect(kept(made).size).toBe(0)
})

test('files beside the pages are no frames', () => {
  write('public/atom.xml', 'new')
  write('fresh/atom.xml', 'old')
  write('fresh/index.html', 'page')
  withoutFiles(join(root.at, 'fresh'))
  expect(existsSync(join(root.at, 'fresh/atom.xml'))).toBe(false)
  expect(readFileSync(join(root.at, 'fresh/index.html'), 'utf8')).toBe('page')
})
