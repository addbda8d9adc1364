// All that the lanes of a page show and where it stands: made once for a page, drawn many times.

import { eventAt, type Film, lastEvent, worldAt } from '@/lib/sim/film'
import type { Millis, NodeId } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { Box, Point, Segment } from '../geometry'
import type { Shape } from '../picture'
import { type Axis, ticksOf } from '../time-plot'
import { alikeUntil, alikeWords, otherOf } from './alike'
import { type Arrow, arrowsOf, type Wall, wallLine, wallsOf } from './arrows'
import { type Bead, beadsOf } from './beads'
import { type Count, countsOf } from './counts'
import { Ground } from './ground'
import { anyWish, arrowWish, type Label, labelsOf, laneWish, spanWish, type Wish } from './labels'
import { type Page, pageOf } from './page'
import { apartWord, type Past, pastOf } from './past'
import { type Plot, plotOf, roomOf } from './plot'
import { type Span, spansOf } from './spans'
import { clocksDiffer, clockTicks } from './ticks'

export type Layout = {
  readonly key: string
  readonly plot: Plot
  /** The nodes that have a lane, in order. */
  readonly shown: readonly NodeId[]
  readonly spans: readonly (readonly Span[])[]
  readonly arrows: readonly Arrow[]
  readonly walls: readonly Wall[]
  readonly beads: readonly Bead[]
  readonly labels: readonly Label[]
  /** What came before the last event of the still, where that is what is told. */
  readonly past: Past | undefined
  /** Lanes on which both runs are the same at the still's moment, and until when. */
  readonly alike: readonly Alike[]
  /** Lines through the moments at which all noted their parts of one count. */
  readonly counts: readonly Count[]
  readonly axis: Axis
  /** Of each lane, when its own clock strikes; empty where all clocks agree. */
  readonly clocks: readonly (readonly Millis[])[]
}

type Alike = { readonly lane: number; readonly to: Millis; readonly line: Segment }

const mostLanes = 12

/** All nodes, or of many the twelve of whom most is told on this page. */
const shownOf = (film: Film, { from, to }: Page): NodeId[] => {
  const told = film.names.map((_, i) => ({ id: i + 1, lines: 0 }))
  if (told.length <= mostLanes) return told.map(({ id }) => id)
  for (let i = lastEvent(film, from) + 1; i < film.length; i++) {
    const event = eventAt(film, i)
    if (event.at > to) break
    const one = told[event.node - 1]
    if (one && event.says.length > 0) one.lines++
  }
  const most = told.toSorted((a, b) => b.lines - a.lines).slice(0, mostLanes)
  return most.map(({ id }) => id).sort((a, b) => a - b)
}

const around = ({ x, y }: Point, r: number): Box => [x - r, y - r, x + r, y + r]

/** Beads and the heads of arrows, as boxes that no label may cover. */
const boxesOf = (beads: readonly Bead[], arrows: readonly Arrow[], size: number): Box[] => [
  ...beads.map(({ kind, spot }) =>
    around(spot, kind === 'folded' ? size * 0.7 : kind === 'dot' ? 3 : 8),
  ),
  ...arrows.map(({ line, fate }) => around(line[1], fate === 'arrived' ? 2 : 6)),
]

/** What is broader than a line: lanes of who leads, is paused or is down, and bands along lanes. */
const broadOf = (
  { plot, spans }: Pick<Layout, 'plot' | 'spans'>,
  alike: readonly Alike[],
): Box[] => {
  const along = (lane: number, from: Millis, to: Millis, half: number): Box => {
    const [a, b] = [plot.point(from, lane), plot.point(to, lane)]
    return plot.down ? [a.x - half, a.y, a.x + half, b.y] : [a.x, a.y - half, b.x, a.y + half]
  }
  const lanes = spans.flatMap((lane, k) =>
    lane.flatMap(({ from, to, up, paused, face }) => {
      const half = !up ? 5 : paused || face.mood === 'proud' ? 3 : 0
      return half ? [along(k, from, to, half)] : []
    }),
  )
  return [...lanes, ...alike.map(({ lane, to }) => along(lane, plot.page.from, to, 5.5))]
}

/** Lanes, arrows, walls, and the playhead of the still, as lines that no label may cross. */
const linesOf = (
  { plot, arrows, walls, counts }: Pick<Layout, 'plot' | 'arrows' | 'walls' | 'counts'>,
  poster: Millis,
): Segment[] => {
  const { from, to } = plot.page
  const { point, lanes, along } = plot
  const [left, top, right, bottom] = plot.inside
  return [
    ...arrows.map(({ line }) => line),
    ...lanes.map((_, k): Segment => [point(from, k), point(to, k)]),
    ...walls.map((wall) => wallLine(plot, wall)),
    ...counts.flatMap(({ line }) => line),
    plot.down
      ? [
          { x: left, y: along(poster) },
          { x: right, y: along(poster) },
        ]
      : [
          { x: along(poster), y: top },
          { x: along(poster), y: bottom },
        ],
  ]
}

