// Over bars: those that are not as long in another run, or whose node had part in an event.

import { eventAt } from '@/lib/sim/film'
import { type Bar, barsAt, frames, type Plane, planeOf } from '../bars'
import { path } from '../geometry'
import type { ApartProps, CausesProps } from './over'
import { Asked, Rhombi, rhombus, Veil } from './shapes'

const levelOf = ({ first, pitch }: Plane, i: number) => first + (i + 0.5) * pitch

/** A bar that only one of the runs has differs too. */
export function Apart({ film, at, shape, inks, apart }: ApartProps) {
  const bars = barsAt(film, at)
  const plane = planeOf(bars, shape)
  const others = new Map(barsAt(apart.other, at).map((bar) => [bar.name, bar]))
  const differs = ({ name, value, down }: Bar) => {
    const other = others.get(name)
    return other?.value !== value || other.down !== down
  }
  const marks = bars.flatMap((bar, i) =>
    differs(bar) ? [rhombus(plane.left, levelOf(plane, i), 9)] : [],
  )
  return <Rhombi d={marks.join('')} inks={inks} />
}

/** What a bar counts has no history here, so the whole row of whoever had part is lit. */
export function Causes({ film, at, shape, inks, id, cone }: CausesProps) {
  const bars = barsAt(film, at)
  const plane = planeOf(bars, shape)
  const { width } = frames[shape]
  const row = (i: number) =>
    path('M', 2, levelOf(plane, i) - plane.pitch / 2 + 2, 'h', width - 4) +
    path('v', plane.pitch - 4, 'h', 4 - width, 'Z')
  const lit = bars.flatMap(({ node }, i) =>
    (cone.last.get(node) ?? -1) >= cone.since ? [row(i)] : [],
  )
  const about = bars.findIndex(({ node }) => node > 0 && node === eventAt(film, cone.about).node)
  return (
    <>
      <Veil box={frames[shape]} inks={inks} id={id}>
        <path d={lit.join('')} strokeWidth={0} />
      </Veil>
      <Asked d={about < 0 ? undefined : row(about)} inks={inks} />
    </>
  )
}
