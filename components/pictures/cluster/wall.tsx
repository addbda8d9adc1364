// The walls of a cut: a heavy dashed stroke between groups, a short one across a single link.

import type { NodeId } from '@/lib/sim/protocol'
import type { Cut } from '@/lib/sim/world'
import { between, distance, meeting, middle, type Point, path, type Segment } from '../geometry'
import type { Inks } from '../inks'
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
const across = (a: Point, b: Point): Point[] => {
  const [m, far] = [between(a, b, 0.5), distance(a, b) || 1]
  const [dx, dy] = [((b.y - a.y) / far) * 17, ((a.x - b.x) / far) * 17]
  return [
    { x: m.x - dx, y: m.y - dy },
    { x: m.x + dx, y: m.y + dy },
  ]
}

const linesOfGroups = (groups: readonly (readonly NodeId[])[], place: Place): Point[][] => {
  const { spots, centre, ring } = place
  const n = spots.length
  const side = ring.map((id) => groups.findIndex((group) => group.includes(id)))
  const gaps = ring.flatMap((id, i) => {
    const [spot, after] = [spots[id - 1]!, spots[ring[(i + 1) % n]! - 1]!]
    if (side[i] === side[(i + 1) % n] || side[i]! < 0) return []
    const m = n === 2 ? between(spot, after, 0.5) : middle([spot, after])
    return [
      { m, out: between(centre, m, (distance(centre, spot) / (distance(centre, m) || 1)) * 1.22) },
    ]
  })
  const means = groups.map((group) => middle(group.map((id) => spots[id - 1]!)))
  if (n === 2) return [across(spots[0]!, spots[1]!).map((p, i, two) => between(two[1 - i]!, p, 2))]
  if (gaps.length === 2 && groups.length === 2)
    return [bent(gaps[0]!.out, middle(means), gaps[1]!.out)]
  if (gaps.length === groups.length) return gaps.map(({ out }) => [centre, out])
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
  return (
    <path
      d={d || undefined}
      fill="none"
      stroke={inks.vermilion}
      strokeWidth={5}
      strokeDasharray="11 6"
    />
  )
}
