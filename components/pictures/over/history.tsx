// Over a history: the operations that end otherwise in another run, or are not there at all; or
// those that led to an event, as far as they had come by then.

import { eventAt, historyAt } from '@/lib/sim/film'
import type { Operation } from '@/lib/sim/protocol'
import { circle, type Point, path } from '../geometry'
import { levelOf, plotOf } from '../history/draw'
import { type Bar, rowsOf } from '../history/rows'
import { textBox } from '../lettering'
import type { ApartProps, CausesProps } from './over'
import { Asked, Rhombi, rhombus, Veil } from './shapes'

const textOf = ({ client, type, value, result, outcome, from, to }: Operation) =>
  JSON.stringify([client, type, value, result, outcome, from, to])

/** The bars of a history, and where they stand. */
const placed = ({
  film,
  films,
  at,
  shape,
}: Pick<CausesProps, 'film' | 'films' | 'at' | 'shape'>) => {
  const plot = plotOf(film, shape, films)
  const rows = rowsOf(film, at, plot.along, plot.size, plot.inside[2])
  const level = levelOf(plot, rows)
  return { plot, rows, yOf: ({ client, row }: Pick<Bar, 'client' | 'row'>) => level(client, row) }
}

export function Apart({ inks, apart, ...given }: ApartProps) {
  const { film, at } = given
  const { plot, rows, yOf } = placed({ ...given, films: given.films ?? [film, apart.other] })
  const others = new Set(historyAt(apart.other, film.until).map(textOf))
  const own = historyAt(film, film.until)
  const around = (past: boolean) =>
    rows.bars.flatMap((bar, i) => {
      if (others.has(textOf(own[i]!)) || bar.op.from <= at !== past) return []
      return [rhombus(plot.along(bar.op.from), yOf(bar), 10)]
    })
  return <Rhombi d={around(true).join('')} faint={around(false).join('')} inks={inks} />
}

const box = (left: number, top: number, right: number, bottom: number) =>
  path('M', left, top, 'H', right, 'V', bottom, 'H', left, 'Z')

export function Causes(props: CausesProps) {
  const { film, inks, id, cone } = props
  const { plot, rows, yOf } = placed(props)
  const { inside, along, size, width, height } = plot
  const [left, top, right, bottom] = inside
  /** When a client was last part of it; what it did later led to nothing here. */
  const lastOf = (client: number) => cone.last.get(film.names.indexOf(rows.clients[client]!) + 1)
  const lanes = rows.clients.flatMap((_, client) => {
    const last = lastOf(client)
    if (last === undefined) return []
    return [path('M', left, yOf({ client, row: 0 }), 'H', Math.min(right, along(last)))]
  })
  const lit = rows.bars.filter(({ client, op }) => op.from <= (lastOf(client) ?? -1))
  const bars = lit.map((bar) => {
    const end = along(Math.min(bar.op.to ?? Infinity, lastOf(bar.client)!))
    return path('M', along(bar.op.from), yOf(bar), 'H', Math.max(along(bar.op.from) + 2, end))
  })
  const words = lit.map((bar) => {
    const y = yOf(bar) - size * 0.5 - 6
    return box(...textBox({ x: bar.left, y }, bar.says, size))
  })
  const margins = [
    box(0, 0, left - 6, height),
    box(0, 0, width, top - 8),
    box(0, bottom + 2, width, height),
  ]
  const about = spotOf(props, rows.bars, plot.along, yOf)
  return (
    <>
      <Veil box={plot} inks={inks} id={id}>
        <path d={[...margins, ...words].join('')} strokeWidth={0} />
        <path d={lanes.join('')} strokeWidth={4} />
        <path d={bars.join('')} strokeWidth={size + 6} />
      </Veil>
      <Asked d={about && circle(about.x, about.y, size * 0.8)} inks={inks} />
    </>
  )
}

/** Where an event of a client stands: in the operation it belongs to; one of a server, nowhere. */
const spotOf = (
  { film, cone }: CausesProps,
  bars: readonly Bar[],
  along: (at: number) => number,
  yOf: (bar: Bar) => number,
): Point | undefined => {
  const { node, at } = eventAt(film, cone.about)
  const own = bars.filter(({ op }) => op.client === film.names[node - 1])
  const bar = own.find(({ op }) => op.from <= at && at <= (op.to ?? Infinity))
  return bar && { x: along(at), y: yOf(bar) }
}
