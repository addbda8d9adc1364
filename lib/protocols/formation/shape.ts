// The shapes that points can make: outlines, and where each of n points stands on one.

import { sqrt } from '@/lib/sim/curves'

export type Point = readonly [x: number, y: number]

/** Half a heart from its dent to its tip: two Bézier segments, each from the one before. */
const half: readonly (readonly [Point, Point, Point])[] = [
  [
    [-0.14, 0.95],
    [-1, 1.1],
    [-1, 0.38],
  ],
  [
    [-1, -0.15],
    [-0.3, -0.55],
    [0, -1],
  ],
]

/** A point of a cubic Bézier segment, by its polynomial. */
const along = ([a, b, c, d]: readonly Point[], t: number): Point => {
  const u = 1 - t
  const axis = (i: 0 | 1) =>
    u * u * u * a![i] + 3 * u * u * t * b![i] + 3 * u * t * t * c![i] + t * t * t * d![i]
  return [axis(0), axis(1)]
}

const chords = 40
const heart = (): Point[] => {
  let from: Point = [0, 0.5]
  const left = half.flatMap((rest) => {
    const segment = [from, ...rest]
    from = rest[2]
    return Array.from({ length: chords }, (_, i) => along(segment, i / chords))
  })
  const right = left.slice(1).map(([x, y]): Point => [-x, y])
  return [...left, from, ...right.reverse()]
}

const arrow = (): Point[] => [
  [-1, 0.2],
  [-1, -0.2],
  [0.3, -0.2],
  [0.3, -0.6],
  [1, 0],
  [0.3, 0.6],
  [0.3, 0.2],
]

const star = (): Point[] => {
  const left: Point[] = [
    [0, 1],
    [-0.225, 0.309],
    [-0.951, 0.309],
    [-0.363, -0.118],
    [-0.588, -0.809],
  ]
  const right = left.slice(1).map(([x, y]): Point => [-x, y])
  return [...left, [0, -0.382], ...right.reverse()]
}

export const shapes = ['heart', 'arrow', 'star'] as const
export type Shape = (typeof shapes)[number]
const outlines = { heart, arrow, star }

export const distance = ([a, b]: Point, [c, d]: Point) =>
  sqrt((a - c) * (a - c) + (b - d) * (b - d))

/** `n` points at equal distances along a closed outline, from its first corner. */
const spaced = (corners: readonly Point[], n: number): Point[] => {
  const sides = corners.map((from, i) => {
    const to = corners[(i + 1) % corners.length]!
    return { from, to, long: distance(from, to) }
  })
  const step = sides.reduce((sum, { long }) => sum + long, 0) / n
  let [i, before] = [0, 0]
  return Array.from({ length: n }, (_, nth) => {
    while (i < sides.length - 1 && before + sides[i]!.long < nth * step) before += sides[i++]!.long
    const { from, to, long } = sides[i]!
    const share = (nth * step - before) / long
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  })
}

const known = new Map<string, readonly Point[]>()
/** Where each of `n` points stands in the shape: about two wide, around the origin. */
export function placesIn(shape: Shape, n: number): readonly Point[] {
  const name = `${shape} ${n}`
  const places = known.get(name) ?? spaced(outlines[shape](), n)
  known.set(name, places)
  return places
}
