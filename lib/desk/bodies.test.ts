// A body that cannot be drawn is told with its post, and does not keep others from being drawn.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { writeWhole } from '@/lib/posts/store'

const broken = vi.hoisted(() => ({ slug: '', meanwhile: () => {} }))
vi.mock('@/lib/posts', async (original) => {
  const posts = await original<typeof import('@/lib/posts')>()
  return {
    ...posts,
    readDocument: async (slug: string) => {
      const document = (await posts.readDocument(slug))!
      broken.meanwhile()
      const code = 'return { default: () => { throw new Error("no such word") } }'
      return slug === broken.slug ? { ...document, code } : document
    },
  }
})
vi.mock('./run', async (original) => ({
  ...(await original<typeof import('./run')>()),
  root: join(process.cwd(), '.cache/test-bodies'),
}))
const { drawBodies } = await import('./bodies')
const { drawSome } = await import('./body')
const { listPosts } = await import('@/lib/posts')

const only = async (slug: string) => (await listPosts()).filter((post) => post.slug === slug)

const at = (name: string) => join(process.cwd(), '.cache/test-bodies/.cache/drawn', name)
afterAll(() => rmSync(join(process.cwd(), '.cache/test-bodies'), { recursive: true, force: true }))

test('a post is drawn whole, and each of its figures by itself', async () => {
  await drawBodies(await only('playing-with-shapes'))
  const body = readFileSync(at('playing-with-shapes.html'), 'utf8')
  expect(body).toMatch(/^<p/)
  expect(body).toContain(' data-island="')
  const ids = [...body.matchAll(/<figure[^>]* id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids)
    expect(readFileSync(at(`playing-with-shapes.${id}.html`), 'utf8')).toMatch(
      /^<h1 class="sr-only"/,
    )
})

test('what would be the same is not drawn again, and what nobody has is forgotten', async () => {
  const [post] = await only('day-one')
  await drawBodies([post!])
  expect(existsSync(at('playing-with-shapes.html'))).toBe(false)
  writeFileSync(at('day-one.html'), 'kept')
  await drawBodies([post!])
  expect(readFileSync(at('day-one.html'), 'utf8')).toBe('kept')
  await drawBodies([{ ...post!, title: 'Another' }])
  expect(readFileSync(at('day-one.html'), 'utf8')).toMatch(/^<p/)
})

test('a figure by itself that somebody took away is drawn again', async () => {
  const posts = await only('playing-with-shapes')
  await drawBodies(posts)
  const file = at(`playing-with-shapes.${posts[0]!.figures[0]}.html`)
  rmSync(file)
  await drawBodies(posts)
  expect(existsSync(file)).toBe(true)
})

test('of a post saved meanwhile nobody knows which text was drawn, so it is not kept', async () => {
  const [post] = await only('day-one')
  const file = join(process.cwd(), '.cache/test-bodies/content/day-one/post.mdx')
  broken.meanwhile = () => writeWhole(file, 'Saved meanwhile.')
  await drawBodies([{ ...post!, title: 'Before' }])
  rmSync(file)
  broken.meanwhile = () => {}
  writeFileSync(at('day-one.html'), 'of either')
  await drawBodies([{ ...post!, title: 'Before' }])
  expect(readFileSync(at('day-one.html'), 'utf8')).toMatch(/^<p/)
})

test('what cannot be drawn is told with its post, and the others are there', async () => {
  broken.slug = 'day-one'
  rmSync(at('day-one.html'), { force: true })
  const says = 'content/day-one/post.mdx: page: no such word'
  expect(await drawSome(['day-one', 'playing-with-shapes'])).toEqual([says])
  expect([existsSync(at('day-one.html')), existsSync(at('playing-with-shapes.html'))]).toEqual([
    false,
    true,
  ])
  await expect(drawBodies(await only('day-one'))).rejects.toThrow(says)
})
