// Where the nodes of a cluster stand: on a ring, always the same for the same number of nodes.

import { type Point, tenth } from '../geometry'
import type { Shape } from '../picture'

export type Place = {
  readonly width: number
  readonly height: number
  /** The size of letters. */
  readonly size: number
  /** The radius of a node. */
  readonly r: number
  /** Too many for words: dots, and only those that matter are named. */
  readonly dots: boolean
  readonly centre: Point
  readonly spots: readonly Point[]
  /** The nodes' numbers in the order in which they stand around the ring. */
  readonly ring: readonly number[]
}

const frames = {
  wide: { width: 480, height: 480, rx: 152, ry: 152, far: 170, size: 17, radii: [42, 36, 30, 26] },
  tall: { width: 320, height: 360, rx: 110, ry: 110, far: 112, size: 13, radii: [34, 27, 25, 22] },
  thumb: { width: 220, height: 140, rx: 78, ry: 46, far: 56, size: 13, radii: [17, 17, 14, 12] },
} as const

/** More than these are a crowd of dots. */
export const mostNamed = 9

/** From the top, clockwise; two stand side by side, and four in a square that is read in rows. */
const turnOf = (i: number, n: number) =>
  2 * Math.PI * (i / n - 0.25 - (n === 4 ? 0.125 : n === 2 ? 0.25 : 0))

const ringOf = (n: number) => (n === 4 ? [1, 2, 4, 3] : Array.from({ length: n }, (_, i) => i + 1))

const places = new Map<string, Place>()

/** Found once for each number of nodes: a frame asks for it. */
export const placeOf = (n: number, shape: Shape): Place => {
  const key = `${n} ${shape}`
  const place = places.get(key) ?? makePlace(n, shape)
  places.set(key, place)
  return place
}

const makePlace = (n: number, shape: Shape): Place => {
  const { width, height, size, ...frame } = frames[shape]
  const dots = n > mostNamed
  const [rx, ry] = dots ? [frame.far, frame.far] : [frame.rx, frame.ry]
  const turns = ringOf(n).map((_, i, ring) => turnOf(ring.indexOf(i + 1), n))
  const deepest = Math.max(...turns.map(Math.sin))
  const highest = Math.min(...turns.map(Math.sin))
  const centre = { x: width / 2, y: height / 2 - (ry * (deepest + highest)) / 2 }
  // Whole numbers are short in the page; dots would not seem to stand on a ring.
  const near = dots ? tenth : Math.round
  const spots = turns.map((turn) => ({
    x: near(centre.x + rx * Math.cos(turn)),
    y: near(centre.y + ry * Math.sin(turn)),
  }))
  const room = (Math.PI * rx) / n - 1
  const most = shape === 'wide' ? 11 : 8
  const r = dots
    ? Math.max(2, Math.min(most, room * 0.8))
    : frame.radii[n <= 4 ? 0 : n <= 5 ? 1 : n <= 7 ? 2 : 3]
  return { width, height, size, r, dots, centre, spots, ring: ringOf(n) }
}

/** Whether a node's words stand above it; the lower half has them below. */
export const isUpper = (place: Place, i: number) => place.spots[i]!.y < place.centre.y + 1
