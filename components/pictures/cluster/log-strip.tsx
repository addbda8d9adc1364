// A node's log in little: full is committed, open is not, dashed is missing.

import type { Entry } from '@/lib/sim/protocol'
import { movedTo, tenth } from '../geometry'
import { hueOf, type Inks } from '../inks'

export const stripHeight = (size: number) => size * 1.15
const places = 6

/** The places that all strips of a picture show, so that they can be compared. */
export const stripWindow = (
  logs: readonly (readonly Entry[] | undefined)[],
): readonly [number, number] | undefined => {
  if (!logs.some(Boolean)) return undefined
  const longest = Math.max(...logs.map((log) => log?.length ?? 0))
  return [Math.max(0, longest - places), longest]
}

type Props = {
  log: readonly Entry[]
  window: readonly [number, number]
  x: number
  y: number
  size: number
  inks: Inks
}

export function LogStrip({ log, window: [from, to], x, y, size, inks }: Props) {
  const cell = size * 0.8
  const left = x - ((to - from) * (cell + 2)) / 2
  const cells = Array.from({ length: places }, (_, i) => {
    const entry = log[from + i]
    if (from + i >= to) return <rect key={i} />
    const hue = entry ? hueOf(inks, entry.term) : inks.grey
    return (
      <rect
        key={i}
        x={tenth(i * (cell + 2) + 1)}
        width={tenth(cell)}
        height={tenth(cell)}
        fill={entry?.committed ? hue : 'none'}
        stroke={hue}
        strokeWidth={entry ? 1.5 : 1}
        strokeDasharray={entry ? undefined : '2 2'}
      />
    )
  })
  return <g transform={movedTo({ x: left, y })}>{cells}</g>
}
