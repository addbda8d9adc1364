// Over the logs: the cells that are not the same in another run; or what stood in the logs of those
// who led to an event when they last had part in it.

import { eventAt } from '@/lib/sim/film'
import { path } from '../geometry'
import { gridOf } from '../log/draw'
import { rowsAt } from '../log/rows'
import type { ApartProps, CausesProps } from './over'
import { Asked, Rhombi, rhombus, Veil } from './shapes'

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

const box = (x: number, y: number, wide: number, tall: number) =>
  path('M', x, y, 'h', wide, 'v', tall, 'h', -wide, 'Z')

/** A cell is lit whose entry was there already, and was the same. */
export function Causes({ film, at, shape, inks, id, cone }: CausesProps) {
  const rows = rowsAt(film, at)
  const grid = gridOf(film, rows, shape)
  const { left, cell, gap, top, pitch, tall, first, count, width } = grid
  const { node: about } = eventAt(film, cone.about)
  const lit = rows.flatMap(({ node, log }, i) => {
    const last = cone.last.get(node.id)
    if (last === undefined) return []
    const then = rowsAt(film, last).find((row) => row.node.id === node.id)?.log ?? []
    const y = top + i * pitch
    const same = (k: number) =>
      log[k] && then[k]?.term === log[k].term && then[k].value === log[k].value
    const cells = Array.from({ length: count }, (_, k) =>
      same(first + k) ? box(left + k * cell - 3, y - 3, cell - gap + 6, tall + 6) : '',
    )
    const named = last >= cone.since ? box(0, y - 3, left - 3, tall + 6) : ''
    return [named, ...cells]
  })
  const row = rows.findIndex(({ node }) => node.id === about)
  return (
    <>
      <Veil box={grid} inks={inks} id={id}>
        <path d={[box(0, 0, width, top - 6), ...lit].join('')} strokeWidth={0} />
      </Veil>
      <Asked
        d={row < 0 ? undefined : box(2, top + row * pitch - 3, width - 4, tall + 6)}
        inks={inks}
      />
    </>
  )
}
