// Shoots a survey on all cores: the same samples in the same order, however many there are.

import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { Survey } from '@/lib/protocols'
import type { Sample, Share } from '@/lib/sim/lean'
import type { AnyScenario } from '@/lib/sim/scenario'
import { startThread } from './thread'

/** Seeds that one share of work has. */
const seedsAtOnce = 50

/** A survey as shares of work, in the order in which its samples stand. */
export function sharesOf({ of, seeds, fact, over }: Survey): Share[] {
  const scenario = of as unknown as AnyScenario
  const shares: Share[] = []
  for (const value of over ? over.values : [undefined])
    for (let from = 0; from < seeds; from += seedsAtOnce) {
      const to = Math.min(seeds, from + seedsAtOnce)
      const option = over?.option
      shares.push({
        scenario,
        fact,
        from,
        to,
        ...(value !== undefined && { option, value }),
      } as Share)
    }
  return shares
}

/** All samples of a survey, by value and then by seed. Rejects when a worker fails. */
export async function shootSurvey(survey: Survey, cores = availableParallelism()) {
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

/** What a claim may say of a survey: mean, median, p90, and the share of seeds that are true. */
export function surveyFacts(samples: readonly Sample[]) {
  const numbers = samples.map(({ value }) => Number(value)).filter(Number.isFinite)
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const share = samples.filter(({ value }) => Boolean(value)).length / samples.length
  return { mean, median: at(0.5) ?? null, p90: at(0.9) ?? null, share }
}
