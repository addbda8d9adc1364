// A body that cannot be drawn is told with its post, and does not keep others from being drawn.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

const broken = vi.hoisted(() => ({ slug: '' }))
vi.mock('@/lib/posts', async (original) => {
  const posts = await original<typeof import('@/lib/posts')>()
  return {
    ...posts,
    readDocument: async (slug: string) => {
      const document = (await posts.readDocument(slug))!
      const code = 'return { default: () => { throw new Error("no such word") } }'
      return slug === broken.slug ? { ...document, code } : document
    },
  }
})
vi.mock('./run', async (original) => ({
  ...(await original<typeof import('./run')>()),
  root: join(process.cwd(), '.cache/test-bodies'),
}))
const { drawBodies, drawSome } = await import('./bodies')

const at = (name: string) => join(process.cwd(), '.cache/test-bodies/.cache/drawn', name)
afterAll(() => rmSync(join(process.cwd(), '.cache/test-bodies'), { recursive: true, force: true }))

test('a post is drawn whole, and each of its figures by itself', async () => {
  await drawBodies(['playing-with-shapes'])
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

test('what cannot be drawn is told with its post, and the others are there', async () => {
  broken.slug = 'day-one'
  rmSync(at('playing-with-shapes.html'), { force: true })
  const says = 'content/day-one/post.mdx: page: no such word'
  expect(await drawSome(['day-one', 'playing-with-shapes'])).toEqual([says])
  expect([existsSync(at('day-one.html')), existsSync(at('playing-with-shapes.html'))]).toEqual([
    false,
    true,
  ])
  await expect(drawBodies(['day-one'])).rejects.toThrow(says)
})
