// Checks one figure: why this seed, what happens, which claims hold and what makes them false.
// Plain data in, plain data out, so that the result can be remembered.

import type { AnyProtocol, Facts } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { groupsOf } from '@/lib/studies/many-runs'
import { type AnyStudied, type AnySurvey, isScenario, isSurvey, type Subject } from '../data'
import { protocolOf } from '../figures'
import { failure, holdClaim, runOf, type Said } from './claim'
import { differences, holds, type That } from './expected'
import { falsify } from './falsify'
import { factsAtMoment } from './moments'
import { factsText, type Story, storyOf } from './story'
import { falsifyStudy, holdStudy, storyOfStudy, studyOf } from './study'
import { eventsOf, factsAtGroup, factsOfSurvey, fewer, otherSurveys, tooMuch } from './survey'

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
  /** What asks for more than a build, or a page, can run: nothing else is known of it. */
  readonly tooMuch?: { readonly field: 'seeds' | 'until'; readonly says: string }
  readonly claims: readonly ClaimResult[]
  /** The names of all facts, for those who ask for one. */
  readonly facts: readonly string[]
}

const unknownFact = (that: That, facts: Facts) => {
  const name = Object.keys(that).find((fact) => !Object.hasOwn(facts, fact))
  return name === undefined ? undefined : { name, known: Object.keys(facts) }
}

const checkBecause = (protocol: AnyProtocol, scenario: AnyScenario) => {
  const { because, poster } = scenario
  if (!because) return undefined
  const { at = poster } = because
  const that = because.that as That
  const facts = factsAtMoment(protocol, scenario, at)
  if (holds(that, facts)) return undefined
  const fact = Object.keys(that).find((name) => !holds({ [name]: that[name]! }, facts))!
  return { fact, says: `at ${at} ms ${differences(that, facts)}` }
}

const onRun = async (
  protocol: AnyProtocol,
  figure: AnyScenario,
  said: Said,
): Promise<ClaimResult> => {
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

const unrun = (tooMuch: NonNullable<FigureResult['tooMuch']>): FigureResult => ({
  ...{ story: { text: '' }, tooMuch, claims: [], facts: [] },
})

const checkScenario = async (figure: AnyScenario, said: readonly Said[]): Promise<FigureResult> => {
  const protocol = await protocolOf(figure)
  const story = storyOf(protocol, figure)
  if (story.stopped) return unrun({ field: 'until', says: story.stopped.replace(/\.$/, '') })
  const because = checkBecause(protocol, figure)
  const claims: ClaimResult[] = []
  for (const one of said) claims.push(await onRun(protocol, figure, one))
  const facts = Object.keys(factsAtMoment(protocol, figure, figure.poster))
  return { story, ...(because && { because }), claims, facts }
}

const none = { facts: {}, falseIf: [] }
const timeless = ({ at, from, never, against }: Said) =>
  at === undefined && from === undefined && !never && !against
const noLever = (name: string, known: readonly string[]): ClaimResult => ({
  ...none,
  wrong: 'there is no such lever',
  unknown: { name, known },
})

/** Why a survey cannot be asked this. */
const unaskable = (groups: readonly number[], { at, ...rest }: Said) => {
  if (!timeless(rest)) return 'a survey has no moments; leave out from, to and never'
  if (at === undefined || groups.includes(at)) return undefined
  return groups.length === 0
    ? 'a survey over nothing has no moments; leave out at'
    : `at: expected one of ${groups.join(', ')}, got ${at}`
}

const onSurvey = async (
  protocol: AnyProtocol,
  figure: AnySurvey,
  said: Said,
): Promise<ClaimResult> => {
  const of = runOf(figure.of, said)
  if (!of) {
    const known = (figure.of.levers ?? []).map((it) => it.label)
    return noLever(said.lever ?? '', known)
  }
  const groups = groupsOf(figure) ?? []
  const wrong = unaskable(groups, said)
  if (wrong) return { ...none, wrong }
  const survey = { ...figure, of }
  const all = await factsOfSurvey(survey)
  const facts = factsAtGroup(all, groups, said.at)
  const unknown = unknownFact(said.that, facts)
  if (unknown) return { facts, falseIf: [], unknown, wrong: `there is no fact ${unknown.name}` }
  if (!holds(said.that, facts)) return { facts, falseIf: [], wrong: differences(said.that, facts) }
  return { facts, falseIf: await falsifySurvey(protocol, survey, said, all) }
}

/** What makes a claim false that a survey bears out: another value of it, another end of a dial. */
const falsifySurvey = async (
  protocol: AnyProtocol,
  survey: AnySurvey,
  { that, at }: Said,
  all: Facts,
): Promise<readonly string[]> => {
  const groups = groupsOf(survey) ?? []
  const held = (of: Facts, group = at) => holds(that, factsAtGroup(of, groups, group))
  const elsewhere = at === undefined ? [] : groups.filter((it) => !held(all, it))
  const falseIf = elsewhere.length ? [`at ${elsewhere.length} of ${groups.length} values`] : []
  // A claim that is not so of fewer runs of the very same says nothing of fewer runs of others.
  const events = eventsOf(protocol, survey)
  const small = fewer(survey, events)
  const tried = held(await factsOfSurvey(small)) ? small : survey
  // Each thing tried is many runs: what makes a claim false is looked for only as far as this.
  const enough = tried === small ? 2 : 1
  if (falseIf.length >= enough) return falseIf
  for (const [words, other] of otherSurveys(protocol, tried, events)) {
    if (falseIf.length >= enough) break
    if (!held(await factsOfSurvey(other))) falseIf.push(words)
  }
  return falseIf
}

const checkSurvey = async (survey: AnySurvey, said: readonly Said[]): Promise<FigureResult> => {
  const protocol = await protocolOf(survey.of)
  const much = tooMuch(protocol, survey)
  if (much) return unrun({ field: 'seeds', says: much })
  const facts = await factsOfSurvey(survey)
  const claims: ClaimResult[] = []
  for (const one of said) claims.push(await onSurvey(protocol, survey, one))
  return { story: { text: factsText(facts) }, claims, facts: Object.keys(facts) }
}

const checkStudy = async (studied: AnyStudied, said: readonly Said[]): Promise<FigureResult> => {
  const study = await studyOf(studied)
  const onStudy = (one: Said): ClaimResult => {
    const { that, lever } = one
    const pulled = studied.levers?.find((it) => it.label === lever)
    if (lever !== undefined && !pulled)
      return noLever(
        lever,
        (studied.levers ?? []).map((it) => it.label),
      )
    if (!timeless(one)) return { ...none, wrong: 'a study has no moments; say only what is so' }
    const given = { ...studied.options, ...pulled?.options }
    const { facts, wrong } = holdStudy(study, given, that)
    const unknown = unknownFact(that, facts)
    if (unknown) return { facts, falseIf: [], unknown, wrong: `there is no fact ${unknown.name}` }
    if (wrong) return { facts, falseIf: [], wrong }
    return { facts, falseIf: falsifyStudy(study, studied, given, that) }
  }
  const facts = Object.keys(holdStudy(study, studied.options ?? {}, {}).facts)
  return { story: storyOfStudy(study, studied.options ?? {}), claims: said.map(onStudy), facts }
}

/** Everything there is to know about a valid figure and what is claimed of it. */
export const checkFigure = (subject: Subject, said: readonly Said[]): Promise<FigureResult> => {
  if (isScenario(subject)) return checkScenario(subject, said)
  return isSurvey(subject) ? checkSurvey(subject, said) : checkStudy(subject, said)
}
