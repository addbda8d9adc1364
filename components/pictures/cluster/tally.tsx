// How many of a crowd are what, under the ring: nobody counts sixty dots.

import type { ReactNode } from 'react'
import { circle } from '../geometry'
import { crossPath } from '../glyphs'
import type { Inks } from '../inks'
import { textWidth } from '../lettering'
import { letters } from '../letters'
import { grouped } from '../names'
import { fills } from './dot'
import type { Place } from './place'
import type { SeenNode } from './seen'

/** Where each differs from all others there is nothing to count. */
const most = 3

/** Fullest first, whoever comes first: what is counted keeps its place while it can. */
export function tally(
  nodes: readonly SeenNode[],
  { width, height, size }: Place,
  { ink }: Inks,
): ReactNode {
  const groups = grouped(nodes, ({ word }) => word)
  if (groups.length > most) return null
  const fill = ([, [one]]: (typeof groups)[number]) => (one!.node.up ? fills[one!.face.mood] : -1)
  const y = height - size
  let x = 0
  const parts = [...groups]
    .sort((a, b) => fill(b) - fill(a))
    .map((group) => {
      const says = `${group[0]}: ${group[1].length}`
      const from = x
      const full = fill(group)
      const spot = [from + size / 2, y - 0.34 * size, 0.4 * size] as const
      x += textWidth(says, size) + 2.4 * size
      return (
        <g key={group[0]}>
          <path
            d={full < 0 ? crossPath(spot[2] * 0.8, spot[0], spot[1]) : circle(...spot)}
            fill={ink}
            fillOpacity={Math.max(0, full)}
            stroke={ink}
            strokeWidth={1.5}
          />
          {letters(from + 1.3 * size, y, says, ink)}
        </g>
      )
    })
  return <g transform={`translate(${Math.round((width - x + size) / 2)})`}>{parts}</g>
}
