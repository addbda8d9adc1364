// Draws the pages: Next those that would be others than before, and the rest come back from there.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { listPosts, type Post } from '@/lib/posts'
import { digest } from '@/lib/posts/source'
import { writeWhole } from '@/lib/posts/store'
import { drawBodies } from './bodies'
import { hashOf, hashOfPost, lists } from './made-of'
import { main, node, root } from './run'

const folder = () => join(root, '.cache/pages')

/** All that any page depends on besides its post. */
const recipe = () => {
  const { SITE, BASE_PATH, ISLANDS } = process.env
  const tools = ['next.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
  const sources = hashOf('app', 'components', 'lib', ...lists, ...tools)
  return digest(sources, JSON.stringify([SITE, BASE_PATH, ISLANDS]))
}

/** The addresses at which something of this post alone stands, without `.html`. */
const pagesOf = ({ slug, redirects, figures }: Post) => [
  ...[slug, ...redirects],
  ...figures.map((figure) => `embed/${slug}/${figure}`),
]

/** What a post's pages say of others: the parts of its series. */
const beside = ({ series }: Post, posts: readonly Post[]) =>
  series ? posts.flatMap((it) => (it.series === series ? [[it.slug, it.title, it.part]] : [])) : []

/** Every page of a single post, by its address: the file that keeps it while nothing changes. */
type Kept = ReadonlyMap<string, string>

/** Where pages of these posts are kept, as they are now. */
export const keptPages = (posts: readonly Post[]): Kept => {
  const made = recipe()
  return new Map(
    posts.flatMap((post) => {
      const key = digest(made, hashOfPost(post), JSON.stringify(beside(post, posts)))
      return pagesOf(post).map(
        (page) => [page, join(folder(), `${digest(key, page)}.html`)] as const,
      )
    }),
  )
}

/**
 * Brings what had been kept to `out`, keeps what has been drawn there, and forgets all else. What
 * is of something else `now` than before it was drawn has changed meanwhile: nobody can say of what
 * it was made, so it is not kept.
 */
export const keep = (before: Kept, now: Kept, out: string) => {
  for (const [page, kept] of before) {
    const shown = join(out, `${page}.html`)
    if (!existsSync(shown)) writeWhole(shown, readFileSync(kept))
    else if (now.get(page) === kept) writeWhole(kept, readFileSync(shown))
  }
  const known = new Set(now.values())
  for (const name of existsSync(folder()) ? readdirSync(folder()) : [])
    if (!known.has(join(folder(), name))) rmSync(join(folder(), name))
}

/** The posts of which Next will ask for a page: it draws one of each kind (app/kept.ts). */
const asked = (posts: readonly Post[], known: ReadonlySet<string>): string[] => {
  const first = [posts[0], posts.find(({ figures }) => figures.length > 0)]
  return posts
    .filter((post) => first.includes(post) || pagesOf(post).some((page) => !known.has(page)))
    .map(({ slug }) => slug)
}

/** Draws all pages into the folder that OUT names, below the project. */
export async function drawPages() {
  const posts = await listPosts()
  const pages = keptPages(posts)
  const known = [...pages].flatMap(([page, kept]) => (existsSync(kept) ? [page] : []))
  const list = join(root, '.cache/kept.json')
  writeWhole(list, JSON.stringify(known))
  await drawBodies(asked(posts, new Set(known)))
  await node('next/dist/bin/next', ['build'], { env: { KEPT: list } })
  keep(pages, keptPages(posts), join(root, process.env.OUT!))
}

if (process.argv[1]?.endsWith('draw.ts')) main(drawPages)
