// Checks one figure: why this seed, what happens, which claims hold and what makes them false.
// Plain data in, plain data out, so that the result can be remembered.

import type { AnyProtocol, Facts } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { type AnySurvey, isScenario, type Subject } from '../data'
import { protocolOf } from '../figures'
import { failure, holdClaim, runOf, type Said } from './claim'
import { differences, holds, type That } from './expected'
import { falsify } from './falsify'
import { factsAtMoment } from './moments'
import { factsText, type Story, storyOf } from './story'
import { factsOfSurvey, otherSurveys } from './survey'

export type ClaimResult = {
  /** Why it does not hold; left out where it does. */
  readonly wrong?: string
  /** A name in the claim (a fact, a lever) that does not exist, and those that do. */
  readonly unknown?: { readonly name: string; readonly known: readonly string[] }
  readonly facts: Facts
  /** What makes it false. */
  readonly falseIf: readonly string[]
}
export type FigureResult = {
  readonly story: Story
  /** Which fact of `because` is not so, and how. */
  readonly because?: { readonly fact: string; readonly says: string }
  readonly claims: readonly ClaimResult[]
  /** The names of all facts, for those who ask for one. */
  readonly facts: readonly string[]
}

const unknownFact = (that: That, facts: Facts) => {
  const name = Object.keys(that).find((fact) => !Object.hasOwn(facts, fact))
  return name === undefined ? undefined : { name, known: Object.keys(facts) }
}

const checkBecause = (protocol: AnyProtocol, scenario: AnyScenario) => {
  const { because } = scenario
  if (!because) return undefined
  const that = because.that as That
  const facts = factsAtMoment(protocol, scenario, because.at)
  if (holds(that, facts)) return undefined
  const fact = Object.keys(that).find((name) => !holds({ [name]: that[name]! }, facts))!
  return { fact, says: `at ${because.at} ms ${differences(that, facts)}` }
}

const onRun = async (
  protocol: AnyProtocol,
  figure: AnyScenario,
  said: Said,
): Promise<ClaimResult> => {
  const none = { facts: {}, falseIf: [] }
  if (said.at === undefined && said.from === undefined && !said.never)
    return { ...none, wrong: 'of a run one says at, from and to, or never' }
  const scenario = runOf(figure, said)
  if (!scenario) {
    const known = (figure.levers ?? []).map((it) => it.label)
    return said.lever && !known.includes(said.lever)
      ? { ...none, wrong: 'there is no such lever', unknown: { name: said.lever, known } }
      : { ...none, wrong: 'the figure has no second film' }
  }
  const verdict = holdClaim(protocol, scenario, said)
  const { facts } = verdict
  const unknown = unknownFact(said.that, facts)
  if (unknown) return { facts, falseIf: [], unknown, wrong: `there is no fact ${unknown.name}` }
  if (!verdict.holds) return { facts, falseIf: [], wrong: failure(said, verdict) }
  return { facts, falseIf: await falsify(protocol, scenario, said) }
}

const checkScenario = async (figure: AnyScenario, said: readonly Said[]): Promise<FigureResult> => {
  const protocol = await protocolOf(figure)
  const because = checkBecause(protocol, figure)
  const claims: ClaimResult[] = []
  for (const one of said) claims.push(await onRun(protocol, figure, one))
  const facts = Object.keys(factsAtMoment(protocol, figure, figure.poster))
  return { story: storyOf(protocol, figure), ...(because && { because }), claims, facts }
}

const onSurvey = async (
  protocol: AnyProtocol,
  survey: AnySurvey,
  facts: Facts,
  said: Said,
): Promise<ClaimResult> => {
  const unknown = unknownFact(said.that, facts)
  if (unknown) return { facts, falseIf: [], unknown, wrong: `there is no fact ${unknown.name}` }
  if (said.at !== undefined || said.from !== undefined || said.never)
    return {
      facts,
      falseIf: [],
      wrong: 'a survey has no moments; leave out at, from, to and never',
    }
  if (!holds(said.that, facts)) return { facts, falseIf: [], wrong: differences(said.that, facts) }
  const falseIf: string[] = []
  for (const [words, other] of otherSurveys(protocol, survey))
    if (!holds(said.that, await factsOfSurvey(protocol, other))) falseIf.push(words)
  return { facts, falseIf }
}

const checkSurvey = async (survey: AnySurvey, said: readonly Said[]): Promise<FigureResult> => {
  const protocol = await protocolOf(survey.of)
  const facts = await factsOfSurvey(protocol, survey)
  const claims: ClaimResult[] = []
  for (const one of said) claims.push(await onSurvey(protocol, survey, facts, one))
  return { story: { text: factsText(facts) }, claims, facts: Object.keys(facts) }
}

/** Everything there is to know about a valid figure and what is claimed of it. */
export const checkFigure = (subject: Subject, said: readonly Said[]): Promise<FigureResult> =>
  isScenario(subject) ? checkScenario(subject, said) : checkSurvey(subject as AnySurvey, said)
