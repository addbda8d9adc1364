// Shoots a survey on all cores: the same samples in the same order, however many there are.

import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { Sample, Share } from '@/lib/sim/lean'
import { sharesOf } from '@/lib/studies/many-runs'
import type { AnySurvey } from './data'
import { type Shoot, samplesOf, shootHere } from './samples'
import { startThread } from './thread'

/** All samples of a survey, by value and then by seed. Rejects when a worker fails. */
export async function shootSurvey(survey: AnySurvey, cores = availableParallelism()) {
  const shares = sharesOf(survey)
  const results: Sample[][] = []
  let next = 0
  const crew = Array.from({ length: Math.min(cores, shares.length) }, async () => {
    const worker = startThread(new URL('./survey-worker.ts', import.meta.url))
    try {
      while (next < shares.length) {
        const place = next++
        results[place] = await ask(worker, shares[place]!)
      }
    } finally {
      await worker.terminate()
    }
  })
  await Promise.all(crew)
  return results.flat()
}

const ask = (worker: Worker, share: Share) =>
  new Promise<Sample[]>((resolve, reject) => {
    worker.once('message', (samples: Sample[]) => {
      worker.off('error', reject)
      resolve(samples)
    })
    worker.once('error', reject)
    worker.postMessage(share)
  })

/** Fewer runs than this are not worth a thread. */
export const few = 300

/** On all cores where that is worth it. */
export const onAllCores: Shoot = (survey) =>
  survey.seeds * (survey.over?.values.length ?? 1) > few ? shootSurvey(survey) : shootHere(survey)

/** The samples of a survey, from where they are kept or from all cores. */
export const shotSamples = (survey: AnySurvey) => samplesOf(survey, onAllCores)
