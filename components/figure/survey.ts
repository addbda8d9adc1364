// What a survey that is awake needs at once: its picture, and which run a dot stands for.

import { type AnyDataPicture, fetchDataPicture } from '@/components/pictures/data'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { Summary } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { factWords } from '@/lib/studies/survey-chart'

/** Fetches the picture of a survey, and nothing of its protocol: that is for who makes runs. */
export const fetchChart = (): Promise<AnyDataPicture> => fetchDataPicture('chart')

/** One run that a reader may open: its scenario, and what it is among the others. */
export type Opened = { readonly of: AnyScenario; readonly says: string }

const openedAt = (survey: AnySurvey, of: AnyScenario, seed: number, at: number | undefined) => {
  const { over } = survey
  const options = over && at !== undefined ? { ...of.options, [over.option]: at } : of.options
  return { ...of, seed, ...(options && { options }) }
}

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

export const choices = ['least', 'middle', 'most'] as const

/** The run that has the least, the middle or the highest value, by its seed; undefined for none. */
export function seedOf({ values = [] }: Summary, choice: string): number | undefined {
  const known = values.flatMap((value, seed) => (value === null ? [] : [{ value, seed }]))
  known.sort((a, b) => a.value - b.value || a.seed - b.seed)
  const at = { least: 0, middle: Math.floor(known.length / 2), most: known.length - 1 }[choice]
  return at === undefined ? undefined : known[at]?.seed
}
