// The frames: what Next draws around the words of posts, kept until it would be something else.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { walk } from '@/components/islands/adapter.js'
import type { Outline } from '@/lib/posts'
import { digest } from '@/lib/posts/source'
import { hashOf, hashOfFigures, recipe } from './made-of'
import { type Made, noting, stillMade } from './notes'
import { root } from './run'

/** Where they lie, at the paths of the pages, and beside them all else that Next exports. */
export const frames = () => join(root, '.cache/frames')
const list = () => join(root, '.cache/frames.json')

/** The frame of every figure that stands alone. */
export const frameOfFigures = 'embed/_/_.html'

/** The addresses at which something of this post alone stands. */
const pagesOf = ({ meta: { slug, redirects } }: Outline) => [slug, ...redirects]

/** What a post's pages say of others: the parts of its series. */
const beside = ({ meta: { series } }: Outline, all: readonly Outline[]) =>
  series
    ? all.flatMap(({ meta: it }) => (it.series === series ? [[it.slug, it.title, it.part]] : []))
    : []

/**
 * What each frame of these posts is made of now, by the address of its page, without `.html`. Pages
 * of no single post, of which any may list all posts, stand together under ''.
 */
export const madeOf = (posts: readonly Outline[]): Made => {
  const sources = recipe()
  const made = posts.map((post) => ({
    post,
    key: digest(sources, JSON.stringify([post, beside(post, posts)]), hashOfFigures(post.meta)),
  }))
  const lists = digest(hashOf('content/reports.json'), sources, ...made.map(({ key }) => key))
  return new Map([
    ['', lists],
    ...made.flatMap(({ post, key }) => pagesOf(post).map((page) => [page, key] as const)),
  ])
}

const fileOf = (folder: string, page: string) => join(folder, `${page || 'index'}.html`)

/** The addresses whose frames lie there as they would be drawn now. */
export const kept = (made: Made): ReadonlySet<string> => stillMade(list(), made)

/** The file of a page; under '' all that no single post has: lists, styles, scripts. */
const filesOf = (made: Made) => (page: string) => {
  if (page) return [fileOf(frames(), page)]
  const own = new Set([...made.keys()].flatMap((it) => (it ? [fileOf(frames(), it)] : [])))
  return [...walk(frames())].map((path) => join(frames(), path)).filter((file) => !own.has(file))
}

/** Notes of what the frames are made that `draw` puts there. */
export const remembering = (made: Made, draw: () => Promise<void>) =>
  noting(list(), made, filesOf(made), draw)

/** Puts what Next exported to `fresh` in the place of the frames, and to it those it left out. */
export const take = (fresh: string, made: Made) => {
  for (const page of made.keys()) {
    const shown = fileOf(fresh, page)
    if (existsSync(shown)) continue
    mkdirSync(dirname(shown), { recursive: true })
    renameSync(fileOf(frames(), page), shown)
  }
  rmSync(list(), { force: true })
  rmSync(frames(), { recursive: true, force: true })
  renameSync(fresh, frames())
}

/** Takes out of an export what Next copied into it from `public/`, which may change by itself. */
export const withoutFiles = (fresh: string) => {
  for (const path of walk(join(root, 'public'))) rmSync(join(fresh, path), { force: true })
}

/** The text of one frame. */
export const frameAt = (path: string) => readFileSync(join(frames(), path), 'utf8')
