// What a film plots: the numbers of the fact `plotted`, by name, over the whole film.

import { type Film, factsAt } from '@/lib/sim/film'
import type { Json } from '@/lib/sim/protocol'

export type Line = {
  readonly says: string
  readonly points: readonly (readonly [at: number, value: number])[]
}
export type ChartData = {
  /** What the numbers count: `plotted.unit`, where it is a word. */
  readonly unit: string
  readonly lines: readonly Line[]
  /** A round number that none exceeds. */
  readonly most: number
}

/** A round step that divides a stretch into about so many. */
export const stepOf = (length: number, about: number) => {
  const raw = length / about || 1
  const ten = 10 ** Math.floor(Math.log10(raw))
  return [1, 2, 5, 10].map((f) => f * ten).find((step) => step >= raw) ?? raw
}

const looks = 160
const known = new WeakMap<object, ChartData>()

export const chartOf = (film: Film): ChartData => {
  const before = known.get(film.reel)
  if (before) return before
  const moments = Array.from({ length: looks + 1 }, (_, i) => (film.until * i) / looks)
  const found = moments.map((at) => {
    const plotted = (factsAt(film, at).plotted ?? {}) as { readonly [name: string]: Json }
    return { at, plotted }
  })
  const last = found.at(-1)!.plotted
  const names = Object.keys(last).filter((name) => typeof last[name] === 'number')
  const lines = names.map((says) => ({
    says,
    points: found.map(({ at, plotted }) => [at, Number(plotted[says] ?? 0)] as const),
  }))
  const highest = Math.max(1, ...lines.flatMap(({ points }) => points.map(([, value]) => value)))
  const step = stepOf(highest, 4)
  const most = Math.ceil(highest / step - 1e-9) * step
  const data = { unit: typeof last.unit === 'string' ? last.unit : '', lines, most }
  known.set(film.reel, data)
  return data
}
