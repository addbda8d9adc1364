// Checks many figures: a few at once here, all those of a fresh clone on all cores.

import { availableParallelism } from 'node:os'
import { onThreads } from '../crew'
import { isSurvey, type Subject } from '../data'
import type { Said } from './claim'
import { checkFigure, type FigureResult } from './figure'

/** A figure that has not been checked as it is now, and what is claimed of it. */
export type Job = { readonly subject: Subject; readonly said: readonly Said[] }

/** A thread takes a moment to load the protocols: fewer figures than this are done by then. */
const many = 8

/** What checkFigure answers for each, in their order, however many cores there are. */
export async function checkFigures(
  jobs: readonly Job[],
  cores = availableParallelism(),
): Promise<FigureResult[]> {
  if (jobs.length < many || cores < 2) {
    const results: FigureResult[] = []
    for (const { subject, said } of jobs) results.push(await checkFigure(subject, said))
    return results
  }
  // What takes longest begins first, or one core is left with it at the end.
  const work = ({ subject }: Job) => (isSurvey(subject) ? subject.seeds * subject.of.until : 0)
  const order = jobs.toSorted((one, other) => work(other) - work(one))
  const module = new URL('../figure-worker.ts', import.meta.url)
  const answers = new Map(
    (await onThreads<Job, FigureResult>(module, order, { cores })).map((it, i) => [order[i]!, it]),
  )
  return jobs.map((job) => answers.get(job)!)
}
