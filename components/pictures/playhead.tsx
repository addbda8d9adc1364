// The line of the present across a picture with a time axis, and the future faint behind it.

import type { ReactNode } from 'react'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { clamp, path, tenth } from './geometry'
import type { Inks } from './inks'
import { textWidth } from './lettering'
import { letters } from './letters'
import { type Axis, momentIn, type TimePlot } from './time-plot'

type Props = {
  readonly plot: TimePlot
  readonly axis: Pick<Axis, 'unit' | 'step'>
  readonly at: Millis
  readonly inks: Inks
  /** What is still to come is hidden. */
  readonly held?: boolean | undefined
  /** What it passes over: words that have a halo are never struck through. */
  readonly children?: ReactNode
}

/** The line of the present below what is drawn, and a veil over what is still to come. */
export function Playhead({ plot, axis, at, inks, held, children }: Props) {
  const { down, inside, along, thumb } = plot
  const [left, top, right, bottom] = inside
  const now = tenth(
    clamp(along(at), ...((down ? [top, bottom] : [left, right]) as [number, number])),
  )
  const { width, height } = plot
  const rect = down
    ? { x: left - 8, y: now + 1, width: width - left + 8, height: height - now }
    : { x: now + 1, y: top - 8, width: width - now, height: bottom - top + 10 }
  return (
    <g>
      <path
        d={down ? path('M', left - 6, now, 'H', right + 2) : path('M', now, top - 6, 'V', bottom)}
        stroke={inks.accent}
        strokeWidth={2}
        pointerEvents="none"
      />
      {children}
      <rect {...rect} fill={inks.panel} fillOpacity={held ? 1 : 0.78} pointerEvents="none" />
      {!thumb && <Now plot={plot} axis={axis} at={at} now={now} inks={inks} />}
    </g>
  )
}

type NowProps = Omit<Props, 'children'> & { readonly now: number }

/** The time at the playhead: over the picture, or in place of the axis' own numbers beside it. */
function Now({ plot, axis, at, now, inks }: NowProps) {
  const { down, inside, size, along } = plot
  const [left, top, right] = inside
  const says = down ? momentIn(axis.unit, at) : momentWords(at)
  // A number of the axis that is too near is left out: none is seen by half.
  const tick = along(Math.round(at / axis.step) * axis.step)
  const near = Math.abs(tick - now) < 1.2 * size ? tick : now
  const half = textWidth(says, size) / 2
  return (
    <g>
      <path
        d={down ? path('M', 0, now, 'H', left - 8, 'M', 0, near, 'H', left - 8) : undefined}
        stroke={inks.panel}
        strokeWidth={1.2 * size}
      />
      {letters(
        down ? left - 9 : clamp(now, left + half, right - half),
        down ? now + size * 0.34 : top - 12,
        says,
        inks.accent,
        { anchor: down ? 'end' : 'middle', as: 'name' },
      )}
    </g>
  )
}
