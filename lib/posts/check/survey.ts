// A survey's facts: the mean, the median, the 90th percentile and the share of what it plots.

import { type Sample, sample } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Facts, Json, Options } from '@/lib/sim/protocol'
import type { AnySurvey } from '../data'

const rounded = (value: number) => Math.round(value * 1e6) / 1e6
const yes = (value: Json) => value !== null && value !== false && value !== 0

/** Of numbers: all four; of anything else: the share of runs in which there is something. */
const summary = (samples: readonly Sample[]): { [fact: string]: Json } => {
  const numbers = samples
    .map((it) => it.value)
    .filter((it): it is number => typeof it === 'number')
    .sort((a, b) => a - b)
  const share = rounded(samples.filter((it) => yes(it.value)).length / samples.length)
  if (numbers.length === 0) return { mean: null, median: null, p90: null, share }
  const at = (part: number) =>
    numbers[Math.min(numbers.length - 1, Math.floor(part * numbers.length))]!
  const mean = numbers.reduce((sum, it) => sum + it, 0) / numbers.length
  return { mean: rounded(mean), median: rounded(at(0.5)), p90: rounded(at(0.9)), share }
}

/** Seeds from that of its scenario on; with `over`, each fact is a list by the option's values. */
export const surveyFacts = (protocol: AnyProtocol, survey: AnySurvey): Facts => {
  const { of, fact, seeds, over } = survey
  const share = { scenario: of, fact, from: of.seed, to: of.seed + seeds }
  if (!over) return summary(sample(protocol, share, buildLimits))
  const all = over.values.map((value) =>
    summary(sample(protocol, { ...share, option: over.option, value }, buildLimits)),
  )
  return Object.fromEntries(
    Object.keys(all[0] ?? {}).map((name) => [name, all.map((it) => it[name] ?? null)]),
  )
}

/** The same survey with another seed to begin with, or another value of each of its dials. */
export function* otherSurveys(
  protocol: AnyProtocol,
  survey: AnySurvey,
): Generator<[string, AnySurvey]> {
  const { of } = survey
  yield ['with other seeds', { ...survey, of: { ...of, seed: of.seed + survey.seeds } }]
  for (const [name, option] of Object.entries(protocol.options as Options)) {
    const values: Json[] =
      option.is === 'switch'
        ? [!(of.options?.[name] ?? option.default)]
        : option.is === 'number'
          ? [option.from, option.to]
          : []
    for (const value of values) {
      const options = { ...of.options, [name]: value }
      yield [`with ${name} ${JSON.stringify(value)}`, { ...survey, of: { ...of, options } }]
    }
  }
}
