// A survey: one scenario over many seeds, perhaps over an option's values or over time, plotted.

import type { Millis } from './protocol'

/** `fact` is read when each run has ended; `theory` is the curve it is held against. */
export type SurveyOf<S> = {
  readonly of: S
  readonly seeds: number
  readonly fact: string
  /** What the fact counts, for people: "ms until a leader is elected". */
  readonly says?: string
  readonly over?: { readonly option: string; readonly values: readonly number[] }
  /** The fact is read at each of these moments instead, in order: a band over time. */
  readonly along?: readonly Millis[]
  /** A value for each value of `over` or moment of `along`; else the one the mean should be. */
  readonly theory?: { readonly says: string; readonly values: readonly number[] }
  readonly title?: string
}
