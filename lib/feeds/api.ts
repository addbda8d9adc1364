// The JSON API: the list of posts in pages, each post whole, and each figure with its facts.

import type { Post } from '@/lib/posts'
import type { Entry } from './entry'
import type { FigureDocument, PostDocument, PostsDocument } from './schema'

/** What of a figure its post says too: all but facts and runs. */
export type ShownFigure = Omit<FigureDocument, 'version' | 'post' | 'facts' | 'runs'>
/** One figure whole. */
export type FigureEntry = ShownFigure & Pick<FigureDocument, 'facts' | 'runs'>
/** A post as the API gives it. */
export type ApiPost = {
  readonly post: Post
  readonly entry: Entry
  readonly markdown: string
  readonly figures: readonly FigureEntry[]
}
/** Who publishes, and below which address (without a slash at its end). */
export type Publisher = { readonly name: string; readonly address: string }

const licence = 'https://creativecommons.org/licenses/by/4.0/'

const postPath = (slug: string) => `/api/posts/${slug}.json`
const figurePath = (slug: string, id: string) => `/api/figures/${slug}/${id}.json`
/** The first page has the plain name. */
const listPath = (page: number) => (page === 0 ? '/api/posts.json' : `/api/posts-${page + 1}.json`)

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [key in K]?: V }

const summaryOf = ({ post, entry }: Pick<ApiPost, 'post' | 'entry'>, address: string) => ({
  id: entry.id,
  slug: post.slug,
  url: entry.url,
  json: address + postPath(post.slug),
  twin: `${entry.url}.md`,
  title: entry.title,
  ...optional('subtitle', post.subtitle),
  summary: entry.summary,
  image: entry.image,
  published: entry.published,
  updated: entry.updated,
  changes: post.changes.map(({ day, says }) => ({ day, says })),
  tags: entry.tags.map(({ name, title }) => ({ name, title })),
  kind: post.kind,
  ...optional('series', post.series),
  ...optional('part', post.part),
  language: entry.language,
  minutes: post.minutes,
})

type File = readonly [path: string, text: string]
const file = (path: string, document: PostsDocument | PostDocument | FigureDocument): File => [
  path,
  `${JSON.stringify(document, null, 1)}\n`,
]

/** The list of all posts, newest first, `size` to a page. */
export const listFiles = (
  posts: readonly Pick<ApiPost, 'post' | 'entry'>[],
  { name, address }: Publisher,
  size: number,
): File[] => {
  const pages = Math.max(1, Math.ceil(posts.length / size))
  return Array.from({ length: pages }, (_, page) =>
    file(listPath(page), {
      version: 1,
      name,
      home: `${address}/`,
      licence,
      posts: posts
        .slice(page * size, (page + 1) * size)
        .map((it) => ({ ...summaryOf(it, address), figures: [...it.post.figures] })),
      ...optional('next', page + 1 < pages ? address + listPath(page + 1) : undefined),
    }),
  )
}

/** One post, and each of its figures. */
export const postFiles = (it: ApiPost, { address }: Publisher): File[] => {
  const { post, entry, markdown, figures } = it
  const { slug } = post
  const shown = figures.map(({ facts, runs, ...rest }) => ({
    ...rest,
    json: address + figurePath(slug, rest.id),
  }))
  const summary = summaryOf(it, address)
  return [
    file(postPath(slug), { version: 1, ...summary, html: entry.html, markdown, figures: shown }),
    ...figures.map((figure) =>
      file(figurePath(slug, figure.id), { version: 1, post: entry.url, ...figure }),
    ),
  ]
}
