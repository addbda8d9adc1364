// Time to the right and lanes below each other; on a phone, time down and lanes side by side.

import type { Millis } from '@/lib/sim/protocol'
import type { Box, Point } from '../geometry'
import { textWidth } from '../lettering'
import type { Shape } from '../picture'
import type { Page } from './page'

export type Plot = {
  readonly width: number
  readonly height: number
  readonly size: number
  readonly down: boolean
  readonly thumb: boolean
  readonly page: Page
  /** Where lanes and time may be drawn. */
  readonly inside: Box
  /** Where each lane runs. */
  readonly lanes: readonly number[]
  readonly gap: number
  readonly along: (at: Millis) => number
  readonly point: (at: Millis, lane: number) => Point
}

const frames = {
  wide: { width: 720, height: 480, size: 17, inside: [0, 34, 700, 432] },
  tall: { width: 320, height: 360, size: 13, inside: [42, 44, 316, 352] },
  thumb: { width: 220, height: 140, size: 13, inside: [8, 8, 212, 132] },
} as const

/** How many flights of a message fit beside each other. */
export const roomOf = (shape: Shape) => (shape === 'wide' ? 16 : shape === 'tall' ? 9 : 12)

export const plotOf = (names: readonly string[], page: Page, shape: Shape): Plot => {
  const { width, height, size, inside: frame } = frames[shape]
  const down = shape === 'tall'
  const widest = Math.max(...names.map((name) => textWidth(name, size)))
  const left = shape === 'wide' ? Math.min(150, widest) + 20 : frame[0]
  const inside = [left, frame[1], frame[2], frame[3]] as const
  const [from, to] = down ? [inside[1], inside[3]] : [inside[0], inside[2]]
  const [first, last] = down ? [inside[0], inside[2]] : [inside[1], inside[3]]
  const gap = (last - first) / names.length
  const lanes = names.map((_, i) => first + (i + 0.5) * gap)
  const along = (at: Millis) => from + ((at - page.from) / (page.to - page.from)) * (to - from)
  const point = (at: Millis, lane: number) =>
    down ? { x: lanes[lane]!, y: along(at) } : { x: along(at), y: lanes[lane]! }
  const thumb = shape === 'thumb'
  return { width, height, size, down, thumb, page, inside, lanes, gap, along, point }
}

const units = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 } as const
type Unit = keyof typeof units

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
export const ticksOf = ({ from, to }: Page, least: Millis) => {
  const step = rounds.find((one) => one >= least) ?? Math.ceil(least / 86_400_000) * 86_400_000
  const unit: Unit = step >= 1_800_000 ? 'h' : step >= 60_000 ? 'min' : step >= 1000 ? 's' : 'ms'
  const ticks: { at: Millis; says: string }[] = []
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to * (1 + 1e-9); i++)
    ticks.push({ at: i * step, says: `${Number(((i * step) / units[unit]).toFixed(3))}` })
  return { ticks, unit, step }
}
