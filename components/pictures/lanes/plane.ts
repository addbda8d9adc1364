// The plane that lanes stand in: its size and where its moments are, whatever happens in them.

import { textWidth } from '../lettering'
import type { Shape } from '../picture'
import { alongOf, type Stretch, type TimePlot } from '../time-plot'

export type Plane = TimePlot & {
  /** Where each lane runs. */
  readonly lanes: readonly number[]
  readonly gap: number
}

const frames = {
  wide: { width: 720, height: 480, size: 17, inside: [0, 34, 700, 432] },
  tall: { width: 320, height: 360, size: 13, inside: [42, 44, 316, 352] },
  thumb: { width: 220, height: 140, size: 13, inside: [8, 8, 212, 132] },
} as const

/** Time to the right and a lane below each name; tall, time down and lanes side by side. */
export const planeOf = (shape: Shape, names: readonly string[], page: Stretch): Plane => {
  const { width, height, size, inside: frame } = frames[shape]
  const down = shape === 'tall'
  const widest = Math.max(...names.map((name) => textWidth(name, size)))
  const left = shape === 'wide' ? Math.min(150, widest) + 20 : frame[0]
  const inside = [left, frame[1], frame[2], frame[3]] as const
  const [from, to] = down ? [inside[1], inside[3]] : [inside[0], inside[2]]
  const [first, last] = down ? [inside[0], inside[2]] : [inside[1], inside[3]]
  const gap = (last - first) / names.length
  // Labels stand at the right of their lanes: there the last one needs its room.
  const lanes = names.map((_, i) => first + (i + (down ? 0.36 : 0.5)) * gap)
  const along = alongOf(page, from, to)
  return { width, height, size, down, thumb: shape === 'thumb', inside, along, lanes, gap }
}
