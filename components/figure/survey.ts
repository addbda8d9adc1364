// What a survey that is awake needs at once: its picture, and which run a dot stands for.

import { type AnyDataPicture, fetchDataPicture } from '@/components/pictures/data'
import { pageLimits } from '@/lib/sim/limits'
import { type AnyScenario, countOf } from '@/lib/sim/scenario'
import { turned } from '@/lib/sim/survey'
import type { Summary } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { factWords } from '@/lib/studies/survey-chart'

/** Fetches the picture of a survey, and nothing of its protocol: that is for who makes runs. */
export const fetchChart = (): Promise<AnyDataPicture> => fetchDataPicture('chart')

/** One run that a reader may open: its scenario, and what it is among the others. */
export type Opened = { readonly of: AnyScenario; readonly says: string }

const openedAt = ({ over }: AnySurvey, of: AnyScenario, seed: number, at: number | undefined) => ({
  ...(over && at !== undefined ? turned(of, over.option, at) : of),
  seed,
})

/** The run behind a dot: its seed, and which value of the option it has. */
export function runAt(
  survey: AnySurvey,
  of: AnyScenario,
  { seed, x }: { seed: number; x: number },
  { values }: Summary,
): Opened {
  const value = values?.[seed]
  const says = values
    ? `Seed ${seed}, ${factWords(survey)}: ${value ?? 'none'}.`
    : `At ${x} the run in the middle is seed ${seed}.`
  return { of: openedAt(survey, of, seed, values ? undefined : x), says }
}

/** A film has a picture of every node; a crowd is only counted. */
export const canBePlayed = (of: AnyScenario) => countOf(of) <= pageLimits.nodes

export const choices = ['least', 'middle', 'most'] as const

/** The run that has the least, the middle or the highest value, by its seed; undefined for none. */
export function seedOf({ values = [] }: Summary, choice: string): number | undefined {
  const known = values.flatMap((value, seed) => (value === null ? [] : [{ value, seed }]))
  known.sort((a, b) => a.value - b.value || a.seed - b.seed)
  const at = { least: 0, middle: Math.floor(known.length / 2), most: known.length - 1 }[choice]
  return at === undefined ? undefined : known[at]?.seed
}
