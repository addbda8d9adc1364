// A survey: one scenario over many seeds, perhaps over an option's values or over time, plotted.

import type { Json, Millis } from './protocol'
import type { AnyScenario } from './scenario'

/** What a survey goes over beside the options of its protocol: how many nodes there are. */
export const sizeName = 'nodes'

/** The curve that runs are held against: a value for each group, or the one the mean should be. */
export type Theory = {
  readonly says: string
  readonly values: readonly number[]
  /** It speaks of the runs with these options (or `nodes`) turned; left out, as published. */
  readonly where?: { readonly [option: string]: Json }
}

/** `fact` is read when each run has ended; `theory` is what it is held against. */
export type SurveyOf<S> = {
  readonly of: S
  readonly seeds: number
  readonly fact: string
  /** What the fact counts, for people: "ms until a leader is elected". */
  readonly says?: string
  /** `option` may be `nodes`. `says` stands on the axis instead of the option's own words. */
  readonly over?: {
    readonly option: string
    readonly values: readonly number[]
    readonly says?: string
  }
  /** The fact is read at each of these moments instead, in order: a band over time. */
  readonly along?: readonly Millis[]
  readonly theory?: Theory | readonly Theory[]
  /** How the fact is written: a share as per cent; in equal ratios from this value up. */
  readonly axis?: { readonly as?: 'percent'; readonly log?: number }
  /** A reader may ask for so many nodes. */
  readonly sizes?: { readonly from: number; readonly to: number; readonly step: number }
  readonly title?: string
}

/** What a survey is held against, as a list. */
export const theoriesOf = (theory: SurveyOf<unknown>['theory'] = []): readonly Theory[] =>
  'says' in theory ? [theory] : theory

/** A scenario with one option turned, or with so many nodes. */
export function turned(scenario: AnyScenario, option: string, value: Json): AnyScenario {
  if (option === sizeName) return { ...scenario, nodes: value as number }
  return { ...scenario, options: { ...scenario.options, [option]: value } }
}

/** The curve that speaks of these runs: of those published, or with the options it says turned. */
export const theoryOf = (
  { of, theory }: SurveyOf<AnyScenario>,
  now: AnyScenario,
): Theory | undefined =>
  theoriesOf(theory).find(({ where = {} }) =>
    sameRuns(
      Object.entries(where).reduce((one, [name, value]) => turned(one, name, value), of),
      now,
    ),
  )

type Turned = NonNullable<AnyScenario['options']>

/** Whether two scenarios of one figure are the same but for their seeds. */
function sameRuns(a: AnyScenario, b: AnyScenario): boolean {
  const [these, those] = [a, b].map(({ options = {} }) => options) as [Turned, Turned]
  const names = Object.keys({ ...these, ...those })
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  return (
    names.every((name) => same(these[name], those[name])) &&
    same(a.nodes, b.nodes) &&
    same(a.script, b.script)
  )
}
