// From values to places and back: axes with round numbers, even or by equal ratios.

import type { Axis } from '@/lib/studies/drawn'

export type Tick = { readonly at: number; readonly says: string }
export type Scale = {
  readonly place: (value: number) => number
  readonly ticks: readonly Tick[]
}

const steps = [1, 2, 2.5, 5, 10]

/** The least round step that is not below `least`. */
const roundStep = (least: number) => {
  const ten = 10 ** Math.floor(Math.log10(least))
  return (steps.find((step) => step * ten >= least * (1 - 1e-9)) ?? 10) * ten
}

const tidy = (value: number) => Number(value.toPrecision(10))
const grouped = (value: number) => {
  const [whole, part] = `${tidy(value)}`.replace('-', '−').split('.')
  const spaced = whole!.length > 4 ? whole!.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return part ? `${spaced}.${part}` : spaced!
}

/** A value as its axis writes it. */
export const wordOf = ({ as }: Axis, value: number): string => {
  if (as === 'percent') return `${tidy(value * 100)} %`
  if (as === 'yes') return value >= 0.5 ? 'yes' : 'no'
  return grouped(value)
}

const evenTicks = (axis: Axis, count: number): Tick[] => {
  const { from, to, as } = axis
  if (as === 'yes') return [0, 1].map((at) => ({ at, says: wordOf(axis, at) }))
  const step = roundStep((to - from) / Math.max(1, count))
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const at = tidy((first + i) * step)
    return { at, says: wordOf(axis, at) }
  })
}

const logTicks = (axis: Axis, count: number): Tick[] => {
  const tens = Math.log10(axis.to / axis.from)
  const within = tens * 3 <= count ? [1, 2, 5] : [1]
  const every = Math.max(1, Math.ceil(tens / count))
  const ticks: Tick[] = []
  for (let ten = Math.floor(Math.log10(axis.from)); ten <= Math.log10(axis.to); ten += every)
    for (const one of within) {
      const at = tidy(one * 10 ** ten)
      if (at >= axis.from * (1 - 1e-9) && at <= axis.to * (1 + 1e-9))
        ticks.push({ at, says: wordOf(axis, at) })
    }
  return ticks
}

const ticksOf = (axis: Axis, count: number): Tick[] => {
  if (axis.marks) return axis.marks.map((at) => ({ at, says: wordOf(axis, at) }))
  return axis.log ? logTicks(axis, count) : evenTicks(axis, count)
}

/** The scale of an axis between two edges, with about `count` ticks or fewer. */
export function scaleOf(axis: Axis, first: number, last: number, count: number): Scale {
  const { from, to, log } = axis
  const share = log
    ? (value: number) => Math.log(Math.max(value, from) / from) / Math.log(to / from)
    : (value: number) => (value - from) / (to - from || 1)
  return {
    place: (value) => first + Math.min(1.02, Math.max(-0.02, share(value))) * (last - first),
    ticks: ticksOf(axis, count),
  }
}
