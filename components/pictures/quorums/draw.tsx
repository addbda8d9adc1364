// The cluster with its quorums: an outline around each, whoever stands in two filled, and where
// nobody does, the gap between them marked.

import type { NodeId } from '@/lib/sim/protocol'
import { drawCluster } from '../cluster/draw'
import type { Place } from '../cluster/place'
import { aside, between, circle, distance, middle, type Point, path, tenth } from '../geometry'
import { hueOf, type Inks } from '../inks'
import { mark } from '../mark'
import type { Hand } from '../picture'
import { dashes, type Quorums, quorumsAt, standing } from './found'

/** A line around some spots of the ring, `r` away from each: a string drawn tight around pegs. */
const outline = (spots: readonly Point[], r: number): string => {
  if (spots.length === 1) return circle(spots[0]!.x, spots[0]!.y, r)
  const parts = spots.flatMap((a, i) => {
    const b = spots[(i + 1) % spots.length]!
    const [dx, dy] = aside(a, b, r)
    const begin = i === 0 ? ['M', a.x + dx, a.y + dy] : ['A', r, r, '0 0 1', a.x + dx, a.y + dy]
    return [...begin, 'L', b.x + dx, b.y + dy]
  })
  return path(...parts, 'A', r, r, '0 0 1', parts[1]!, parts[2]!, 'Z')
}

function Outlines({ quorums, place, inks }: { quorums: Quorums; place: Place; inks: Inks }) {
  const { spots, ring, r } = place
  const within = (ids: readonly NodeId[]) => ring.filter((id) => ids.includes(id))
  const [a, b] = standing(quorums).map((ids) => middle(ids.map((id) => spots[id - 1]!)))
  const off = (side: number) => 0.5 + (side * 0.21 * r) / (distance(a!, b!) || 1)
  const gap = b && !quorums.both.length ? [-1, 1].map((side) => between(a!, b, off(side))) : []
  return (
    <g fill="none">
      {quorums.all.map((ids, i) => (
        <path
          key={i}
          d={
            ids.length
              ? outline(
                  within(ids).map((id) => spots[id - 1]!),
                  r * (1.4 + 0.12 * i),
                )
              : undefined
          }
          fill={hueOf(inks, i + 1)}
          fillOpacity={0.1}
          stroke={hueOf(inks, i + 1)}
          strokeWidth={2.5}
          strokeDasharray={dashes[i % 3]}
        />
      ))}
      <path
        d={
          quorums.both.map((id) => circle(spots[id - 1]!.x, spots[id - 1]!.y, r * 1.25)).join('') ||
          undefined
        }
        fill={inks.ink}
        fillOpacity={0.85}
      />
      <Gap ends={gap} r={r} inks={inks} />
    </g>
  )
}

/** A double stroke across the way from one quorum to the other: nobody stands in both. */
function Gap({ ends: [a, b], r, inks }: { ends: readonly Point[]; r: number; inks: Inks }) {
  const bar = (p: Point, q: Point) => {
    const [dx, dy] = aside(p, q, 0.66 * r)
    return path('M', p.x - dx, p.y - dy, 'l', 2 * dx, 2 * dy)
  }
  return mark(a && b && bar(a, b) + bar(b, a), {
    stroke: inks.vermilion,
    strokeWidth: tenth(0.12 * r),
  })
}

export const draw: Hand = (props, says) => {
  const found = quorumsAt(props.film, props.at)
  const outlines = (place: Place) => <Outlines quorums={found} place={place} inks={props.inks} />
  return drawCluster(props, says, { draw: outlines, members: found.all.flat() })
}
