// A survey's facts, how much work it is, and the other surveys on which claims should fail.

import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Facts, Json, Options } from '@/lib/sim/protocol'
import { factsOfSamples } from '@/lib/studies/many-runs'
import type { AnySurvey } from '../data'
import { few, shotSamples } from '../surveys'

/** Mean, median, p90 and share of the fact it plots; lists where it has several groups. */
export const factsOfSurvey = async (survey: AnySurvey): Promise<Facts> =>
  factsOfSamples(survey, await shotSamples(survey))

const mostEvents = 20_000_000

/** The sentence that says that a survey is too much work for a build, by its first run of each. */
export function tooMuch(protocol: AnyProtocol, { of, seeds, over }: AnySurvey): string | undefined {
  let events = 0
  for (const value of over?.values ?? [undefined]) {
    const options = over ? { ...of.options, [over.option]: value! } : of.options
    const scenario = { ...of, seed: 0, ...(options && { options }) }
    events += seeds * run(protocol, scenario, { promises: false, limits: buildLimits }).events
  }
  return events > mostEvents
    ? `about ${events} events in all runs, and at most ${mostEvents} are taken`
    : undefined
}

/** The ends of a dial, and the other side of a switch. */
const others = (options: Options, now: AnySurvey['of']['options']): [string, Json][] =>
  Object.entries(options).flatMap(([name, option]): [string, Json][] => {
    if (option.is === 'switch') return [[name, !(now?.[name] ?? option.default)]]
    if (option.is === 'number') return [option.from, option.to].map((value) => [name, value])
    return []
  })

/** The same survey with fewer seeds and another value of each dial, in words and as data. */
export const otherSurveys = (protocol: AnyProtocol, survey: AnySurvey): [string, AnySurvey][] => {
  const { of, over } = survey
  const seeds = Math.max(1, Math.min(survey.seeds, Math.floor(few / (over?.values.length ?? 1))))
  return others(protocol.options, of.options)
    .filter(([name]) => name !== over?.option)
    .map(([name, value]) => {
      const options = { ...of.options, [name]: value }
      return [`with ${name} ${JSON.stringify(value)}`, { ...survey, seeds, of: { ...of, options } }]
    })
}
