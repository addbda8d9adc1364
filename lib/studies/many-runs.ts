// Many runs in few numbers: what claims say of a survey, and what its chart is drawn from.

import type { Sample, Share } from '@/lib/sim/lean'
import type { Facts, Json } from '@/lib/sim/protocol'
import { rounded } from './study'
import type { AnySurvey } from './subject'

/** Seeds that one share of work has. */
const seedsAtOnce = 50

/** A survey as shares of work, in the order in which its samples stand. */
export function sharesOf({ of: scenario, seeds, fact, over, along }: AnySurvey): Share[] {
  const shares: Share[] = []
  for (const value of over ? over.values : [undefined])
    for (let from = 0; from < seeds; from += seedsAtOnce) {
      const to = Math.min(seeds, from + seedsAtOnce)
      shares.push({
        ...{ scenario, fact, from, to },
        ...(over && value !== undefined && { option: over.option, value }),
        ...(along && { times: along }),
      })
    }
  return shares
}

/** A number, or yes and no as 1 and 0; null for anything else. */
const numberOf = (value: Json): number | null =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null

/**
 * The place of a quantile among sorted values, by the upper nearest rank: of the least value that
 * more than this part of all do not exceed. So the median of an even number is the upper of the two
 * in the middle, and the p90 of 1 … 10 is 10.
 */
export const placeOf = (count: number, part: number) =>
  Math.min(count - 1, Math.floor(part * count))

const middle = (sorted: readonly number[], part: number) =>
  sorted[placeOf(sorted.length, part)] ?? null

const meanOf = (numbers: readonly number[]) =>
  numbers.length > 0 ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : null

/**
 * Mean, median, p90 of the runs that have a number, and the share of runs that have or are yes. Of
 * no runs each is null.
 */
export function surveyFacts(samples: readonly Sample[]) {
  const numbers = samples.flatMap(({ value }) => numberOf(value) ?? [])
  const sorted = [...numbers].sort((a, b) => a - b)
  const yes = samples.filter(({ value }) => Boolean(value)).length
  return {
    mean: meanOf(numbers),
    median: middle(sorted, 0.5),
    p90: middle(sorted, 0.9),
    share: samples.length > 0 ? yes / samples.length : null,
  }
}

/** The values that a survey's samples are grouped by; undefined where they are one group. */
export const groupsOf = ({ over, along }: AnySurvey): readonly number[] | undefined =>
  over?.values ?? along

const parts = ['mean', 'median', 'p90', 'share'] as const

/** The same for a whole survey: lists by the option's values, or by the moments. */
export function factsOfSamples(survey: AnySurvey, samples: readonly Sample[]): Facts {
  const groups = groupsOf(survey)
  if (!groups) return surveyFacts(samples)
  const all = groups.map((at) => surveyFacts(samples.filter((it) => it.at === at)))
  return Object.fromEntries(parts.map((part) => [part, all.map((it) => it[part])]))
}

/** One value of the option, or one moment. */
export type Row = {
  readonly at: number
  readonly mean: number | null
  /** Eight runs in ten lie between them, and one in ten on either side. */
  readonly least: number | null
  readonly median: number | null
  readonly most: number | null
  /** The seed of the run in the middle. */
  readonly seed: number
}

/** What a survey's picture needs, small enough for a page. */
export type Summary = {
  /** Runs there are, of each value of the option. */
  readonly runs: number
  /** The values are yes and no. */
  readonly yes: boolean
  /** By seed from 0; of a survey over one value. */
  readonly values?: readonly (number | null)[]
  readonly rows?: readonly Row[]
}

const fine = (value: number | null) => (value === null ? null : rounded(value))

function rowOf(at: number, samples: readonly Sample[]): Row {
  const known = samples.flatMap(({ seed, value }) => {
    const number = numberOf(value)
    return number === null ? [] : [{ seed, number }]
  })
  known.sort((a, b) => a.number - b.number || a.seed - b.seed)
  const sorted = known.map(({ number }) => number)
  return {
    at,
    mean: fine(meanOf(sorted)),
    least: fine(middle(sorted, 0.1)),
    median: fine(middle(sorted, 0.5)),
    most: fine(middle(sorted, 0.9)),
    seed: known[placeOf(known.length, 0.5)]?.seed ?? 0,
  }
}

/** Sums up samples, which may be the first of many: whatever there is counts. */
export function summaryOf(survey: AnySurvey, samples: readonly Sample[]): Summary {
  const groups = groupsOf(survey)
  const known = samples.filter(({ value }) => numberOf(value) !== null)
  const yes = known.length > 0 && known.every(({ value }) => typeof value === 'boolean')
  if (!groups) {
    const values = samples.map(({ value }) => fine(numberOf(value)))
    return { runs: samples.length, yes, values }
  }
  const rows = groups.map((at) =>
    rowOf(
      at,
      samples.filter((it) => it.at === at),
    ),
  )
  // Rounded up: the last round may have reached only some of the groups.
  return { runs: -Math.floor(-samples.length / groups.length), yes, rows }
}

/** What the words under a survey say of it, without going back to its runs. */
export function factsOfSummary({ runs, values, rows = [] }: Summary): Facts {
  if (values)
    return { runs, ...surveyFacts(values.map((value, seed) => ({ seed, at: null, value }))) }
  const list = (part: 'at' | 'mean' | 'median' | 'most') => rows.map((row) => row[part])
  return { runs, at: list('at'), mean: list('mean'), median: list('median'), p90: list('most') }
}
