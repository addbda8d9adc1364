// Shoots a survey on all cores: the same samples in the same order, however many there are.

import { availableParallelism } from 'node:os'
import type { Sample, Share } from '@/lib/sim/lean'
import { sharesOf } from '@/lib/studies/many-runs'
import { onThreads } from './crew'
import type { AnySurvey } from './data'
import { type Shoot, samplesOf, shootHere } from './samples'

/** All samples of a survey, by value and then by seed. Rejects when a worker fails. */
export async function shootSurvey(survey: AnySurvey, cores = availableParallelism()) {
  const module = new URL('./survey-worker.ts', import.meta.url)
  return (await onThreads<Share, Sample[]>(module, sharesOf(survey), { cores })).flat()
}

/** Fewer runs than this are not worth a thread. */
export const few = 300

/** On all cores where that is worth it. */
export const onAllCores: Shoot = (survey) =>
  survey.seeds * (survey.over?.values.length ?? 1) > few ? shootSurvey(survey) : shootHere(survey)

/** The samples of a survey, from where they are kept or from all cores. */
export const shotSamples = (survey: AnySurvey) => samplesOf(survey, onAllCores)
