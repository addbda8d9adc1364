// A heart, said in three ways: an equation, a curve, and a few segments.

import { power } from '@/lib/sim/curves'
import type { Values } from '@/lib/sim/protocol'
import type { Outline, Place } from './drawn'
import { rounded, type Study } from './study'

const ways = ['equation', 'curve', 'segments'] as const
const options = {
  way: { is: 'choice', of: ways, default: 'equation', says: 'said as' },
  dent: {
    is: 'number',
    from: 0,
    to: 2,
    step: 0.05,
    default: 1,
    says: 'how deep the dent',
  },
  height: {
    is: 'number',
    from: 0.5,
    to: 1.25,
    step: 0.05,
    default: 1,
    says: 'height',
  },
  points: {
    is: 'number',
    from: 8,
    to: 240,
    step: 4,
    default: 240,
    says: 'points computed',
  },
} as const

type Set = Values<typeof options>
type Data = Outline & { readonly area: number; readonly width: number; readonly tall: number }

const turn = 2 * Math.PI
const place = (x: number, y: number): Place => [rounded(x), rounded(y)]

/** How far from the middle the equation holds, in a direction: by halving; it holds just once. */
function radius(dent: number, cos: number, sin: number): number {
  // r² − 1 = k·r^(5/3), the cube root of both sides of (r² − 1)³ = dent·(r cos)²(r sin)³.
  const k = power(dent * cos * cos, 1 / 3) * sin
  let [least, most] = [0, 8]
  for (let i = 0; i < 40; i++) {
    const r = (least + most) / 2
    if (r * r - 1 < k * power(r, 5 / 3)) least = r
    else most = r
  }
  return least
}

const equation = ({ dent, points }: Set) =>
  Array.from({ length: points }, (_, i) => {
    const [cos, sin] = [Math.cos((turn * i) / points), Math.sin((turn * i) / points)]
    const r = radius(dent, cos, sin)
    return [r * cos, r * sin] as const
  })

const curve = ({ dent, points }: Set) =>
  Array.from({ length: points }, (_, i) => {
    const t = (turn * i) / points
    const sin = Math.sin(t)
    const y = 13 * Math.cos(t) - 5 * dent * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)
    return [sin * sin * sin, y / 16] as const
  })

type Segment = readonly [Place, Place, Place, Place]
/** From the dent over the lobe to the side, down to the tip, and the same in a mirror. */
function segmentsOf({ dent }: Set): Segment[] {
  const [top, tip]: Place[] = [place(0, 1 - dent / 2), [0, -1]] as const
  const side: Place = [1, 0.38]
  const right: Segment[] = [
    [top!, place(0.14, 1 - dent / 20), [1, 1.1], side],
    [side, [1, -0.15], [0.3, -0.55], tip!],
  ]
  const mirrored = ([x, y]: Place): Place => [x === 0 ? 0 : -x, y]
  const left = right.map(([a, b, c, d]): Segment => {
    const [e, f, g, h] = [d, c, b, a].map(mirrored)
    return [e!, f!, g!, h!]
  })
  return [...right, left[1]!, left[0]!]
}

/** A point of a cubic Bézier segment, by its polynomial. */
const along = (of: Segment, t: number) => {
  const u = 1 - t
  const weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  const sum = (axis: 0 | 1) => weights.reduce((all, weight, i) => all + weight * of[i]![axis], 0)
  return [sum(0), sum(1)] as const
}
const segments = (set: Set) =>
  segmentsOf(set).flatMap((of) => {
    const each = Math.max(2, Math.floor(set.points / 4))
    return Array.from({ length: each }, (_, i) => along(of, i / each))
  })

const factor = (n: number, word: string) => (n === 0 ? '0' : n === 1 ? word : `${n} ${word}`)
const yOf = ({ height }: Set) => (height === 1 ? 'y' : `(y / ${height})`)

function textOf(set: Set): string[] {
  const { way, dent, height } = set
  const y = yOf(set)
  if (way === 'equation') return [`(x² + ${y}² − 1)³ = ${factor(dent, `x²${y}³`)}`]
  if (way === 'curve') {
    const sum = [13, 5 * dent, 2, 1].map((n, i) =>
      factor(rounded(n), i ? `cos ${i + 1}t` : 'cos t'),
    )
    const all = sum.filter((term) => term !== '0').join(' − ')
    return ['x = 16 sin³ t', `y = ${height === 1 ? all : `${height} (${all})`}`]
  }
  const point = ([x, at]: Place) => `(${x}, ${rounded(at * height)})`.replaceAll('-', '−')
  return segmentsOf(set).map(
    ([from, a, b, to]) => `from ${point(from)} by ${point(a)} and ${point(b)} to ${point(to)}`,
  )
}

/** Half the sum of the corners' cross products (Gauss's shoelace). */
function areaOf(path: readonly Place[]): number {
  const sum = path.reduce((all, [x, y], i) => {
    const [nextX, nextY] = path[(i + 1) % path.length]!
    return all + x * nextY - nextX * y
  }, 0)
  return Math.abs(sum) / 2
}
const span = (all: readonly number[]) => Math.max(...all) - Math.min(...all)

const says = {
  equation: 'A heart is every point for which one equation holds.',
  curve: 'A heart is what a point draws that moves by the clock t, from 0 to 2π.',
  segments: 'A heart is four curves, and each is pulled by two handles.',
} as const

const makers = { equation, curve, segments } as const
const stretched = ({ height }: Set, [x, y]: Place): Place => place(x, y * height)
const pathOf = (set: Set) => makers[set.way](set).map((at) => stretched(set, at))

const names = {
  equation: 'as a rule',
  curve: 'as a path',
  segments: 'as a few curves',
} as const
/** Enough for a thin line. */
const thinly = 80

function compute(set: Set): Data {
  const path = pathOf(set)
  const handles =
    set.way === 'segments'
      ? segmentsOf(set).flatMap(([a, b, c, d]) => [
          [stretched(set, a), stretched(set, b)] as const,
          [stretched(set, d), stretched(set, c)] as const,
        ])
      : []
  return {
    says: says[set.way],
    equation: textOf(set),
    paths: [path],
    others: ways
      .filter((way) => way !== set.way)
      .map((way) => ({ says: names[way], path: pathOf({ ...set, way, points: thinly }) })),
    handles,
    knots: set.points <= 60 ? path : [],
    area: areaOf(path),
    width: span(path.map(([x]) => x)),
    tall: span(path.map(([, y]) => y)),
  }
}

/**
 * The equation and the curve after Weisstein, Heart curve (MathWorld); with `dent` 0 the equation
 * is a circle. The curve is drawn at a sixteenth of its size.
 */
export const heart = {
  name: 'heart',
  says: 'A heart, said in three ways.',
  options,
  compute,
  facts: ({ area, width, tall, paths }) => ({
    area: rounded(area),
    width: rounded(width),
    height: rounded(tall),
    points: paths[0]!.length,
  }),
  picture: 'heart',
} satisfies Study<typeof options, 'heart', Data>
