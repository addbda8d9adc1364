// A page is kept while nothing that it is made of is another, and only so long.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Post } from '@/lib/posts'

const root = vi.hoisted(() => ({ at: '' }))
vi.mock('./run', () => ({
  get root() {
    return root.at
  },
  main: () => {},
  node: () => {},
}))
const { keep, keptPages } = await import('./draw')

const write = (file: string, text: string) => {
  mkdirSync(join(root.at, file, '..'), { recursive: true })
  writeFileSync(join(root.at, file), text)
}
const post = (slug: string, more: Partial<Post> = {}) =>
  ({ slug, title: slug, redirects: [], figures: ['run'], ...more }) as unknown as Post

beforeEach(() => {
  root.at = mkdtempSync(join(tmpdir(), 'draw-'))
  for (const slug of ['one', 'two']) write(`content/${slug}/post.mdx`, 'Words.')
  write('components/figure.tsx', 'export {}')
})
afterEach(() => rmSync(root.at, { recursive: true }))

const both = (more: Partial<Post> = {}) => [post('one'), post('two', more)]
/** The pages that would have to be drawn again. */
const others = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...after].flatMap(([page, kept]) => (before.get(page) === kept ? [] : [page]))

test('a post has a page, its former addresses and one for each figure', () => {
  const pages = keptPages([post('one', { redirects: ['first'] })])
  expect([...pages.keys()]).toEqual(['one', 'first', 'embed/one/run'])
  expect(new Set(pages.values()).size).toBe(3)
})

test('what changes in one post is drawn again, and nothing else', () => {
  const before = keptPages(both())
  expect(others(before, keptPages(both()))).toEqual([])
  write('content/two/post.mdx', 'Other words.')
  expect(others(before, keptPages(both()))).toEqual(['two', 'embed/two/run'])
})

test('what is listed of a post counts, since pages say it', () => {
  const before = keptPages(both())
  expect(others(before, keptPages(both({ title: 'Second' })))).toEqual(['two', 'embed/two/run'])
})

test('parts of a series name each other', () => {
  const parts = (title: string) => [
    post('one', { series: 'course', part: 1 }),
    post('two', { series: 'course', part: 2, title }),
  ]
  const before = keptPages(parts('Two'))
  expect(others(before, keptPages(parts('Second')))).toContain('one')
})

test('code, style and another address make every page another', () => {
  const before = keptPages(both())
  write('app/globals.css', 'p { color: blue }')
  const styled = keptPages(both())
  expect(others(before, styled)).toHaveLength(4)
  vi.stubEnv('SITE', 'http://localhost:3000')
  expect(others(styled, keptPages(both()))).toHaveLength(4)
  vi.unstubAllEnvs()
})

const out = () => join(root.at, 'out')
const shown = (page: string) => readFileSync(join(out(), `${page}.html`), 'utf8')
const keptNow = () => readdirSync(join(root.at, '.cache/pages')).length

test('what was drawn comes back as it was, and what nobody has any more is forgotten', () => {
  const pages = keptPages(both())
  for (const page of pages.keys()) write(`out/${page}.html`, `drawn: ${page}`)
  keep(pages, pages, out())
  rmSync(out(), { recursive: true })
  write('out/one.html', 'drawn anew')
  keep(pages, pages, out())
  expect([shown('one'), shown('embed/two/run')]).toEqual(['drawn anew', 'drawn: embed/two/run'])
  const fewer = keptPages([post('one')])
  keep(fewer, fewer, out())
  expect(keptNow()).toBe(2)
})

test('a post that changes while it is drawn is not kept: it may be of either text', () => {
  const before = keptPages(both())
  write('content/two/post.mdx', 'Saved meanwhile.')
  for (const page of before.keys()) write(`out/${page}.html`, `drawn: ${page}`)
  keep(before, keptPages(both()), out())
  expect(keptNow()).toBe(2)
  write('content/two/post.mdx', 'Words.')
  expect([...keptPages(both())].filter(([, kept]) => existsSync(kept))).toHaveLength(2)
})
