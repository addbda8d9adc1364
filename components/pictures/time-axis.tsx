// The axis of true time: below a picture, or at its left where time runs down.

import { path } from './geometry'
import type { Inks } from './inks'
import { letters } from './letters'
import type { Axis, TimePlot } from './time-plot'

export function TimeAxis({ plot, axis, inks }: { plot: TimePlot; axis: Axis; inks: Inks }) {
  const { down, inside, size, along, width } = plot
  const ends = axis.ticks.map(({ at }) =>
    down ? path('M', inside[0] - 6, along(at), 'h', 5) : path('M', along(at), inside[3], 'v', 6),
  )
  const tick = ({ at, says }: Axis['ticks'][number]) =>
    down
      ? letters(inside[0] - 9, Math.round(along(at) + size * 0.34), says, inks.soft, {
          anchor: 'end',
          key: at,
        })
      : letters(Math.round(along(at)), inside[3] + 8 + size, says, inks.soft, {
          anchor: 'middle',
          key: at,
        })
  return (
    <g>
      <path d={ends.join('') || undefined} stroke={inks.soft} />
      {axis.ticks.map(tick)}
      {down
        ? letters(4, 16, axis.unit, inks.soft, { as: 'role' })
        : letters(width - 12, inside[3] + size * 2.6, `${axis.unit} of true time`, inks.soft, {
            anchor: 'end',
            as: 'role',
          })}
    </g>
  )
}
