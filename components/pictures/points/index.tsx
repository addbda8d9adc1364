// Points in a plane: each node where its face says that it stands, and its links.

import { eventAt, type Film, worldAt } from '@/lib/sim/film'
import type { Face, Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import type { WorldNode } from '@/lib/sim/world'
import { linksOf } from '../cluster/links'
import { Frame } from '../frame'
import { type Box, circle, type Point, path } from '../geometry'
import { crossPath } from '../glyphs'
import { faceIn, hueNumber } from '../hue'
import { hueOf, type Inks, pageInks } from '../inks'
import { counted, grouped, sentence } from '../names'
import { type Hand, pictureOf, type Shape, type Wording } from '../picture'
import { sign } from '../sign'

export type Standing = { readonly node: WorldNode; readonly face: Face; readonly place: Point }

export const standingAt = (film: Film, at: Millis): Standing[] => {
  const world = worldAt(film, at)
  return world.nodes.flatMap((node) => {
    const face = faceIn(film, world, node.id)
    return face.place ? [{ node, face, place: { x: face.place[0], y: face.place[1] } }] : []
  })
}

type Reach = { readonly box: Box; readonly starts: readonly Point[] }
const known = new WeakMap<object, Reach>()

/** The box of all places ever taken, so that the plane stands still; and the first of them. */
const reachOf = (film: Film): Reach => {
  const before = known.get(film.reel)
  if (before) return before
  const moments = Array.from({ length: 41 }, (_, i) => (film.until * i) / 40)
  const each = moments.map((at) => standingAt(film, at).map(({ place }) => place))
  const all = each.flat()
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)]
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
  const reach = { box, starts: each[0]! }
  known.set(film.reel, reach)
  return reach
}

export const frames = {
  wide: { width: 720, height: 480, size: 17, edge: 28, r: 7 },
  tall: { width: 320, height: 300, size: 13, edge: 8, r: 4 },
  thumb: { width: 220, height: 140, size: 13, edge: 12, r: 3 },
} as const

/** From the films' own plane, whose y grows upwards, to the drawing's; to scale. */
export const placing = (films: readonly Film[], shape: Shape) => {
  const { width, height, edge } = frames[shape]
  const reaches = films.map((film) => reachOf(film).box)
  const [left, low] = [Math.min(...reaches.map(([x]) => x)), Math.min(...reaches.map(([, y]) => y))]
  const right = Math.max(...reaches.map(([, , x]) => x))
  const high = Math.max(...reaches.map(([, , , y]) => y))
  const scale = Math.min(
    (width - 2 * edge) / (right - left || 1),
    (height - 2 * edge) / (high - low || 1),
  )
  return ({ x, y }: Point): Point => ({
    x: width / 2 + (x - (left + right) / 2) * scale,
    y: height / 2 - (y - (low + high) / 2) * scale,
  })
}

type Spot = Standing & { readonly spot: Point }

/** The links between those that stand somewhere. */
const linksPath = (film: Film, all: readonly Spot[]) => {
  const spots = new Map(all.map(({ node, spot }) => [node.id, spot]))
  return linksOf(film.scenario, film.names.length).flatMap(([a, b]) => {
    const [p, q] = [spots.get(a), spots.get(b)]
    return p && q ? [path('M', p.x, p.y, 'L', q.x, q.y)] : []
  })
}

/** Where they all began, as one path: how far each has come is seen. */
const startsPath = (film: Film, place: (at: Point) => Point, r: number) =>
  reachOf(film)
    .starts.map(place)
    .map(({ x, y }) => circle(x, y, r))
    .join('')

const fills = { calm: 0.3, busy: 1, proud: 1, ill: 0 } as const

type MarkProps = { one: Spot; r: number; hue: string; inks: Inks; marked: boolean }

function PointMark({ one: { node, spot, face }, r, hue, inks, marked }: MarkProps) {
  const { x, y } = spot
  return (
    <g data-node={node.id}>
      <path
        d={circle(x, y, Math.max(r + 4, 10))}
        fill={marked ? inks.accent : 'transparent'}
        fillOpacity={0.3}
      />
      <path
        d={circle(x, y, r)}
        fill={node.up ? hue : inks.panel}
        fillOpacity={node.up ? fills[face.mood] : 1}
        stroke={hue}
        strokeWidth={1.5}
      />
      <path d={node.up ? undefined : crossPath(r * 0.8, x, y)} stroke={hue} strokeWidth={1.5} />
    </g>
  )
}

const draw: Hand = (props, says) => {
  const { film, films = [film], at, inks, shape, marked } = props
  const place = placing(films, shape)
  const all = standingAt(film, at).map((one) => ({ ...one, spot: place(one.place) }))
  const pointed = marked === undefined ? 0 : eventAt(film, marked).node
  return (
    <Frame of={props} box={frames[shape]} says={says}>
      <path d={linksPath(film, all).join('') || undefined} stroke={inks.hair} strokeWidth={1} />
      <path d={startsPath(film, place, 1.5)} fill={inks.grey} fillOpacity={0.5} />
      {all.map((one) => {
        const { node, face } = one
        const hue = node.up ? hueOf(inks, hueNumber(film, node.id, face)) : inks.grey
        const common = { one, hue, inks, r: frames[shape].r, marked: pointed === node.id }
        return <PointMark key={node.id} {...common} />
      })}
    </Frame>
  )
}

const wordOf = ({ node, face }: Standing) =>
  node.up ? (node.paused ? 'paused' : face.word) : 'down'

const describe: Wording['describe'] = (film, at, detail) => {
  const all = standingAt(film, at)
  const groups = grouped(all, wordOf).map(([word, group]) => `${group.length} ${word}`)
  const places = all.map(({ node, place }) => {
    const [x, y] = [place.x, place.y].map((n) => Number(n.toFixed(2)))
    return `${node.name} at ${x}, ${y}`
  })
  const head = `${counted(all.length, 'point')} at ${momentWords(at)}: ${groups.join(', ')}`
  return [head, ...(detail === 'long' ? [places.join('; ')] : [])].map(sentence).join(' ')
}

const legend: Wording['legend'] = (film, at, inks = pageInks) => [
  ...grouped(standingAt(film, at), wordOf).map(([word, [one]]) => {
    const { node, face } = one!
    const hue = node.up ? hueOf(inks, hueNumber(film, node.id, face)) : inks.grey
    return sign(word, [
      <path
        key="ring"
        d={circle(12, 8, 6)}
        fill={hue}
        fillOpacity={node.up ? fills[face.mood] : 0}
        stroke={hue}
        strokeWidth={1.5}
      />,
      <path
        key="cross"
        d={node.up ? undefined : crossPath(4.8, 12, 8)}
        stroke={hue}
        strokeWidth={1.5}
      />,
    ])
  }),
  sign('where they began', <circle cx={12} cy={8} r={2} fill={inks.grey} fillOpacity={0.5} />),
]

export const points = pictureOf('points', draw, { describe, legend })
