// Writes every file of the site that is not a page: feeds, twins, API, pictures, cards, sitemap.

import { join } from 'node:path'
import { site } from '@/content/site'
import type { Entry } from '@/lib/feeds/entry'
import { robots, sitemap } from '@/lib/feeds/sitemap'
import { listPosts, type Post } from '@/lib/posts'
import { drawBodies } from './bodies'
import { writeAhead } from './files/ahead'
import { writeFeeds } from './files/feeds'
import { writeLists } from './files/machines'
import { writeCard } from './files/pictures'
import { address, base, keep, place, put, sweep } from './files/place'
import { writtenPost } from './files/post'
import { forgetOthers } from './files/remembered'
import { writeFonts } from './fonts'
import { redirectsFile, redirectsOf } from './redirects'
import { flag, main } from './run'
import { writeTheme, writeWorkers } from './scripts'

/** Pages that no post has a part in, and so no time. */
const standing = ['/about', '/feeds', '/glossary', '/search', '/stage']

async function writeSitemap(posts: readonly Post[]) {
  const newest = posts
    .map(({ updated }) => updated)
    .sort()
    .at(-1)
  if (!newest) return
  const tagged = [...new Set(posts.flatMap(({ tags }) => tags))].sort()
  const newestOf = (tag: string) =>
    posts
      .filter(({ tags }) => tags.includes(tag))
      .map(({ updated }) => updated)
      .sort()
      .at(-1)!
  await put(
    '/sitemap.xml',
    sitemap([
      { url: `${address}/`, changed: newest },
      ...standing.map((path) => ({ url: address + path })),
      ...posts.map(({ slug, updated }) => ({ url: `${address}/${slug}`, changed: updated })),
      ...tagged.map((tag) => ({ url: `${address}/tags/${tag}`, changed: newestOf(tag) })),
    ]),
  )
}

/**
 * Writes public/ anew from the content folder: pictures before the feeds that show them, and what
 * is gone is taken away last, so that nothing is absent meanwhile. Throws what the author should
 * read.
 */
export async function writeFiles({ drafts = false } = {}) {
  for (const file of await writeFonts(join(place, 'fonts'))) keep(file)
  for (const file of await writeTheme(place)) keep(file)
  if (drafts) for (const file of await writeWorkers(place)) keep(file)
  const posts = await listPosts({ drafts })
  const entries: Entry[] = []
  await writeAhead(posts, drafts)
  for (const post of posts) entries.push(await writtenPost(post))
  await writeLists(posts, entries)
  await writeCard('', site.tagline)
  await writeFeeds(entries)
  await writeSitemap(posts)
  await put('/_redirects', redirectsFile(redirectsOf(posts, base)))
  await put('/robots.txt', robots(`${address}/sitemap.xml`))
  forgetOthers(posts)
  sweep()
}

// With the words of pages in the same process: both need the same parts, which take long to load.
if (process.argv[1]?.endsWith('files.ts'))
  main(async () => {
    await writeFiles({ drafts: flag('drafts') !== undefined })
    if (flag('bodies') !== undefined) await drawBodies(await listPosts())
  })
