// The shape of a node: a circle or a square by its kind; plain, dashed, double, dotted or hatched
// by its role and condition.

import { circle, type Point, path } from '../geometry'
import { barsPath, hatchPath } from '../glyphs'
import { hueOf } from '../inks'
import type { NodeProps } from './node'

/** Corners: a circle, then squarer from role to role. */
const roundness = [1, 0.35, 0.7, 0] as const

/** The outline of a node, which its sign in the legend shares. */
export const bodyPath = ({ x, y }: Point, r: number, kind: number) => {
  const round = roundness[kind % roundness.length]!
  if (round === 1) return circle(x, y, r)
  const [s, c] = [r * 0.92, r * round]
  const side = 2 * (s - c)
  const corner = (dx: number, dy: number) => ['a', c, c, '0 0 1', dx, dy]
  const begin = ['M', x - s + c, y - s, 'h', side, ...corner(c, c), 'v', side, ...corner(-c, c)]
  return path(...begin, 'h', -side, ...corner(-c, -c), 'v', -side, ...corner(c, -c), 'Z')
}

const dashes = { calm: undefined, busy: '6 4', proud: undefined, ill: '2 4' } as const

/** The circle itself: calm plain, busy dashed, proud double, ill dotted, down hatched. */
export function Body(props: NodeProps) {
  const { seen, spot, place, inks, marked } = props
  const { node, face, kind } = seen
  const { r } = place
  const mood = node.up ? face.mood : 'calm'
  const hue = node.up ? (mood === 'ill' ? inks.vermilion : hueOf(inks, seen.hue)) : inks.grey
  const ring = mood === 'proud' ? bodyPath(spot, r - 4, kind) : undefined
  return (
    <>
      <path
        d={bodyPath(spot, r + 9, kind)}
        fill={marked ? inks.accent : 'transparent'}
        fillOpacity={0.18}
      />
      <path
        d={bodyPath(spot, r, kind)}
        fill={inks.panel}
        stroke={hue}
        strokeWidth={mood === 'calm' ? 2 : 2.5}
        strokeDasharray={dashes[mood]}
      />
      <path d={ring} fill={hue} fillOpacity={0.12} stroke={hue} strokeWidth={2} />
      <path
        d={extraPath(props)}
        fill="none"
        stroke={node.up ? inks.ink : inks.grey}
        strokeWidth={node.up ? 4 : 1.5}
      />
    </>
  )
}

/** Bars stand off, where no message waits. */
const extraPath = ({ seen: { node }, spot: { x, y }, place: { r }, upper }: NodeProps) => {
  if (!node.up) return hatchPath(r, x, y)
  return node.paused ? barsPath(r * 0.22, x + 1.3 * r, y + (upper ? 1.3 : -1.3) * r) : undefined
}
