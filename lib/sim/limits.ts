// How much a run may take, and how it stops with a sentence instead of an exception.

/** Thrown inside a run; its sentence is what a figure says. */
export class Stop extends Error {}

export type Limits = {
  readonly nodes: number
  readonly lines: number
  /** Milliseconds of true time. */
  readonly until: number
  readonly events: number
  /** Events at one instant. */
  readonly instant: number
}

const day = 86_400_000
/** In a page or a link. */
export const pageLimits: Limits = {
  nodes: 200,
  lines: 500,
  until: 31 * day,
  events: 200_000,
  instant: 10_000,
}
/** A survey in a page: as many nodes as at build, since nobody draws them; no run is longer. */
export const surveyLimits: Limits = { ...pageLimits, nodes: 1000 }
/** In tests, and in surveys at build. */
export const buildLimits: Limits = {
  nodes: 1000,
  lines: 5000,
  until: 366 * day,
  events: 20_000_000,
  instant: 100_000,
}
