// Over clocks: those that show another time than in another run, on their dials and on their lines;
// or the dials and lines of whoever had part in an event.

import { eventAt, type Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { plotOf } from '../clocks/plot'
import { sampleAt, scaleOf, seriesOf } from '../clocks/series'
import { circle, path } from '../geometry'
import { Courses, looksOf } from './courses'
import type { Apart as Aparted, ApartProps, CausesProps } from './over'
import { Asked, Rhombi, rhombus, Veil } from './shapes'

type Look = {
  readonly at: Millis
  readonly errors: readonly number[]
  readonly apart: readonly boolean[]
}
const known = new WeakMap<Aparted, readonly Look[]>()

/** Less than a thousandth of the scale is not seen. */
const lookAt = (film: Film, other: Film, scale: number, at: Millis): Look => {
  const [{ errors }, theirs] = [sampleAt(film, at), sampleAt(other, at).errors]
  const differs = (error: number, i: number) => !(Math.abs(error - theirs[i]!) < scale / 1000)
  return { at, errors, apart: errors.map(differs) }
}

export function Apart({ film, films, at, shape, inks, apart }: ApartProps) {
  const scale = scaleOf(film, films ?? [film, apart.other])
  const plot = plotOf(film, shape, scale)
  const look = (when: Millis) => lookAt(film, apart.other, scale, when)
  const past = known.get(apart) ?? looksOf(film.until, film.until).map(look)
  known.set(apart, past)
  const now = look(at)
  const spots = [...past, now].flatMap((one) =>
    one.errors.flatMap((error, i) =>
      one.apart[i] && one.at >= apart.at
        ? [{ at: one.at, x: plot.along(one.at), y: plot.yOf(error) }]
        : [],
    ),
  )
  const dials = plot.dials.flatMap(({ x, y }, i) =>
    now.apart[i] && !plot.thumb ? [rhombus(x - plot.r * 0.78, y - plot.r * 0.7, 9)] : [],
  )
  return (
    <>
      <Courses {...{ plot, spots, at, inks }} parted={apart.at} />
      <Rhombi d={dials.join('')} inks={inks} />
    </>
  )
}

export function Causes({ film, films, shape, inks, id, cone }: CausesProps) {
  const series = seriesOf(film)
  const plot = plotOf(film, shape, scaleOf(film, films ?? [film]))
  const { dials, r, room, size, inside, along, yOf, width, height } = plot
  const about = eventAt(film, cone.about)
  const lines = [...cone.last].map(([node, last]) => {
    const seen = series.samples.filter(({ at }) => at <= last)
    return seen
      .map(({ at, errors }, i) => path(i ? 'L' : 'M', along(at), yOf(errors[node - 1]!)))
      .join('')
  })
  const lit = dials.filter((_, i) => cone.last.has(i + 1))
  const [left, top, right, bottom] = inside
  const box = (x: number, y: number, wide: number, tall: number) =>
    path('M', x, y, 'h', wide, 'v', tall, 'h', -wide, 'Z')
  const margins = [
    box(0, top - size, left - 4, height - top + size),
    box(right + 4, top - size, width - right, height - top + size),
    box(0, bottom + 2, width, height - bottom),
  ]
  const words = lit.map(({ x, y }) => box(x - room / 2, y - r - 8, room, 2 * r + 14 + size * 2.6))
  const dial = dials[about.node - 1]
  return (
    <>
      <Veil box={plot} inks={inks} id={id}>
        <path d={[...margins, ...words].join('')} strokeWidth={0} />
        <path d={lines.join('')} fill="none" strokeWidth={7} />
      </Veil>
      <Asked d={dial && circle(dial.x, dial.y, r + 7)} inks={inks} />
    </>
  )
}
