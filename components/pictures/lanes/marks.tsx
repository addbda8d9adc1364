// The parts of the lanes as SVG: lanes, arrows, beads, labels, axis.

import { circle, distance, movedTo, path, type Segment, tenth } from '../geometry'
import { crossPath } from '../glyphs'
import { hueOf, type Inks } from '../inks'
import { letters } from '../letters'
import { mark } from '../mark'
import type { Arrow } from './arrows'
import type { Bead } from './beads'
import type { Layout } from './layout'
import type { Plot } from './plot'
import type { Span } from './spans'

export const widths = { calm: 2, busy: 2.5, proud: 5, ill: 2.5 } as const
export const dashes = { calm: undefined, busy: '7 5', proud: undefined, ill: '2 4' } as const
export const pastStroke = { strokeWidth: 13, strokeOpacity: 0.3, strokeLinecap: 'round' } as const
export const arrowDashes = {
  dot: undefined,
  diamond: '4 3',
  square: undefined,
  triangle: '9 3 2 3',
}

/** One span: its hue is its number, its dash and thickness are its role; down is hatched. */
export function Lane({
  span,
  plot,
  lane,
  inks,
}: {
  span: Span
  plot: Plot
  lane: number
  inks: Inks
}) {
  const { up, paused, face, hue } = span
  const [a, b] = [plot.point(span.from, lane), plot.point(span.to, lane)]
  const d = plot.down ? path('M', a.x, a.y, 'V', b.y) : path('M', a.x, a.y, 'H', b.x)
  if (!up) return <path d={d} stroke={inks.grey} strokeWidth={9} strokeDasharray="1.5 5" />
  const ink = face.mood === 'ill' ? inks.vermilion : hueOf(inks, hue)
  if (paused)
    return (
      <>
        <path d={d} stroke={ink} strokeWidth={6} />
        <path d={d} stroke={inks.panel} strokeWidth={2.5} />
      </>
    )
  return (
    <path d={d} stroke={ink} strokeWidth={widths[face.mood]} strokeDasharray={dashes[face.mood]} />
  )
}

/** How it ends: a head, ✕ for lost, a bar at a wall, an open ring where nobody hears. */
const endPath = ({ fate, open }: Arrow, r: number) => {
  if (open) return undefined
  if (fate === 'lost') return crossPath(r * 0.8)
  if (fate === 'unheard') return circle(0, 0, r * 0.8)
  if (fate === 'cut') return path('M', 0, -r, 'V', r)
  return path('M', 0, 0, 'L', -1.8 * r, -0.75 * r, 'V', 0.75 * r, 'Z')
}

/** No finer than its far end can show. */
const degrees = ([a, b]: Segment, long: number) => {
  const turn = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return long < 120 ? Math.round(turn * 2) / 2 : turn
}

/**
 * It lies along the axis and is turned as a whole: alike are all but their lengths. In whole units,
 * of which a page says less.
 */
export function ArrowMark({ arrow, plot, inks }: { arrow: Arrow; plot: Plot; inks: Inks }) {
  const { line, glyph, fate, message } = arrow
  const hue = hueOf(inks, arrow.hue)
  const r = plot.thumb ? 3 : plot.down ? 5 : 6
  const died = fate === 'lost' || fate === 'cut' || fate === 'unheard'
  const hollow = died || glyph.answer === 'no'
  const [{ x, y }, long] = [line[1], Math.round(distance(...line))]
  const turn = degrees(line, long)
  return (
    <g
      data-message={message}
      stroke={hue}
      transform={movedTo({ x: Math.round(x), y: Math.round(y) }, turn)}
    >
      <path
        d={path('M', -long, '0H0')}
        strokeWidth={glyph.shape === 'square' ? 2.2 : undefined}
        strokeDasharray={arrowDashes[glyph.shape]}
      />
      <path
        d={endPath(arrow, r)}
        transform={fate === 'lost' ? `rotate(${tenth(-turn)})` : undefined}
        fill={hollow ? inks.panel : hue}
        stroke={died ? inks.vermilion : undefined}
        strokeWidth={died ? 2.4 : undefined}
      />
    </g>
  )
}

const beadPath = ({ kind }: Bead, size: number) => {
  if (kind === 'folded') return circle(0, 0, size * 0.68)
  if (kind === 'busy' || kind === 'wake') return circle(0, 0, 6.5)
  if (kind === 'proud') return circle(0, 0, 8)
  if (kind === 'crash') return crossPath(6)
  if (kind === 'ask') return path('M', -5, -5, 'h', 10, 'v', 10, 'h', -10, 'Z')
  if (kind === 'line') return path('M', 0, -7, 'l', 7, 7, -7, 7, -7, -7, 'Z')
  return circle(0, 0, 3)
}

export function BeadMark({ bead, plot, inks }: { bead: Bead; plot: Plot; inks: Inks }) {
  const { kind, spot, events, apart } = bead
  const hue = kind === 'crash' ? inks.vermilion : hueOf(inks, bead.hue)
  const full = !apart && (kind === 'dot' || kind === 'ask')
  const count = `${events.length}`
  const size = Math.min(plot.size, (plot.size * 1.9) / count.length)
  return (
    <g data-event={events[0]} transform={movedTo(spot)}>
      <circle r={10} fill="transparent" />
      <path
        d={beadPath(bead, plot.size)}
        fill={full ? hue : kind === 'crash' ? 'none' : inks.panel}
        stroke={kind === 'dot' && full ? undefined : hue}
        strokeWidth={kind === 'dot' && full ? undefined : kind === 'folded' ? 1.5 : 2.4}
        strokeDasharray={kind === 'busy' ? '4 3' : undefined}
      />
      {kind === 'proud' && <circle r={4} fill={hue} />}
      {kind === 'folded' && letters(0, size * 0.34, count, inks.ink, { anchor: 'middle', size })}
    </g>
  )
}

/** Small strokes where each node's own clock strikes; without drift there are none. */
export function ClockTicks({ layout: { plot, clocks }, inks }: { layout: Layout; inks: Inks }) {
  const d = clocks.flatMap((ticks, k) =>
    ticks.map((at) => {
      const { x, y } = plot.point(at, k)
      return plot.down ? path('M', x - 5, y, 'h', 10) : path('M', x, y - 5, 'v', 10)
    }),
  )
  return mark(d.join(''), { stroke: inks.ink, strokeWidth: 1.5 })
}
