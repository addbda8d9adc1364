// Over the logs: the cells that are not the same in another run.

import { gridOf } from '../log/draw'
import { rowsAt } from '../log/rows'
import type { ApartProps } from './over'
import { Rhombi, rhombus } from './shapes'

export function Apart({ film, at, shape, inks, apart }: ApartProps) {
  const rows = rowsAt(film, at)
  const others = new Map(rowsAt(apart.other, at).map(({ node, log }) => [node.id, log]))
  const { left, cell, gap, top, pitch, tall, first, count } = gridOf(film, rows, shape)
  const marks = rows.flatMap(({ node, log }, i) =>
    Array.from({ length: count }, (_, k) => {
      const [one, other] = [log[first + k], others.get(node.id)?.[first + k]]
      if (JSON.stringify(one) === JSON.stringify(other)) return ''
      return rhombus(left + k * cell + (cell - gap), top + i * pitch + tall / 2, 9)
    }),
  )
  return <Rhombi d={marks.join('')} inks={inks} />
}
