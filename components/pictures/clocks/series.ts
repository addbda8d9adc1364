// How wrong each clock is, over true time: what it shows less the time it is.

import { eventAt, type Film, factsAt, readsOf, worldAt } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'

export type Sample = {
  readonly at: Millis
  readonly errors: readonly number[]
  /** How wrong a clock may be at most, where the protocol knows; of all clocks the widest. */
  readonly bound: number | undefined
}
export type Jump = { readonly node: number; readonly at: Millis; readonly error: number }
export type Series = {
  readonly samples: readonly Sample[]
  /** Clocks that were set back, to an hour they had shown before. */
  readonly jumps: readonly Jump[]
  /** A round number that no error of the film exceeds: half a turn of a dial. */
  readonly scale: number
}

const grid = 120
const mostEvents = 400

export const sampleAt = (film: Film, at: Millis): Sample => {
  const world = worldAt(film, at)
  const errors = world.nodes.map(({ id }) => readsOf(film, world, id) - at)
  const found = factsAt(film, at).bounds
  const bounds = Array.isArray(found) ? found.filter((one) => typeof one === 'number') : []
  return { at, errors, bound: bounds.length ? Math.max(...bounds) : undefined }
}

/** A grid over the whole film, and the moments just before and at each event. */
const momentsOf = (film: Film): Millis[] => {
  const { until, length, reel } = film
  const moments = Array.from({ length: grid + 1 }, (_, i) => (until * i) / grid)
  const every = Math.max(1, Math.ceil(length / mostEvents))
  for (let i = 0; i < length; i += every) {
    const at = reel.at.data[i]!
    if (at > 0) moments.push(at - Math.max(1e-6, at * 1e-12), at)
  }
  return [...new Set(moments)].sort((a, b) => a - b)
}

const roundUp = (n: number) => {
  const ten = 10 ** Math.floor(Math.log10(n || 1))
  return [1, 2, 5, 10].map((f) => f * ten).find((one) => one >= n) ?? n
}

/**
 * Of several films the widest: errors are compared side by side, and before and after an edit. Of
 * one that is so much more exact that nothing would be seen of it there, its own.
 */
export const scaleOf = (film: Film, films: readonly Film[]): number => {
  const { scale } = seriesOf(film)
  const widest = Math.max(...films.map((one) => seriesOf(one).scale))
  return widest > 8 * scale ? scale : widest
}

const known = new WeakMap<object, Series>()

export const seriesOf = (film: Film): Series => {
  const before = known.get(film.reel)
  if (before) return before
  const samples = momentsOf(film).map((at) => sampleAt(film, at))
  const worst = Math.max(...samples.flatMap(({ errors }) => errors.map(Math.abs)), 1e-3)
  const series = { samples, jumps: jumpsOf(film), scale: roundUp(worst) }
  known.set(film.reel, series)
  return series
}

const jumpsOf = (film: Film): Jump[] => {
  const jumps: Jump[] = []
  for (let i = 0; i < film.length && jumps.length < 200; i++) {
    const { node, at, kind } = eventAt(film, i)
    if (!node || kind === 'start' || kind === 'death') continue
    const [old, now] = [worldAt(film, at - Math.max(1e-6, at * 1e-12)), worldAt(film, at)]
    const error = readsOf(film, now, node) - at
    if (error - (readsOf(film, old, node) - old.at) < -1e-4) jumps.push({ node, at, error })
  }
  return jumps
}

/** "+1.04 s", "−144 ms": two figures after the point at most, in the unit of the scale. */
export const errorWords = (ms: number, scale: number) => {
  const [size, unit, places] =
    scale >= 2000 ? [1000, 's', 2] : [1, 'ms', scale >= 100 ? 0 : scale >= 10 ? 1 : 2]
  const n = Number((Math.abs(ms) / Number(size)).toFixed(Number(places)))
  return `${n === 0 ? '' : ms < 0 ? '−' : '+'}${n} ${unit}`
}
