// What links may name is what pages and feeds are made of.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pagesOf } from '@/lib/feeds/archive'
import { anchors, isFeed, isOfAll, pageSize } from './routes'

test('the anchors of a page are the ids that it has', () => {
  for (const [page, ids] of Object.entries(anchors)) {
    const source = readFileSync(`app/${page}/page.tsx`, 'utf8')
    expect([page, [...source.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)]).toEqual([page, ids])
  }
})

test('a feed has the archives that are cut of it, and no more', () => {
  for (let count = 0; count <= 205; count++) {
    const { archives } = pagesOf(
      Array.from({ length: count }, () => ({}) as never),
      pageSize,
    )
    const has = (n: number) => isFeed(`archive-${n}.xml`, count)
    expect([count, has(archives.length) || archives.length === 0]).toEqual([count, true])
    expect([count, has(archives.length + 1)]).toEqual([count, false])
  }
  expect(isFeed('archive-0.xml', 100)).toBe(false)
  expect(isFeed('archive-1.json', 100)).toBe(true)
})

test('lists have as many pages as there are posts for', () => {
  const has = (address: string, posts: number) => isOfAll(address, posts)
  expect([has('/older/1', 3), has('/older/2', 20), has('/older/2', 21)]).toEqual([
    true,
    false,
    true,
  ])
  expect([has('/older/01', 3), has('/older/0', 3)]).toEqual([false, false])
  const api = '/api/posts-2.json'
  expect([has(api, 200), has(api, 201), has('/api/posts-1.json', 500)]).toEqual([
    false,
    true,
    false,
  ])
})
