// The shape of a node: a circle or a square by its kind; plain, dashed, double, dotted or hatched
// by its role and condition.

import { type Point, tenth } from '../geometry'
import { barsPath, hatchPath } from '../glyphs'
import { hueOf } from '../inks'
import { mark } from '../mark'
import type { NodeProps } from './node'

/** Corners: a circle, then squarer from role to role. */
const roundness = [1, 0.35, 0.7, 0] as const

/** The outline of a node as a rectangle's attributes, which its sign in the legend shares. */
export const outline = (r: number, kind: number, { x, y }: Point = { x: 0, y: 0 }) => {
  const round = roundness[kind % roundness.length]!
  const half = round === 1 ? r : r * 0.92
  const side = tenth(2 * half)
  return { x: tenth(x - half), y: tenth(y - half), width: side, height: side, rx: tenth(r * round) }
}

const dashes = { calm: undefined, busy: '6 4', proud: undefined, ill: '2 4' } as const

/** The circle itself: calm plain, busy dashed, proud double, ill dotted, down hatched. */
export function Body(props: NodeProps) {
  const { seen, place, inks, marked } = props
  const { node, face, kind } = seen
  const { r } = place
  const mood = node.up ? face.mood : 'calm'
  const hue = node.up ? (mood === 'ill' ? inks.vermilion : hueOf(inks, seen.hue)) : inks.grey
  return (
    <>
      <rect
        {...outline(r + 9, kind)}
        fill={marked ? inks.accent : 'transparent'}
        fillOpacity={marked ? 0.18 : undefined}
      />
      <rect
        {...outline(r, kind)}
        fill={inks.panel}
        stroke={hue}
        strokeWidth={mood === 'calm' ? 2 : 2.5}
        strokeDasharray={dashes[mood]}
      />
      {mood === 'proud' ? (
        <rect
          {...outline(r - 4, kind)}
          fill={hue}
          fillOpacity={0.12}
          stroke={hue}
          strokeWidth={2}
        />
      ) : (
        <rect />
      )}
      {mark(extraPath(props), {
        fill: 'none',
        stroke: node.up ? inks.ink : inks.grey,
        strokeWidth: node.up ? 4 : 1.5,
      })}
    </>
  )
}

/** Bars stand off, where no message waits. */
const extraPath = ({ seen: { node }, place: { r }, upper }: NodeProps) => {
  if (!node.up) return hatchPath(r)
  return node.paused && barsPath(r * 0.22, 1.3 * r, (upper ? 1.3 : -1.3) * r)
}
