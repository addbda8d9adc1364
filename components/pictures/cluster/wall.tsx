// The walls of a cut: a heavy dashed stroke between groups, a short one across a single link.

import type { NodeId } from '@/lib/sim/protocol'
import type { Cut } from '@/lib/sim/world'
import {
  aside,
  between,
  distance,
  meeting,
  middle,
  type Point,
  path,
  type Segment,
} from '../geometry'
import type { Inks } from '../inks'
import { mark } from '../mark'
import { groupsOf } from './links'
import type { Place } from './place'

/** Points on the curve from one gap to another by way of the middle. */
const bent = (a: Point, by: Point, b: Point): Point[] =>
  Array.from({ length: 17 }, (_, i) => {
    const t = i / 16
    const control = { x: 2 * by.x - (a.x + b.x) / 2, y: 2 * by.y - (a.y + b.y) / 2 }
    return between(between(a, control, t), between(control, b, t), t)
  })

/** A short stroke across the middle of a link. */
const across = (a: Point, b: Point, half = 17): Point[] => {
  const m = between(a, b, 0.5)
  const [dx, dy] = aside(a, b, half)
  return [
    { x: m.x - dx, y: m.y - dy },
    { x: m.x + dx, y: m.y + dy },
  ]
}

const linesOfGroups = (groups: readonly (readonly NodeId[])[], place: Place): Point[][] => {
  const { spots, centre, ring } = place
  const n = spots.length
  if (n === 2) return [across(spots[0]!, spots[1]!, 51)]
  const side = ring.map((id) => groups.findIndex((group) => group.includes(id)))
  const outs = ring.flatMap((id, i) => {
    const after = (i + 1) % n
    if (side[i] === side[after] || side[i]! < 0) return []
    const spot = spots[id - 1]!
    const m = middle([spot, spots[ring[after]! - 1]!])
    return [between(centre, m, (distance(centre, spot) / (distance(centre, m) || 1)) * 1.22)]
  })
  const means = groups.map((group) => middle(group.map((id) => spots[id - 1]!)))
  if (outs.length === 2 && groups.length === 2) return [bent(outs[0]!, middle(means), outs[1]!)]
  if (outs.length === groups.length) return outs.map((out) => [centre, out])
  return groups.flatMap((group, i) =>
    groups
      .slice(i + 1)
      .flatMap((other) =>
        group.flatMap((a) => other.map((b) => across(spots[a - 1]!, spots[b - 1]!))),
      ),
  )
}

/** Every wall that stands, as lines of points. */
export const wallLines = (cuts: readonly Cut[], place: Place): Point[][] =>
  cuts.flatMap((cut) =>
    'groups' in cut
      ? linesOfGroups(groupsOf(cut, place.spots.length), place)
      : [across(place.spots[cut.from - 1]!, place.spots[cut.to - 1]!)],
  )

/** How far along its link a message meets a wall; half-way if none is in its way any more. */
export const wallOn = (link: Segment, lines: readonly (readonly Point[])[]) => {
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const way = meeting(link, [line[i - 1]!, line[i]!])
      if (way !== undefined) return way
    }
  return 0.5
}

export function Walls({ lines, inks }: { lines: readonly (readonly Point[])[]; inks: Inks }) {
  const d = lines
    .map((line) => path(...line.flatMap(({ x, y }, i) => [i ? 'L' : 'M', x, y])))
    .join(' ')
  return mark(d, {
    fill: 'none',
    stroke: inks.vermilion,
    strokeWidth: 5,
    strokeDasharray: '11 6',
  })
}
