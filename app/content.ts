// What pages ask of the content: the posts that are shown now, and the course among them.

import { listPosts, type Post } from '@/lib/posts'
import { pageSize, pagesFor } from '@/lib/posts/routes'
import { readSaves } from '@/lib/posts/saves'

/** In development drafts and scheduled posts are shown, marked as such. */
export const developing = process.env.NODE_ENV === 'development'

/** In development: the stamp that lib/desk/dev.ts wrote last, when content changed. */
export const stampNow = () => readSaves('.')?.stamp ?? 0

/** Newest first. */
export const posts = () => listPosts({ drafts: developing })

const byPart = (a: Post, b: Post) => a.part! - b.part!

/** The parts of a series in their order. */
export const partsOf = async (series: string): Promise<Post[]> =>
  (await posts()).filter((post) => post.series === series).sort(byPart)

/** “draft” or “scheduled”, for the author’s eye only. */
export const markOf = ({ status }: Post) => (status === 'published' ? undefined : status)

export { pageSize }

/** How many pages a list has: at least one. */
export const pagesOf = (all: readonly Post[]) => pagesFor(all.length, pageSize)

/** One page of a list, from 1. */
export const pageOf = (all: readonly Post[], page: number) =>
  all.slice((page - 1) * pageSize, page * pageSize)
