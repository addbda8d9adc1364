// Over a cluster: who had part in an event and by which messages, or who differs from another run.

import { type Differing, differences } from '@/lib/sim/compare'
import { eventAt, glyphOf, lastEvent, messageAt } from '@/lib/sim/film'
import type { Message } from '@/lib/sim/world'
import { flightOf } from '../cluster/message'
import { isUpper, type Place, placeOf } from '../cluster/place'
import { sceneAt } from '../cluster/seen'
import { wallLines, wallOn } from '../cluster/wall'
import { between, circle, distance, type Point, path } from '../geometry'
import { crossPath } from '../glyphs'
import type { Inks } from '../inks'
import type { Apart as Aparted, ApartProps, CausesProps, Cone } from './over'
import { Rhombi, rhombus, unequal, Veil } from './shapes'

/** From rim to rim, a little to the right, so that two ways of one link lie beside each other. */
const wayOf = ({ from, to }: Message, { spots, r }: Place, end = 1): readonly [Point, Point] => {
  const [a, b] = [spots[from - 1]!, spots[to - 1]!]
  const far = distance(a, b) || 1
  const off = { x: ((a.y - b.y) / far) * 0.2 * r, y: ((b.x - a.x) / far) * 0.2 * r }
  const at = (way: number) => {
    const p = between(a, b, way)
    return { x: p.x + off.x, y: p.y + off.y }
  }
  const rim = (r + 8) / far
  return [at(rim), at(Math.min(end, 1 - rim))]
}

const arrowPath = ([a, b]: readonly [Point, Point]) => {
  const far = distance(a, b) || 1
  const [ux, uy] = [((b.x - a.x) / far) * 9, ((b.y - a.y) / far) * 9]
  const head = ['L', b.x - ux - uy * 0.55, b.y - uy + ux * 0.55]
  const barb = ['M', b.x, b.y, 'L', b.x - ux + uy * 0.55, b.y - uy - ux * 0.55]
  return path('M', a.x, a.y, 'L', b.x, b.y, ...head, ...barb)
}

/** Where the words of a node stand, above it and below. */
const wordsBox = ({ x, y }: Point, { r, size, dots }: Place) => {
  const [half, out] = dots ? [0, 0] : [size * 4.4, r + size * 2.6]
  return path('M', x - half, y - out, 'h', 2 * half, 'v', 2 * out, 'h', -2 * half, 'Z')
}

/** Of each pair of nodes the last message that counted; routine ones say nothing. */
const counted = ({ film }: CausesProps, { messages, since }: Cone) => {
  const last = new Map<string, Message>()
  for (const id of [...messages].sort((a, b) => a - b)) {
    const message = messageAt(film, id)
    if (message.sent >= since && !glyphOf(film, message).routine)
      last.set(`${message.from} ${message.to}`, message)
  }
  return [...last.values()]
}

/** The ways of those that did not arrive, each to where it died. */
const endsOf = ({ film, at, cone }: CausesProps, place: Place) => {
  const walls = wallLines(sceneAt(film, at).world.cuts, place)
  return [...cone.missing].map((id) => {
    const message = messageAt(film, id)
    const link = [place.spots[message.from - 1]!, place.spots[message.to - 1]!] as const
    const end = { lost: 0.5, cut: wallOn(link, walls) }[message.fate as string] ?? 1
    return wayOf(message, place, end)
  })
}

export function Causes(props: CausesProps) {
  const { film, shape, inks, id, cone } = props
  const place = placeOf(film.names.length, shape)
  const lit = place.spots.filter((_, i) => (cone.last.get(i + 1) ?? -1) >= cone.since)
  const ends = endsOf(props, place)
  const { node } = eventAt(film, cone.about)
  const about = place.spots[node - 1]
  const hole = place.dots ? place.r + 6 : place.r * 1.4
  return (
    <>
      <Veil box={place} inks={inks} id={id}>
        <path d={lit.map(({ x, y }) => circle(x, y, hole)).join('')} />
        <path d={lit.map((spot) => wordsBox(spot, place)).join('')} strokeWidth={0} />
      </Veil>
      <g fill="none" strokeWidth={2} strokeLinecap="round" pointerEvents="none">
        <path
          d={
            counted(props, cone)
              .map((one) => arrowPath(wayOf(one, place)))
              .join('') || undefined
          }
          stroke={inks.ink}
        />
        <g stroke={inks.vermilion}>
          <path
            d={ends.map(([a, b]) => path('M', a.x, a.y, 'L', b.x, b.y)).join('') || undefined}
            strokeDasharray="5 4"
          />
          <path d={ends.map(([, b]) => crossPath(5, b.x, b.y)).join('') || undefined} />
        </g>
        <path
          d={about && circle(about.x, about.y, place.r + 8)}
          stroke={inks.accent}
          strokeWidth={2.5}
        />
      </g>
    </>
  )
}

type Known = { readonly key: string; readonly differing: readonly Differing[] }
const known = new WeakMap<Aparted, Known>()

/** Between two events of either film nothing changes, so it is asked once for each. */
const differingAt = ({ film, at, apart }: ApartProps): readonly Differing[] => {
  const key = `${lastEvent(film, at)} ${lastEvent(apart.other, at)}`
  const before = known.get(apart)
  if (before?.key === key) return before.differing
  const differing = differences(film, apart.other, at)
  known.set(apart, { key, differing })
  return differing
}

export function Apart(props: ApartProps) {
  const { film, at, shape, inks, apart } = props
  const scene = sceneAt(film, at)
  const place = placeOf(scene.nodes.length, shape)
  const walls = wallLines(scene.world.cuts, place)
  const nodes = [...new Set(differingAt(props).map(({ node }) => node))]
  const flights = scene.messages.flatMap((seen) => {
    const { id, until } = seen.message
    const { messages, ends } = apart.own
    if (!messages.has(id) && !(ends.has(id) && until <= at)) return []
    const { x, y } = flightOf(seen, at, place, walls).spot
    return [rhombus(x, y, place.dots ? 8 : place.r * 0.5)]
  })
  const dots = place.dots ? nodes.flatMap((id) => around(place, id)) : []
  return (
    <>
      <Rhombi d={[...flights, ...dots].join('')} inks={inks} />
      <g pointerEvents="none">
        {place.spots.map((_, i) => (
          <Badge
            key={i}
            spot={badgeSpot(place, i)}
            shown={!place.dots && nodes.includes(i + 1)}
            first={apart.node === i + 1 && at >= apart.at}
            inks={inks}
          />
        ))}
      </g>
    </>
  )
}

const around = ({ spots, r }: Place, id: number) => {
  const spot = spots[id - 1]
  return spot ? [rhombus(spot.x, spot.y, r + 7)] : []
}

/** On the rim, on the side that its words are not on. */
const badgeSpot = (place: Place, i: number): Point => {
  const { x, y } = place.spots[i]!
  const by = place.r * 0.78
  return { x: x - by, y: isUpper(place, i) ? y + by : y - by }
}

type BadgeProps = { spot: Point; shown: boolean; first: boolean; inks: Inks }

/** A rhombus with ≠ in it; full on the node that the first difference concerns. */
const Badge = ({ spot: { x, y }, shown, first, inks }: BadgeProps) => (
  <g data-differs={shown || undefined}>
    <path
      d={shown ? rhombus(x, y, 12) : undefined}
      fill={first ? inks.ink : inks.panel}
      stroke={inks.ink}
      strokeWidth={1.8}
    />
    <path
      d={shown ? unequal(x, y, 4.5) : undefined}
      stroke={first ? inks.panel : inks.ink}
      strokeWidth={1.6}
    />
  </g>
)
