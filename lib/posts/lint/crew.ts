// Lints many posts: a few at once here, a folder full of new ones on all cores.

import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { Linted } from '../linted'
import { Source } from '../source'
import { startThread } from '../thread'
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

const ask = (worker: Worker, batch: Batch) =>
  new Promise<Linted[]>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (done: Linted[]) => {
      worker.off('error', reject)
      resolve(done)
    })
    worker.postMessage(batch)
  })

const onThreads = async (batches: readonly Batch[], cores: number): Promise<Linted[]> => {
  const done: Linted[][] = []
  let next = 0
  const crew = Array.from({ length: Math.min(cores, batches.length) }, async () => {
    const worker = startThread(new URL('../lint-worker.ts', import.meta.url))
    try {
      while (next < batches.length) {
        const place = next++
        done[place] = await ask(worker, batches[place]!)
      }
    } finally {
      await worker.terminate()
    }
  })
  await Promise.all(crew)
  return done.flat()
}

/** What lintPost answers for each, in their order, however many cores there are. */
export const lintMany = async (
  jobs: readonly Job[],
  known: Known,
  cores = availableParallelism(),
): Promise<Linted[]> => {
  if (jobs.length < many || cores < 2) return lintBatch({ jobs, known })
  const batches: Batch[] = []
  for (let from = 0; from < jobs.length; from += atOnce)
    batches.push({ jobs: jobs.slice(from, from + atOnce), known })
  return onThreads(batches, cores)
}
