// A survey: one scenario over many seeds (and perhaps over the values of one option), plotted.

/** `fact` is read when each run has ended; `theory` is the curve it is held against. */
export type SurveyOf<S> = {
  readonly of: S
  readonly seeds: number
  readonly fact: string
  readonly over?: { readonly option: string; readonly values: readonly number[] }
  readonly theory?: { readonly says: string; readonly values: readonly number[] }
  readonly title?: string
}
