// Draws the pages: Next those that would be others than before, and the rest come back from there.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { listPosts, type Post } from '@/lib/posts'
import { digest } from '@/lib/posts/source'
import { writeWhole } from '@/lib/posts/store'
import { hashOf, hashOfPost } from './made-of'
import { main, node, root } from './run'

const folder = join(root, '.cache/pages')

/** All that any page depends on besides its post. */
const recipe = () => {
  const { SITE, BASE_PATH, ISLANDS } = process.env
  const rooms = ['sim', 'values', 'checks', 'protocols', 'studies', 'link', 'posts', 'feeds']
  const lists = ['site', 'tags', 'glossary'].map((name) => `content/${name}.ts`)
  const tools = ['next.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
  const sources = hashOf('app', 'components', ...rooms.map((it) => `lib/${it}`), ...lists, ...tools)
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
export const keptPages = (posts: readonly Post[]): ReadonlyMap<string, string> => {
  const made = recipe()
  return new Map(
    posts.flatMap((post) => {
      const key = digest(made, hashOfPost(post), JSON.stringify(beside(post, posts)))
      return pagesOf(post).map((page) => [page, join(folder, `${digest(key, page)}.html`)] as const)
    }),
  )
}

/** Keeps what has been drawn into `out`, brings what had been kept, and forgets all else. */
const keep = (pages: ReadonlyMap<string, string>, out: string) => {
  for (const [page, kept] of pages) {
    const shown = join(out, `${page}.html`)
    if (existsSync(shown)) writeWhole(kept, readFileSync(shown))
    else writeWhole(shown, readFileSync(kept))
  }
  const now = new Set(pages.values())
  for (const name of readdirSync(folder))
    if (!now.has(join(folder, name))) rmSync(join(folder, name))
}

/** Draws all pages into the folder that OUT names, below the project. */
export async function drawPages() {
  const pages = keptPages(await listPosts())
  const known = [...pages].flatMap(([page, kept]) => (existsSync(kept) ? [page] : []))
  const list = join(root, '.cache/kept.json')
  writeWhole(list, JSON.stringify(known))
  await node('next/dist/bin/next', ['build'], { env: { KEPT: list } })
  keep(pages, join(root, process.env.OUT!))
}

if (process.argv[1]?.endsWith('draw.ts')) main(drawPages)
