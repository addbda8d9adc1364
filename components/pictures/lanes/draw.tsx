// A space-time diagram: a lane for each node, arrows for messages, beads for events.

import type { ReactNode } from 'react'
import { eventAt } from '@/lib/sim/film'
import { circle, movedTo, path, type Segment } from '../geometry'
import type { Inks } from '../inks'
import { letters } from '../letters'
import { mark } from '../mark'
import type { Hand, PictureProps } from '../picture'
import { TimeAxis } from '../time-axis'
import { Around } from './around'
import { wallLine } from './arrows'
import { leading } from './labels'
import { type Layout, layoutOf } from './layout'
import { ArrowMark, BeadMark, ClockTicks, Lane, pastStroke } from './marks'

const linesPath = (lines: readonly Segment[]) =>
  lines.map(([a, b]) => path('M', a.x, a.y, 'L', b.x, b.y)).join('') || undefined

/** In whole units, of which a page says less. */
const lettered = ({ plot, labels }: Layout, { ink }: Inks) =>
  labels.flatMap(({ x, y, anchor, lines }, i) =>
    lines.map((line, row) => {
      const base = Math.round(y + row * leading * plot.size)
      return letters(Math.round(x), base, line, ink, { anchor, as: 'role', key: `${i} ${row}` })
    }),
  )

/** Whatever does not change while time passes on a page. */
const still = (layout: Layout, inks: Inks, id: string): ReactNode => {
  const { plot, spans, arrows, walls, beads, shown, alike, counts, past } = layout
  const standing = linesPath(walls.map((wall) => wallLine(plot, wall)))
  const noted = linesPath([...alike.map(({ line }) => line), ...counts.flatMap(({ line }) => line)])
  return (
    <g fill="none">
      {!plot.thumb && <TimeAxis plot={plot} axis={layout.axis} inks={inks} />}
      {mark(past?.way, { stroke: inks.grey, ...pastStroke })}
      {mark(noted, { stroke: inks.grey, ...pastStroke })}
      {mark(standing, {
        stroke: inks.vermilion,
        strokeWidth: plot.thumb ? 3 : 4,
        strokeDasharray: '11 6',
      })}
      <g strokeWidth={1.4}>
        {arrows.map((arrow) => (
          <ArrowMark key={arrow.message} arrow={arrow} plot={plot} inks={inks} />
        ))}
      </g>
      {spans.flatMap((lane, k) =>
        lane.map((span) => (
          <Lane key={`${shown[k]} ${span.event}`} span={span} plot={plot} lane={k} inks={inks} />
        )),
      )}
      <ClockTicks layout={layout} inks={inks} />
      <g id={id}>
        {beads.map((bead) => (
          <BeadMark key={bead.events[0]} bead={bead} plot={plot} inks={inks} />
        ))}
        {mark(past?.of && circle(past.of.x, past.of.y, 11), { stroke: inks.ink, strokeWidth: 2.5 })}
      </g>
      <g stroke={inks.panel} strokeWidth={3} paintOrder="stroke">
        {lettered(layout, inks)}
      </g>
    </g>
  )
}

const known = new WeakMap<Layout, Map<string, ReactNode>>()

/** The same element for the same page: nothing is compared or drawn again while it plays. */
const stillOf = (layout: Layout, inks: Inks, id: string): ReactNode => {
  const key = `${id} ${inks.ink}`
  const made = known.get(layout) ?? new Map<string, ReactNode>()
  known.set(layout, made)
  if (!made.has(key)) made.set(key, still(layout, inks, id))
  return made.get(key)
}

const markedSpot = ({ film, marked }: PictureProps, { beads, plot, shown }: Layout) => {
  if (marked === undefined) return undefined
  const bead = beads.find(({ events }) => events.includes(marked))
  if (bead) return bead.spot
  const { at, node } = eventAt(film, marked)
  const lane = shown.indexOf(node)
  const { from, to } = plot.page
  return lane < 0 || at < from || at > to ? undefined : plot.point(at, lane)
}

export const draw: Hand = (props, says) => {
  const { film, at, inks, id, shape } = props
  const layout = layoutOf(film, at, shape, props.films)
  const { plot, shown } = layout
  const spot = markedSpot(props, layout)
  return (
    <Around
      of={props}
      says={says}
      plot={plot}
      shown={shown}
      axis={layout.axis}
      spot={spot && movedTo(spot)}
    >
      <g key={layout.key}>{stillOf(layout, inks, id)}</g>
    </Around>
  )
}
