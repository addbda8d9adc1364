// The plane of a chart: its edges, its axes with round numbers, and what each of them counts.

import type { Axis } from '@/lib/studies/drawn'
import { type Box, path, tenth } from '../geometry'
import type { Inks } from '../inks'
import { textWidth } from '../lettering'
import { letters } from '../letters'
import type { Shape } from '../picture'
import { type Scale, scaleOf } from './scale'
import { type Size, sizeOf } from './sheet'

export type Plane = Size & {
  readonly inside: Box
  readonly x: Scale
  readonly y: Scale
  readonly thumb: boolean
  /** Where the words over the upright axis begin and end. */
  readonly head: readonly [from: number, to: number]
}

/** Where values stand. The left edge leaves room for the widest number. */
export function planeOf(across: Axis, up: Axis, shape: Shape): Plane {
  const { width, height, size } = sizeOf(shape)
  const thumb = shape === 'thumb'
  const [top, bottom] = thumb ? [10, height - 10] : [size * 2.4, height - size * 3.2]
  const y = scaleOf(up, bottom, top, shape === 'wide' ? 6 : 5)
  const widest = Math.max(...y.ticks.map(({ says }) => textWidth(says, size)), 0)
  const [left, right] = thumb ? [10, width - 10] : [widest + 16, width - size * 1.2]
  const x = scaleOf(across, left, right, shape === 'wide' ? 9 : 5)
  const head = Math.max(4, left - textWidth('0', size) * 2)
  return {
    ...{ width, height, size, thumb, x, y },
    inside: [left, top, right, bottom],
    head: [head, head + textWidth(up.says, size)],
  }
}

type Props = { plane: Plane; across: Axis; up: Axis; inks: Inks }

export function Axes({ plane, across, up, inks }: Props) {
  const { inside, size, x, y, thumb, width, height } = plane
  const [left, top, right, bottom] = inside
  const lines = y.ticks.map(({ at }) => path('M', left, y.place(at), 'H', right))
  const ends = x.ticks.map(({ at }) => path('M', x.place(at), bottom, 'v', 6))
  return (
    <g>
      <path d={lines.join('')} stroke={inks.hair} strokeWidth={1} />
      <path
        d={path('M', left, bottom, 'H', right) + (thumb ? '' : ends.join(''))}
        stroke={inks.soft}
        strokeWidth={1.5}
      />
      {!thumb && (
        <g>
          {y.ticks.map(({ at, says }) =>
            letters(left - 8, y.place(at) + size * 0.34, says, inks.soft, {
              anchor: 'end',
              key: at,
            }),
          )}
          {shownTicks(plane).map(({ at, says }) =>
            letters(x.place(at), bottom + 8 + size, says, inks.soft, { anchor: 'middle', key: at }),
          )}
          {letters(plane.head[0], top - size, up.says, inks.soft, { as: 'role' })}
          {letters(width - tenth(size * 0.6), height - size * 0.5, across.says, inks.soft, {
            anchor: 'end',
            as: 'role',
          })}
        </g>
      )}
    </g>
  )
}

/** Numbers that would touch their neighbour are left out. */
function shownTicks({ x, size }: Plane) {
  const shown: Scale['ticks'][number][] = []
  let edge = -Infinity
  for (const tick of x.ticks) {
    const half = textWidth(tick.says, size) / 2
    if (x.place(tick.at) - half < edge + 4) continue
    shown.push(tick)
    edge = x.place(tick.at) + half
  }
  return shown
}
