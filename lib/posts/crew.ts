// Work done on all cores: each thread takes the next batch as soon as it has done its last one.

import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { threadsOn } from './thread'

const ask = <Answer>(worker: Worker, batch: unknown) =>
  new Promise<Answer>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject)
      resolve(answer)
    })
    worker.postMessage(batch)
  })

type How<Answer> = {
  readonly cores?: number
  /** What every thread is given as it begins. */
  readonly data?: unknown
  /** Told of each answer as it comes, in whatever order. */
  readonly heard?: (answer: Answer, place: number) => void
}

/**
 * Has every batch answered by a worker module, which posts one message for each it gets; answers in
 * the order of the batches, however many cores there are. The next batch is asked for when a core
 * is free. Rejects when a worker fails.
 */
export async function onThreads<Batch, Answer>(
  module: URL,
  batches: Iterable<Batch>,
  { cores = availableParallelism(), data, heard }: How<Answer> = {},
): Promise<Answer[]> {
  const answers: Answer[] = []
  const left = batches[Symbol.iterator]()
  const start = await threadsOn(module)
  let next = 0
  const crew = Array.from({ length: cores }, async () => {
    let batch = left.next()
    if (batch.done) return
    const worker = start(data)
    try {
      for (; !batch.done; batch = left.next()) {
        const place = next++
        const answer = await ask<Answer>(worker, batch.value)
        answers[place] = answer
        heard?.(answer, place)
      }
    } finally {
      await worker.terminate()
    }
  })
  await Promise.all(crew)
  return answers
}

/** Does `work` on each, begun in their order, `count` of them at once; rejects when one fails. */
export async function eachOf<T>(all: readonly T[], count: number, work: (one: T) => Promise<void>) {
  const left = all[Symbol.iterator]()
  const lane = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: count }, lane))
}

/** So many at a time, the last ones fewer. */
export const batchesOf = <T>(all: readonly T[], atOnce: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, i) =>
    all.slice(i * atOnce, (i + 1) * atOnce),
  )
