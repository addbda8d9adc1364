// A plane with time on one side: where moments stand, and which round ones its axis names.

import type { Millis } from '@/lib/sim/protocol'
import type { Box } from './geometry'

export type Stretch = { readonly from: Millis; readonly to: Millis }
export type TimePlot = {
  readonly width: number
  readonly height: number
  /** The size of letters. */
  readonly size: number
  /** Time runs down: on a phone, where there is more room that way. */
  readonly down: boolean
  readonly thumb: boolean
  readonly inside: Box
  readonly along: (at: Millis) => number
}

/** Where a moment stands between two edges. */
export const alongOf =
  ({ from, to }: Stretch, first: number, last: number) =>
  (at: Millis) =>
    first + ((at - from) / (to - from || 1)) * (last - first)

const units = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 } as const
export type Unit = keyof typeof units

/** A moment as a bare number of the axis' unit. */
export const momentIn = (unit: Unit, at: Millis) =>
  `${Number((at / units[unit]).toFixed(unit === 'ms' ? 0 : 2))}`

const fine = [1, 2, 5].map((n) => n / 1000)
const coarse = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((min) => min * 60_000)
/** A thousandth of a ms, and from there in steps of 1, 2, 5 to half a minute; then as clocks do. */
const rounds = [
  ...Array.from({ length: 24 }, (_, i) => fine[i % 3]! * 10 ** Math.floor(i / 3)),
  ...coarse,
].filter((step) => step <= 20_000 || step >= 60_000)

/** Round moments for an axis, at least `least` ms apart, and their unit. */
export const ticksOf = ({ from, to }: Stretch, least: Millis) => {
  const step = rounds.find((one) => one >= least) ?? Math.ceil(least / 86_400_000) * 86_400_000
  const unit: Unit = step >= 1_800_000 ? 'h' : step >= 60_000 ? 'min' : step >= 1000 ? 's' : 'ms'
  const ticks: { at: Millis; says: string }[] = []
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to * (1 + 1e-9); i++)
    ticks.push({ at: i * step, says: `${Number(((i * step) / units[unit]).toFixed(3))}` })
  return { ticks, unit, step }
}
export type Axis = ReturnType<typeof ticksOf>
