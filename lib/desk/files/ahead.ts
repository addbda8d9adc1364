// Many new posts are written on all cores ahead of the pass, which then finds them written.

import { availableParallelism } from 'node:os'
import type { Post } from '@/lib/posts'
import { batchesOf, onThreads } from '@/lib/posts/crew'
import { isKept } from './remembered'

/** Some posts of this project, by their slugs. */
export type Batch = { readonly slugs: readonly string[]; readonly drafts: boolean }

/** A thread takes half a second to begin: fewer posts than this are written by then. */
const many = 100
const atOnce = 8

/** Writes what would be written anew. What fails here fails again in the pass, which says so. */
export async function writeAhead(posts: readonly Post[], drafts: boolean): Promise<void> {
  const cores = availableParallelism()
  if (posts.length < many || cores < 2) return
  const fresh = posts.filter((post) => !isKept(post)).map(({ slug }) => slug)
  if (fresh.length < many) return
  const batches = batchesOf(fresh, atOnce).map((slugs): Batch => ({ slugs, drafts }))
  await onThreads<Batch, number>(new URL('../files-worker.ts', import.meta.url), batches, { cores })
}
