// Work done on all cores: each thread takes the next batch as soon as it has done its last one.

import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { startThread } from './thread'

const ask = <Answer>(worker: Worker, batch: unknown) =>
  new Promise<Answer>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject)
      resolve(answer)
    })
    worker.postMessage(batch)
  })

/**
 * Has every batch answered by a worker module, which posts one message for each it gets; answers in
 * the order of the batches, however many cores there are. Rejects when a worker fails.
 */
export async function onThreads<Batch, Answer>(
  module: URL,
  batches: readonly Batch[],
  cores = availableParallelism(),
): Promise<Answer[]> {
  const answers: Answer[] = []
  let next = 0
  const crew = Array.from({ length: Math.min(cores, batches.length) }, async () => {
    const worker = startThread(module)
    try {
      for (let place = next++; place < batches.length; place = next++)
        answers[place] = await ask<Answer>(worker, batches[place])
    } finally {
      await worker.terminate()
    }
  })
  await Promise.all(crew)
  return answers
}

/** So many at a time, the last ones fewer. */
export const batchesOf = <T>(all: readonly T[], atOnce: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, i) =>
    all.slice(i * atOnce, (i + 1) * atOnce),
  )
