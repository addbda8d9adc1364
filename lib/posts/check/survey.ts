// A survey's facts, how much work it is, and the other surveys on which claims should fail.

import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Facts, Json, Options } from '@/lib/sim/protocol'
import { turned } from '@/lib/sim/survey'
import { factsOfSamples } from '@/lib/studies/many-runs'
import type { AnySurvey } from '../data'
import { few, shotSamples } from '../surveys'

/** Mean, median, p90 and share of the fact it plots; lists where it has several groups. */
export const factsOfSurvey = async (survey: AnySurvey): Promise<Facts> =>
  factsOfSamples(survey, await shotSamples(survey))

/** Of lists by value or moment what stands at one of them; all, where none is named. */
export function factsAtGroup(facts: Facts, groups: readonly number[], at?: number): Facts {
  if (at === undefined) return facts
  const place = groups.indexOf(at)
  const one = (list: Json) => (list as readonly Json[])[place]!
  return Object.fromEntries(Object.entries(facts).map(([name, list]) => [name, one(list)]))
}

const mostEvents = 20_000_000

/**
 * About how many events one seed of a survey has, by its first run of each value; once there are
 * `most`, nothing is run on.
 */
export function eventsOf(
  protocol: AnyProtocol,
  { of, over }: AnySurvey,
  most = Number.POSITIVE_INFINITY,
): number {
  const values = over?.values ?? [undefined]
  return values.reduce((sum: number, value) => {
    const left = Math.min(most - sum, buildLimits.events)
    if (left <= 0) return sum
    const one = { ...(over ? turned(of, over.option, value!) : of), seed: 0 }
    return (
      sum + run(protocol, one, { promises: false, limits: { ...buildLimits, events: left } }).events
    )
  }, 0)
}

/** The sentence that says that a survey is too much work for a build. */
export function tooMuch(protocol: AnyProtocol, survey: AnySurvey): string | undefined {
  const events = survey.seeds * eventsOf(protocol, survey)
  return events > mostEvents
    ? `about ${events} events in all runs, and at most ${mostEvents} are taken`
    : undefined
}

/** A claim is tried on other surveys with no more work than this, for each. */
const enoughEvents = 100_000

/** The same survey with so few seeds, of so many events each, that others like it may be tried. */
export function fewer(survey: AnySurvey, events: number): AnySurvey {
  const byRuns = Math.floor(few / (survey.over?.values.length ?? 1))
  const byEvents = Math.floor(enoughEvents / Math.max(1, events))
  return { ...survey, seeds: Math.max(1, Math.min(survey.seeds, byRuns, byEvents)) }
}

/** The ends of a dial, and the other side of a switch. */
const others = (options: Options, now: AnySurvey['of']['options']): [string, Json][] =>
  Object.entries(options).flatMap(([name, option]): [string, Json][] => {
    const is = now?.[name] ?? (option.default as Json)
    if (option.is === 'switch') return [[name, !is]]
    if (option.is !== 'number') return []
    return [option.from, option.to].filter((end) => end !== is).map((value) => [name, value])
  })

/**
 * The same survey with another value of each dial, in words and as data, those with the least work
 * first. The end of a dial may be far from where the survey stands: what would be too much work is
 * left out.
 */
export function otherSurveys(
  protocol: AnyProtocol,
  survey: AnySurvey,
  events = eventsOf(protocol, survey),
): (readonly [says: string, AnySurvey])[] {
  const most = 4 * Math.max(enoughEvents / survey.seeds, events)
  return others(protocol.options, survey.of.options)
    .filter(([name]) => name !== survey.over?.option)
    .map(([name, value]) => {
      const other = { ...survey, of: turned(survey.of, name, value) }
      const says = `with ${name} ${JSON.stringify(value)}`
      return { says, other, events: eventsOf(protocol, other, most) }
    })
    .filter(({ events }) => events < most)
    .sort((one, other) => one.events - other.events)
    .map(({ says, other }) => [says, other])
}
