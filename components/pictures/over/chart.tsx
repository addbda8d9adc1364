// Over a chart of a film: where its lines are apart from those of another run. The causes of an
// event cannot be shown here: what is plotted are facts of the whole run, and belong to no node.

import { type ChartData, chartOf, type Line } from '../chart/data'
import { plotIn } from '../chart/draw'
import { Courses, looksOf } from './courses'
import type { ApartProps } from './over'

/** What a line shows at a moment: its last value. */
const valueAt = ({ points }: Line, at: number) => points.findLast(([when]) => when <= at)?.[1] ?? 0

const lineOf = ({ lines }: ChartData, name: string) => lines.find(({ says }) => says === name)

export function Apart({ film, films, at, shape, inks, apart }: ApartProps) {
  const { data, plot } = plotIn(film, films ?? [film, apart.other], shape)
  const others = chartOf(apart.other)
  const moments = looksOf(film.until, at).filter((when) => when >= apart.at)
  const spots = data.lines.flatMap((line) => {
    const other = lineOf(others, line.says)
    return moments.flatMap((when) => {
      const value = valueAt(line, when)
      if (other && valueAt(other, when) === value) return []
      return [{ at: when, x: plot.along(when), y: plot.yOf(value) }]
    })
  })
  return <Courses {...{ plot, spots, at, inks }} parted={apart.at} />
}
