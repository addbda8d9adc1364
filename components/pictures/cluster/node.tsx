// One node of a cluster: its role as a shape and a word, its number, timer, votes and log.

import type { ReactNode } from 'react'
import { arc, movedTo, type Point } from '../geometry'
import { hueOf, type Inks } from '../inks'
import { mark } from '../mark'
import { Beside } from './beside'
import { Body } from './body'
import { Inside } from './inside'
import type { Place } from './place'
import type { SeenNode } from './seen'

export type NodeProps = {
  readonly seen: SeenNode
  readonly at: number
  readonly spot: Point
  readonly place: Place
  readonly inks: Inks
  readonly upper: boolean
  readonly marked: boolean
  /** No words beside it: in a thumbnail. */
  readonly plain: boolean
  /** Where outlines run around nodes, its name stands inside; one that is in none has its role. */
  readonly within?: 'member' | 'other'
  /** First and last place that the log strips show; undefined without logs. */
  readonly window?: readonly [number, number]
}

const timerShare = ({ node }: SeenNode, at: number) => {
  if (!node.up || node.timers.length === 0) return 0
  const { set, due } = node.timers.reduce((a, b) => (b.due < a.due ? b : a))
  return due > set ? (due - at) / (due - set) : 0
}

/** Drawn around 0 0: what looks alike is the same in the page, and only its place is its own. */
export function Node(props: NodeProps): ReactNode {
  const { seen, spot, place, inks, at } = props
  const hue = hueOf(inks, seen.hue)
  return (
    <g data-node={seen.node.id} transform={movedTo(spot)} textAnchor="middle">
      <Body {...props} />
      {mark(arc({ x: 0, y: 0 }, place.r + 5, timerShare(seen, at)), {
        fill: 'none',
        stroke: hue,
        strokeOpacity: 0.6,
        strokeWidth: 3,
        strokeLinecap: 'round',
      })}
      <Inside {...props} />
      {!props.plain && <Beside {...props} />}
    </g>
  )
}
