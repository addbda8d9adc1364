// Over the lanes: the cone of an event lit among the rest, or what only this run has.

import { eventAt, type Film, messageAt } from '@/lib/sim/film'
import { circle, path, type Segment } from '../geometry'
import { type Layout, layoutOf } from '../lanes/layout'
import type { Plot } from '../lanes/plot'
import type { ApartProps, CausesProps, Cone } from './over'
import { Parting, pennant, Rhombi, rhombus, Veil } from './shapes'

const lineOf = ([a, b]: Segment) => path('M', a.x, a.y, 'L', b.x, b.y)
const some = (events: readonly number[], set: ReadonlySet<number>) =>
  events.some((event) => set.has(event))

/** The part of every lane that belongs to the cone: to the last of its events there. */
const lanesLit = ({ plot, shown }: Layout, { last }: Cone) =>
  shown.flatMap((id, lane) => {
    const { from, to } = plot.page
    const end = last.get(id)
    if (end === undefined || end < from) return []
    return [lineOf([plot.point(from, lane), plot.point(Math.min(end, to), lane)])]
  })

/** Where lanes are named and time is told, which is never pale. */
const margins = ({ inside: [left, top, , bottom], width, height, down }: Plot) => {
  const far = down ? left - 8 : left - 12
  const box = (x: number, y: number, wide: number, tall: number) =>
    path('M', x, y, 'h', wide, 'v', tall, 'h', -wide, 'Z')
  return [box(0, 0, width, top - 8), box(0, 0, far, height), box(0, bottom + 2, width, height)]
}

export function Causes({ film, at, shape, inks, id, cone }: CausesProps) {
  const layout = layoutOf(film, at, shape)
  const { plot, arrows, beads } = layout
  const lit = arrows.filter(({ message: m }) => cone.messages.has(m) || cone.missing.has(m))
  const spots = beads.filter(({ events }) => some(events, cone.events))
  const about = spotOf(film, layout, cone.about)
  return (
    <>
      <Veil box={plot} inks={inks} id={id}>
        <path d={margins(plot).join('')} strokeWidth={0} />
        <path d={lanesLit(layout, cone).join('')} strokeWidth={10} />
        <path d={lit.map(({ line }) => lineOf(line)).join('')} strokeWidth={9} />
        <path
          d={[
            ...lit.map(({ line: [, end] }) => circle(end.x, end.y, 8)),
            ...spots.map(({ spot }) => circle(spot.x, spot.y, 9)),
          ].join('')}
          strokeWidth={4}
        />
      </Veil>
      {about && (
        <path d={circle(about.x, about.y, 13)} fill="none" stroke={inks.accent} strokeWidth={2.5} />
      )}
    </>
  )
}

/** Where an event stands on the page: on its bead, or on its lane. */
const spotOf = (film: Film, { beads, shown, plot }: Layout, index: number) => {
  const bead = beads.find(({ events }) => events.includes(index))
  const { at, node } = eventAt(film, index)
  const lane = shown.indexOf(node)
  const { from, to } = plot.page
  return bead?.spot ?? (lane < 0 || at < from || at > to ? undefined : plot.point(at, lane))
}

export function Apart({ film, at, shape, inks, apart }: ApartProps) {
  const { plot, beads, arrows } = layoutOf(film, at, shape)
  const { events, messages, ends } = apart.own
  const r = plot.down ? 10 : 12
  const marks = [
    ...beads
      .filter((bead) => some(bead.events, events))
      .map((bead) => ({ spot: bead.spot, when: eventAt(film, bead.events[0]!).at })),
    ...arrows
      .filter(({ message: m, fate }) => (messages.has(m) || ends.has(m)) && fate !== 'arrived')
      .map(({ line, message }) => ({ spot: line[1], when: messageAt(film, message).until })),
  ]
  const around = (past: boolean) =>
    marks.flatMap(({ spot, when }) => (when <= at === past ? [rhombus(spot.x, spot.y, r)] : []))
  return (
    <>
      <Rhombi d={around(true).join('')} faint={around(false).join('')} inks={inks} />
      <Parting d={partingPath(plot, apart.at) || undefined} inks={inks} />
    </>
  )
}

/** A dotted line across the moment at which the runs part, with a pennant at its end. */
const partingPath = ({ page, along, inside, down }: Plot, at: number) => {
  if (at < page.from || at > page.to) return ''
  const [left, top, right, bottom] = inside
  const now = along(at)
  return down
    ? `${path('M', left - 6, now, 'H', right)} ${pennant(right, now, true)}`
    : `${path('M', now, top - 6, 'V', bottom)} ${pennant(now, bottom)}`
}
