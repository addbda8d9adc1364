// Messages on their links: a solid shape with a tail, and how each of them ends.

import type { ReactNode } from 'react'
import type { Millis } from '@/lib/sim/protocol'
import type { Message } from '@/lib/sim/world'
import { between, clamp, distance, movedTo, type Point, path, tenth } from '../geometry'
import { answerPath, crossPath, shapePath } from '../glyphs'
import { hueOf, type Inks } from '../inks'
import { mark } from '../mark'
import { isUpper, type Place } from './place'
import type { SeenMessage } from './seen'
import { wallOn } from './wall'

type Walls = readonly (readonly Point[])[]
export type Flight = {
  /** Where it is, and where its tail begins. */
  readonly spot: Point
  readonly tail: Point
  /** 1 while it lives; then it fades. */
  readonly strength: number
  readonly dead: boolean
}

/** Where a message dies on its way: at a wall, half-way, or at the rim of one that is down. */
const endOf = (message: Message, link: readonly [Point, Point], walls: Walls) => {
  const { fate, sent, due, until } = message
  if (fate === 'flying' || fate === 'arrived' || fate === 'unheard') return 1
  if (fate === 'lost') return 0.5
  return Math.max(wallOn(link, walls), (until - sent) / (due - sent || 1))
}

type Flying = Pick<SeenMessage, 'message' | 'behind'>
export const flightOf = (
  { message, behind }: Flying,
  at: Millis,
  place: Place,
  walls: Walls,
): Flight => {
  const { sent, due, fate } = message
  const [a, b] = [place.spots[message.from - 1]!, place.spots[message.to - 1]!]
  const gone = (at - sent) / (due - sent || 1)
  const alive = fate === 'flying' || fate === 'arrived'
  const far = distance(a, b) || 1
  // One that waits draws aside from the words of its node, which are near it at a side of the ring.
  const side = (b.x / place.centre.x - 1) ** 3 * (isUpper(place, message.to - 1) ? 56 : -56)
  // Two that pass each other keep to the right.
  const off = (place.r * 0.16 + clamp(gone - 1, 0, alive ? 1 : 0) * side) / far
  const rim = (place.r + 9) / far
  const along = (way: number) => {
    const p = between(a, b, rim + way * (1 - 2 * rim))
    return { x: p.x + (a.y - b.y) * off, y: p.y + (b.x - a.x) * off }
  }
  const end = clamp((endOf(message, [a, b], walls) - rim) / (1 - 2 * rim), 0, 1)
  // Those that wait stand one behind the other, until they reach back more than half-way.
  const queue = alive ? Math.min(0.6, (behind * place.r * 0.72) / (1 - 2 * rim) / far) : 0
  const way = clamp(gone, 0, end - queue)
  const fades = alive ? 0 : gone - end
  const strength = clamp(1 - fades / (1.5 - end), 0, 1)
  // As long among dots as beside small circles, or nothing but a dot would be seen of it. One that
  // waits has none: it goes nowhere, and others stand there.
  const long = alive && gone > 1 ? 0 : Math.max(16, 1.2 * place.r)
  const tail = along(Math.max(0, way - long / far))
  return { spot: along(way), tail, strength, dead: fades > 0 }
}

type Props = {
  readonly seen: SeenMessage
  readonly at: Millis
  readonly place: Place
  readonly walls: Walls
  readonly inks: Inks
}

/**
 * Its elements are always there, so that a message in flight changes numbers and nothing else. One
 * that flies nowhere is the same element in every frame, and costs nothing.
 */
const idle: ReactNode[] = []
export const idleAt = (slot: number): ReactNode => {
  idle[slot] ??= (
    <g key={slot}>
      <path />
      <path />
      <path />
    </g>
  )
  return idle[slot]
}

/** Not as a component of its own: it takes the place of one that was idle. */
export const flying = (slot: number, { seen, at, place, walls, inks }: Props): ReactNode => {
  const { message, glyph } = seen
  const { spot, tail, strength, dead } = flightOf(seen, at, place, walls)
  const hue = hueOf(inks, seen.hue)
  const r = place.dots ? Math.min(5, place.r * 0.7) : place.r * 0.26
  const crossed = dead && message.fate !== 'unheard'
  const sign = crossed ? crossPath(r * 1.2) : answerPath(glyph.answer, r * 0.6)
  return (
    <g
      key={slot}
      data-message={message.id}
      transform={movedTo(spot)}
      opacity={strength < 1 ? Number(strength.toFixed(2)) : undefined}
    >
      <path
        d={path('M', tail.x - spot.x, tail.y - spot.y, 'L0 0')}
        stroke={hue}
        strokeWidth={tenth(r / 2.5)}
        strokeOpacity={0.5}
      />
      <path
        d={shapePath(glyph.shape, glyph.routine ? r * 0.75 : r)}
        fill={dead || (place.dots && glyph.routine) ? inks.panel : hue}
        stroke={hue}
        strokeWidth={1.5}
      />
      {mark((!place.dots || dead) && sign, {
        stroke: crossed ? inks.vermilion : dead ? hue : inks.panel,
        strokeWidth: tenth(r / 4),
      })}
    </g>
  )
}
