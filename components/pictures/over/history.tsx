// Over a history: the operations that end otherwise in another run, or are not there at all.

import { historyAt } from '@/lib/sim/film'
import type { Operation } from '@/lib/sim/protocol'
import { levelOf, plotOf } from '../history/draw'
import { rowsOf } from '../history/rows'
import type { ApartProps } from './over'
import { Rhombi, rhombus } from './shapes'

const textOf = ({ client, type, value, result, outcome, from, to }: Operation) =>
  JSON.stringify([client, type, value, result, outcome, from, to])

export function Apart({ film, at, shape, inks, apart }: ApartProps) {
  const plot = plotOf(film, shape)
  const { inside, along, size } = plot
  const rows = rowsOf(film, at, along, size, inside[2])
  const level = levelOf(plot, rows)
  const others = new Set(historyAt(apart.other, film.until).map(textOf))
  const own = historyAt(film, film.until)
  const around = (past: boolean) =>
    rows.bars.flatMap((bar, i) => {
      if (others.has(textOf(own[i]!)) || bar.op.from <= at !== past) return []
      return [rhombus(along(bar.op.from), level(bar.client, bar.row), 10)]
    })
  return <Rhombi d={around(true).join('')} faint={around(false).join('')} inks={inks} />
}
