// Lints many posts: a few at once here, a folder full of new ones on all cores.

import { availableParallelism } from 'node:os'
import { batchesOf, onThreads } from '../crew'
import type { Linted } from '../linted'
import { Source } from '../source'
import { lintPost } from './post'
import type { Known } from './reading'

/** One post that has not been linted as it is now. */
export type Job = { readonly slug: string; readonly file: string; readonly text: string }
export type Batch = { readonly jobs: readonly Job[]; readonly known: Known }

/** A thread takes a third of a second to begin: fewer posts than this are done by then. */
const many = 150
const atOnce = 25

/** Lints posts one after another. */
export const lintBatch = ({ jobs, known }: Batch): Linted[] =>
  jobs.map(({ slug, file, text }) => lintPost(slug, new Source(file, text), known))

/** What lintPost answers for each, in their order, however many cores there are. */
export const lintMany = async (
  jobs: readonly Job[],
  known: Known,
  cores = availableParallelism(),
): Promise<Linted[]> => {
  // A page's process has its modules bundled, and no thread can find them.
  const alone = jobs.length < many || cores < 2 || process.env.NEXT_RUNTIME
  if (alone) return lintBatch({ jobs, known })
  const batches = batchesOf(jobs, atOnce).map((some): Batch => ({ jobs: some, known }))
  const module = new URL('../lint-worker.ts', import.meta.url)
  return (await onThreads<Batch, Linted[]>(module, batches, { cores })).flat()
}
