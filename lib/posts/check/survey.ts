// A survey's facts, and the other surveys that a claim about it should fail on.

import { type Sample, sample } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Facts, Json, Options } from '@/lib/sim/protocol'
import type { AnySurvey } from '../data'
import { sharesOf, shootSurvey, surveyFacts } from '../surveys'

/** Fewer runs than this are not worth a thread. */
const few = 300

type Shot = Parameters<typeof sharesOf>[0]

const samplesOf = async (protocol: AnyProtocol, survey: AnySurvey): Promise<readonly Sample[]> => {
  const shot = survey as Shot
  if (survey.seeds * (survey.over?.values.length ?? 1) > few) return shootSurvey(shot)
  return sharesOf(shot).flatMap((share) => sample(protocol, share, buildLimits))
}

/** Mean, median, p90 and share of the fact it plots; with `over`, lists by the option's values. */
export const factsOfSurvey = async (protocol: AnyProtocol, survey: AnySurvey): Promise<Facts> => {
  const samples = await samplesOf(protocol, survey)
  const { over } = survey
  if (!over) return surveyFacts(samples)
  const all = over.values.map((value) => surveyFacts(samples.filter((it) => it.at === value)))
  const facts = ['mean', 'median', 'p90', 'share'] as const
  return Object.fromEntries(facts.map((fact) => [fact, all.map((it) => it[fact])]))
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
  const seeds = Math.min(survey.seeds, Math.floor(few / (over?.values.length ?? 1)))
  return others(protocol.options, of.options).map(([name, value]) => {
    const options = { ...of.options, [name]: value }
    return [`with ${name} ${JSON.stringify(value)}`, { ...survey, seeds, of: { ...of, options } }]
  })
}
