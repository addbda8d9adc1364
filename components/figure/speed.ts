// How fast a film is played: film time per real time, on a scale of 1, 2 and 5.

import type { Millis } from '@/lib/sim/protocol'

/** What a whole film takes when nobody has chosen a speed. */
const wholeFilm = 25_000

/** The n-th step of the scale: 0 is true time, -1 is 1/2, 1 is 2, -2 is 1/5, … */
const scale = (step: number): number => {
  const size = Math.abs(step)
  const value = [1, 2, 5][size % 3]! * 10 ** Math.floor(size / 3)
  return step < 0 ? 1 / value : value
}

/** The step of the scale at which a film of this length takes about 25 s. */
export function defaultStep(until: Millis): number {
  let best = 0
  const off = (step: number) => Math.abs(Math.log((scale(step) * wholeFilm) / until))
  for (let step = -18; step <= 27; step++) if (off(step) < off(best)) best = step
  return best
}

export type Speed = { readonly step: number; readonly ratio: number; readonly says: string }
export const speedAt = (step: number): Speed => {
  const ratio = scale(step)
  const number = Math.round(ratio < 1 ? 1 / ratio : ratio)
  return { step, ratio, says: ratio < 1 ? `× 1/${number}` : `× ${number}` }
}

/** So many steps slower, and as many faster, than the default. */
const farthest = 4

/** The nearest step of those that a film of this length is played at. */
export const paceNear = (until: Millis, step: number): number => {
  const middle = defaultStep(until)
  return Math.max(middle - farthest, Math.min(middle + farthest, step))
}

/** All of them, the slowest first. */
export const speeds = (until: Millis): readonly Speed[] => {
  const middle = defaultStep(until)
  return Array.from({ length: 2 * farthest + 1 }, (_, i) => speedAt(middle + i - farthest))
}
