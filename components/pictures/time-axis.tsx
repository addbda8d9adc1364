// The axis of true time: below a picture, or at its left where time runs down.

import { path, tenth } from './geometry'
import type { Inks } from './inks'
import type { Axis, TimePlot } from './time-plot'

export function TimeAxis({ plot, axis, inks }: { plot: TimePlot; axis: Axis; inks: Inks }) {
  const { down, inside, size, along, width } = plot
  const ends = axis.ticks.map(({ at }) =>
    down ? path('M', inside[0] - 6, along(at), 'h', 5) : path('M', along(at), inside[3], 'v', 6),
  )
  return (
    <g fill={inks.soft}>
      <path d={ends.join('') || undefined} stroke={inks.soft} strokeWidth={1} />
      {axis.ticks.map(({ at, says }) => (
        <text
          key={at}
          x={tenth(down ? inside[0] - 9 : along(at))}
          y={tenth(down ? along(at) + size * 0.34 : inside[3] + 8 + size)}
          textAnchor={down ? 'end' : 'middle'}
        >
          {says}
        </text>
      ))}
      <text
        x={down ? 4 : width - 12}
        y={down ? 16 : inside[3] + size * 2.6}
        textAnchor={down ? 'start' : 'end'}
        fontStyle="italic"
      >
        {down ? axis.unit : `${axis.unit} of true time`}
      </text>
    </g>
  )
}
