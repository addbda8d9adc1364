// Shoots a survey beside the page: a few workers, each a share of seeds at a time.

import { startWorker } from '@/components/islands/trust'
import type { Sample, Share } from '@/lib/sim/lean'
import { sharesOf } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import type { Told } from './survey.worker'

/** Samples so far; of one group the first seeds without a gap. `done` when there are no more. */
type Hear = (samples: readonly Sample[], done: boolean) => void

const most = 4
/** The page keeps a core for itself. */
const crewSize = (shares: number) =>
  Math.max(1, Math.min(most, shares, (navigator.hardwareConcurrency || 2) - 1))

const countOf = ({ from, to, times }: Share) => (to - from) * (times?.length ?? 1)

/** Starts at once; the answer stops it. `fail` is told in one sentence why nothing comes. */
export function shootBeside(survey: AnySurvey, hear: Hear, fail: (says: string) => void) {
  const grouped = survey.over !== undefined || survey.along !== undefined
  // Of every value the first seeds first, so that the whole curve is there early.
  const shares = sharesOf(survey).sort((a, b) => a.from - b.from)
  const results: Sample[][] = shares.map(() => [])
  let next = 0
  const crew: Worker[] = []
  const stop = () => {
    for (const worker of crew.splice(0)) worker.terminate()
  }
  const tell = () => {
    const gap = shares.findIndex((share, place) => results[place]!.length !== countOf(share))
    const told = grouped ? results : results.slice(0, gap < 0 ? undefined : gap + 1)
    hear(told.flat(), gap < 0)
    if (gap < 0) stop()
  }
  const work = (worker: Worker) => {
    const place = next++
    const share = shares[place]
    if (!share) return
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if ('fault' in data) return give(data.fault)
      results[place]!.push(...data.samples)
      tell()
      if (results[place]!.length === countOf(share)) work(worker)
    }
    worker.postMessage(share)
  }
  const give = (says: string) => {
    stop()
    fail(says)
  }
  try {
    const onError = () => give('The runs could not be made; try again.')
    for (let i = crewSize(shares.length); i > 0; i--) work(hire(crew, onError))
  } catch {
    give('This browser does not let the runs be made.')
  }
  return stop
}

/** One worker more; `onError` is called where it breaks. Throws where a browser has none. */
function hire(crew: Worker[], onError: () => void): Worker {
  const worker = startWorker('survey')
  crew.push(worker)
  worker.onerror = onError
  return worker
}
