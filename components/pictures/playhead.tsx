// The line of the present across a picture with a time axis, and the future faint behind it.

import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { clamp, path, tenth } from './geometry'
import type { Inks } from './inks'
import { textWidth } from './lettering'
import { letters } from './letters'
import { momentIn, type TimePlot, type Unit } from './time-plot'

type Props = {
  readonly plot: TimePlot
  readonly unit: Unit
  readonly at: Millis
  readonly inks: Inks
  /** What is still to come is hidden. */
  readonly held?: boolean | undefined
}

/** The line of the present, and what is still to come, faint behind it. */
export function Playhead({ plot, unit, at, inks, held }: Props) {
  const { down, inside, along, thumb } = plot
  const [left, top, right, bottom] = inside
  const now = tenth(
    clamp(along(at), ...((down ? [top, bottom] : [left, right]) as [number, number])),
  )
  const { width, height } = plot
  const rect = down
    ? { x: left - 8, y: now, width: width - left + 8, height: height - now }
    : { x: now, y: top - 8, width: width - now, height: bottom - top + 8 }
  return (
    <g>
      <rect {...rect} fill={inks.panel} fillOpacity={held ? 1 : 0.78} pointerEvents="none" />
      <path
        d={down ? path('M', left - 6, now, 'H', right + 2) : path('M', now, top - 6, 'V', bottom)}
        stroke={inks.accent}
        strokeWidth={2}
        pointerEvents="none"
      />
      {!thumb && <Now plot={plot} unit={unit} at={at} now={now} inks={inks} />}
    </g>
  )
}

/** The time at the playhead: over the picture, or in place of the axis' own numbers beside it. */
function Now({ plot, unit, at, now, inks }: Props & { readonly now: number }) {
  const { down, inside, size } = plot
  const [left, top, right] = inside
  const says = down ? momentIn(unit, at) : momentWords(at)
  const half = textWidth(says, size) / 2
  return (
    <g>
      <rect
        x={0}
        y={now - size}
        width={down ? left - 8 : 0}
        height={down ? 2 * size : 0}
        fill={inks.panel}
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
