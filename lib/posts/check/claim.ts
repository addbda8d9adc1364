// Holds one claim against a run: true, or where and how it is not.

import type { AnyProtocol, Facts, Millis } from '@/lib/sim/protocol'
import { type AnyScenario, opponent } from '@/lib/sim/scenario'
import type { Claim } from '../linted'
import { differences, holds } from './expected'
import { factsAtMoment, moments } from './moments'

/** What a claim says, without where it stands. */
export type Said = Pick<Claim, 'that' | 'at' | 'from' | 'to' | 'never' | 'lever'> & {
  readonly against?: boolean | undefined
}
export type Verdict = { readonly holds: boolean; readonly at: Millis; readonly facts: Facts }

/** The run that a claim is about: the figure's own, one with a lever used, or the second film. */
export const runOf = (scenario: AnyScenario, { lever, against }: Said): AnyScenario | undefined => {
  const first = against ? opponent(scenario) : scenario
  if (!first || lever === undefined) return first
  const used = scenario.levers?.find((it) => it.label === lever)
  if (!used) return undefined
  const script = [...(first.script ?? []), ...(used.lines ?? [])]
  const { nodes = first.nodes } = used
  return { ...first, nodes, script, options: { ...first.options, ...used.options } }
}

const ending = (protocol: AnyProtocol, scenario: AnyScenario): Verdict => {
  const at = scenario.until
  return { holds: true, at, facts: factsAtMoment(protocol, scenario, at) }
}

/** Over an interval: from its first moment, and at every event in it. */
const during = (protocol: AnyProtocol, scenario: AnyScenario, said: Said): Verdict => {
  const { that, from = 0, to = scenario.until } = said
  const facts = factsAtMoment(protocol, scenario, from)
  if (!holds(that, facts)) return { holds: false, at: from, facts }
  for (const moment of moments(protocol, { ...scenario, until: to }))
    if (moment.at >= from && !holds(that, moment.facts)) return { holds: false, ...moment }
  return { holds: true, at: from, facts }
}

const never = (protocol: AnyProtocol, scenario: AnyScenario, { that }: Said): Verdict => {
  for (const moment of moments(protocol, scenario))
    if (holds(that, moment.facts)) return { holds: false, ...moment }
  return ending(protocol, scenario)
}

/** Holds a claim against a run (`runOf`), with the moment that decided and its facts. */
export const holdClaim = (protocol: AnyProtocol, scenario: AnyScenario, said: Said): Verdict => {
  if (said.never) return never(protocol, scenario, said)
  if (said.from !== undefined) return during(protocol, scenario, said)
  const at = said.at ?? scenario.until
  const facts = factsAtMoment(protocol, scenario, at)
  return { holds: holds(said.that, facts), at, facts }
}

/** Why a claim does not hold: "at 640 ms leader is 2, expected 3". */
export const failure = ({ that, never: not }: Said, { at, facts }: Verdict): string =>
  not
    ? `at ${at} ms it is so: ${Object.keys(that).join(', ')}`
    : `at ${at} ms ${differences(that, facts)}`
