// Time to the right and lanes below each other; on a phone, time down and lanes side by side.

import type { Millis } from '@/lib/sim/protocol'
import type { Point } from '../geometry'
import { textWidth } from '../lettering'
import type { Shape } from '../picture'
import { alongOf, type TimePlot } from '../time-plot'
import type { Page } from './page'

export type Plot = TimePlot & {
  readonly page: Page
  /** Where each lane runs. */
  readonly lanes: readonly number[]
  readonly gap: number
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
  const along = alongOf(page, from, to)
  const point = (at: Millis, lane: number) =>
    down ? { x: lanes[lane]!, y: along(at) } : { x: along(at), y: lanes[lane]! }
  const thumb = shape === 'thumb'
  return { width, height, size, down, thumb, page, inside, lanes, gap, along, point }
}
