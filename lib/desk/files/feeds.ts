// The feeds of the publication and of each tag, with their archives.

import { site } from '@/content/site'
import { pagesOf } from '@/lib/feeds/archive'
import { atom } from '@/lib/feeds/atom'
import type { Entry, Place, Publication } from '@/lib/feeds/entry'
import { jsonFeed } from '@/lib/feeds/json-feed'
import { rss } from '@/lib/feeds/rss'
import { pageSize } from '@/lib/posts/routes'
import { tagOf } from './entries'
import { address, put } from './place'

/** Tags of a feed begin with the publication's own authority, whatever its address is. */
const authority = 'tag:partial-order.example,2026:'

const publication = (more: Partial<Publication> = {}): Publication => ({
  id: `${authority}feed`,
  title: site.name,
  subtitle: site.tagline,
  author: site.author,
  language: site.language,
  home: `${address}/`,
  icon: `${address}/icon.svg`,
  ...more,
})

/** Writes one feed in its three formats below a path ('' or '/tags/time/'), and its archives. */
async function writeFeed(path: string, feed: Publication, entries: readonly Entry[]) {
  const { current, archives } = pagesOf(entries, pageSize)
  const at = (name: string) => `${address}${path}${name}`
  const archive = (n: number, kind: string) =>
    n >= 1 && n <= archives.length ? at(`archive-${n}.${kind}`) : undefined
  const here = (self: string, n: number, kind: string): Place => ({
    self: at(self),
    ...(n <= archives.length && { current: at(kind) }),
    previous: archive(n - 1, 'xml'),
    next: archive(n + 1, 'xml'),
  })
  const last = archives.length + 1
  await put(`${path}atom.xml`, atom(feed, current, here('atom.xml', last, 'atom.xml')))
  await put(`${path}rss.xml`, rss(feed, current, { self: at('rss.xml') }))
  const older = archive(archives.length, 'json')
  await put(`${path}feed.json`, jsonFeed(feed, current, { self: at('feed.json'), next: older }))
  for (const [i, page] of archives.entries()) {
    const place = here(`archive-${i + 1}.xml`, i + 1, 'atom.xml')
    await put(`${path}archive-${i + 1}.xml`, atom(feed, page, place, true))
    const json = { self: at(`archive-${i + 1}.json`), next: archive(i, 'json') }
    await put(`${path}archive-${i + 1}.json`, jsonFeed(feed, page, json))
  }
}

/** Writes all feeds; `entries` are newest first, with their whole text. */
export async function writeFeeds(entries: readonly Entry[]) {
  if (entries.length === 0) return
  await writeFeed('/', publication(), entries)
  const names = new Set(entries.flatMap(({ tags }) => tags.map(({ name }) => name)))
  for (const name of [...names].sort()) {
    const tagged = entries.filter(({ tags }) => tags.some((tag) => tag.name === name))
    const title = `${site.name}: ${tagOf(name).title}`
    const home = `${address}/tags/${name}`
    const id = `${authority}tags/${name}`
    await writeFeed(`/tags/${name}/`, publication({ id, title, home }), tagged)
  }
}
