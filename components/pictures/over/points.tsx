// Over points: nodes that stand elsewhere, or otherwise, in another run; or had part in an event.

import { eventAt } from '@/lib/sim/film'
import { circle } from '../geometry'
import { frames, placing, type Standing, standingAt } from '../points'
import type { ApartProps, CausesProps } from './over'
import { Asked, Rhombi, rhombus, Veil } from './shapes'

const textOf = ({ node: { up, paused }, face: { word, mood, number }, place }: Standing) =>
  JSON.stringify([up, paused, word, mood, number, place])

export function Apart({ film, films, at, shape, inks, apart }: ApartProps) {
  const place = placing(films ?? [film, apart.other], shape)
  const others = new Map(standingAt(apart.other, at).map((one) => [one.node.id, textOf(one)]))
  const marks = standingAt(film, at).flatMap((one) => {
    const { x, y } = place(one.place)
    return others.get(one.node.id) === textOf(one) ? [] : [rhombus(x, y, frames[shape].r + 6)]
  })
  return <Rhombi d={marks.join('')} inks={inks} />
}

export function Causes({ film, films, at, shape, inks, id, cone }: CausesProps) {
  const place = placing(films ?? [film], shape)
  const { r } = frames[shape]
  const all = standingAt(film, at).map((one) => ({ id: one.node.id, ...place(one.place) }))
  const lit = all.filter((one) => (cone.last.get(one.id) ?? -1) >= cone.since)
  const about = all.find((one) => one.id === eventAt(film, cone.about).node)
  return (
    <>
      <Veil box={frames[shape]} inks={inks} id={id}>
        <path d={lit.map(({ x, y }) => circle(x, y, r + 5)).join('')} />
      </Veil>
      <Asked d={about && circle(about.x, about.y, r + 6)} inks={inks} />
    </>
  )
}