/** What arrows are: a reply that says what was asked needs no word. */
const named = (arrows: readonly Arrow[]) => {
  const asked = arrows.filter(
    ({ glyph: { word, answer } }) =>
      answer !== 'yes' || !arrows.some(({ glyph }) => !glyph.answer && glyph.word === word),
  )
  // Of very many, the first of each kind.
  const kinds = asked.map(({ glyph }) => glyph.word)
  return arrows.length > 16 ? asked.filter((_, i) => kinds.indexOf(kinds[i]!) === i) : asked
}

/** What is the same in both runs at the still's moment; its author says of each what happens. */
const alikeOf = (film: Film, plot: Plot, shown: readonly NodeId[], other?: Film): Alike[] =>
  shown.flatMap((node, lane) => {
    const { page, point } = plot
    const until = other ? alikeUntil(film, other, node) : 0
    const to = Math.min(until, page.to)
    const line = [point(page.from, lane), point(to, lane)] as const
    return until > film.scenario.poster ? [{ lane, to, line }] : []
  })

/** Spans say what is new, arrows what they are. */
const wishesOf = (
  {
    plot,
    spans,
    arrows,
    counts,
    past,
  }: Pick<Layout, 'plot' | 'spans' | 'arrows' | 'counts' | 'past'>,
  alike: readonly Alike[],
  now: number,
): Wish[] => [
  ...alike.map(({ lane, to }) => ({
    ...laneWish(plot, alikeWords, lane, [plot.page.from, to]),
    weight: 7,
  })),
  ...(past?.apart ?? []).map(({ lane, at }) => ({
    ...laneWish(plot, apartWord, lane, [at, plot.page.to]),
    weight: 7,
  })),
  ...counts.map(({ says, at }) => {
    const reach = [at, plot.page.to] as const
    return anyWish(
      plot.lanes.map((_, lane) => laneWish(plot, says, lane, reach)),
      6,
    )
  }),
  ...spans.flatMap((lane, k) =>
    lane.flatMap((span) => (span.says ? [spanWish(plot, span, k, now)] : [])),
  ),
  ...named(arrows).map((arrow) => arrowWish(plot, arrow)),
]

const make = (film: Film, page: Page, shape: Shape, key: string, other?: Film): Layout => {
  const shown = shownOf(film, page)
  const world: World = worldAt(film, page.from)
  const plot = plotOf(
    shown.map((id) => film.names[id - 1]!),
    page,
    shape,
  )
  const all = spansOf(film, page, world)
  const spans = shown.map((id) => all[id - 1]!)
  const walls = wallsOf(film, shown, plot)
  const arrows = arrowsOf(film, plot, shown, world, walls)
  const past = pastOf(film, plot, shown)
  const beads = spans
    .flatMap((lane, k) => beadsOf(film, plot, k, shown[k]!, lane))
    .map((bead) => (past && bead.events.every(past.isApart) ? { ...bead, apart: true } : bead))
  const counts = countsOf(film, plot, shown)
  const alike = alikeOf(film, plot, shown, other)
  const lines = linesOf({ plot, arrows, walls, counts }, film.scenario.poster)
  const wishes = wishesOf(
    { plot, spans, arrows, counts, past },
    alike,
    plot.along(film.scenario.poster),
  )
  const boxes = [...boxesOf(beads, arrows, plot.size), ...broadOf({ plot, spans }, alike)]
  const ground = new Ground(lines, boxes, plot.inside)
  const labels = plot.thumb ? [] : labelsOf(wishes, ground)
  const perUnit = (page.to - page.from) / (plot.down ? 308 : plot.inside[2] - plot.inside[0])
  const axis = ticksOf(page, perUnit * (plot.down ? 48 : 84))
  const own = clocksDiffer(film) ? clockTicks(film, page, axis.step) : []
  const clocks = own.length ? shown.map((id) => own[id - 1]!) : []
  const found = { spans, arrows, walls, beads, labels, past, alike, counts }
  return { key, plot, shown, axis, clocks, ...found }
}

const known = new WeakMap<object, Map<string, Layout>>()

/** The layout of the page that holds a moment; `films` where several are held together. */
export const layoutOf = (film: Film, at: Millis, shape: Shape, films?: readonly Film[]): Layout => {
  const page = pageOf(film, at, roomOf(shape))
  const other = otherOf(film, films)
  const key = `${shape} ${film.length} ${page.from} ${other?.length}`
  const made = known.get(film.reel) ?? new Map<string, Layout>()
  known.set(film.reel, made)
  const layout = made.get(key) ?? make(film, page, shape, key, other)
  if (made.size > 8) made.clear()
  made.set(key, layout)
  return layout
}
