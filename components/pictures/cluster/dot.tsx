// One node among many: a dot, with words only where it matters.

import { circle, movedTo, type Point } from '../geometry'
import { barsPath, crossPath } from '../glyphs'
import { hueOf, type Inks } from '../inks'
import { fitting } from '../lettering'
import { letters } from '../letters'
import { mark } from '../mark'
import type { Place } from './place'
import type { SeenNode } from './seen'

const few = 8

/** Who is named among many: what is down or paused, and roles that no more than three have. */
export const those = (nodes: readonly SeenNode[]) => {
  const sharing = (word: string) => nodes.filter((one) => one.word === word).length
  const matters = nodes.filter(
    ({ node, face, word }) =>
      !node.up || node.paused || (face.mood !== 'calm' && sharing(word) <= 3),
  )
  return new Set(matters.slice(0, few).map(({ node }) => node.id))
}

export type DotProps = {
  readonly seen: SeenNode
  readonly spot: Point
  readonly place: Place
  readonly inks: Inks
  readonly marked: boolean
  readonly labelled: boolean
}

export const fills = { calm: 0, busy: 0.45, proud: 1, ill: 0 } as const

/** Words stand outwards of the ring. */
const wordsOf = ({ seen, spot: { x, y }, place, inks, labelled }: DotProps) => {
  const { r, centre, size, width } = place
  const way = (x - centre.x) / Math.hypot(x - centre.x, y - centre.y)
  const anchor = way > 0.3 ? 'start' : way < -0.3 ? 'end' : 'middle'
  const off = { start: r + 5, end: -r - 5, middle: 0 }[anchor]
  const room = { start: width - x - off, end: x + off, middle: width }[anchor]
  const text = labelled ? fitting(`${seen.node.name} ${seen.word}`, size, room) : ''
  const below = anchor !== 'middle' ? size * 0.35 : y > centre.y ? r + size : -r - 6
  return letters(off, below, text, inks.ink, { anchor, halo: inks.panel })
}

export function Dot(props: DotProps) {
  const { seen, spot, place, inks, marked } = props
  const { node, face } = seen
  const { r } = place
  const hue = !node.up ? inks.grey : face.mood === 'ill' ? inks.vermilion : hueOf(inks, seen.hue)
  const sign = node.up ? node.paused && barsPath(r * 0.5) : crossPath(r * 0.6)
  return (
    <g data-node={node.id} transform={movedTo(spot)}>
      <path
        d={circle(0, 0, Math.max(r + 3, 10))}
        fill={marked ? inks.accent : 'transparent'}
        fillOpacity={marked ? 0.3 : undefined}
      />
      <path d={circle(0, 0, r)} fill={inks.panel} />
      <path
        d={circle(0, 0, r)}
        fill={hue}
        fillOpacity={node.up ? fills[face.mood] : 0}
        stroke={hue}
        strokeWidth={1.5}
        strokeDasharray={face.mood === 'ill' ? '2 2' : undefined}
      />
      {mark(sign, { stroke: hue, strokeWidth: 1.5 })}
      {wordsOf(props)}
    </g>
  )
}
