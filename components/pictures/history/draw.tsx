// A history: what each client asked for, from asking to answer, as bars over true time.

import { type Film, historyAt } from '@/lib/sim/film'
import { Frame } from '../frame'
import { path } from '../geometry'
import { hueOf, type Inks } from '../inks'
import { fitting, textWidth } from '../lettering'
import { letters } from '../letters'
import { mark } from '../mark'
import type { Hand, PictureProps, Shape } from '../picture'
import { Playhead } from '../playhead'
import { TimeAxis } from '../time-axis'
import { alongOf, type TimePlot, ticksOf } from '../time-plot'
import { type Bar, type Rows, rowsOf } from './rows'

const frames = {
  wide: { width: 720, height: 480, size: 17, top: 34, bottom: 432 },
  tall: { width: 320, height: 360, size: 13, top: 30, bottom: 318 },
  thumb: { width: 220, height: 140, size: 13, top: 8, bottom: 132 },
} as const

/** From a little before the first operation to a little after the last, or to the end. */
const stretchOf = (films: readonly Film[]) => {
  const [film] = films as readonly [Film]
  const all = films.flatMap((one) => historyAt(one, one.until))
  const first = Math.min(film.until, ...all.map(({ from }) => from))
  const last = Math.max(film.scenario.poster, first + 1, ...all.map(({ to, from }) => to ?? from))
  const spare = (last - first) * 0.15
  const from = first < spare ? 0 : first - spare
  return { from, to: Math.min(film.until, last + 1.6 * spare) }
}

export const plotOf = (film: Film, shape: Shape, films: readonly Film[] = [film]): TimePlot => {
  const { width, height, size, top, bottom } = frames[shape]
  const thumb = shape === 'thumb'
  const clients = historyAt(film, film.until).map(({ client }) => client)
  const widest = Math.max(0, ...clients.map((name) => textWidth(name, size)))
  const left = thumb ? 8 : Math.min(widest, width / 4) + 20
  const inside = [left, top, width - 14, bottom] as const
  return {
    width,
    height,
    size,
    thumb,
    down: false,
    inside,
    along: alongOf(stretchOf(films), left, width - 14),
  }
}

/** The middle of each bar, by client and row. */
export const levelOf = ({ inside, size }: TimePlot, { depth }: Rows) => {
  const all = depth.reduce((sum, rows) => sum + rows, 0) || 1
  const pitch = Math.min((inside[3] - inside[1]) / all, size * 6)
  const first = (inside[1] + inside[3] - pitch * all) / 2
  return (client: number, row: number) =>
    first + pitch * (depth.slice(0, client).reduce((sum, rows) => sum + rows, 0) + row + 0.62)
}

const half = (size: number) => size * 0.5

/** Closed where it has ended; open, with a torn edge, while it is pending. */
const barPath = ({ op, outcome }: Bar, y: number, { along, inside, size }: TimePlot) => {
  const [a, b, h] = [along(op.from), Math.min(along(op.to ?? Infinity), inside[2]), half(size)]
  if (op.to !== null) return path('M', a, y - h, 'H', Math.max(a + 2, b), 'v', 2 * h, 'H', a, 'Z')
  return path('M', b, y - h, 'H', a, 'v', 2 * h, 'H', b) + (outcome === 'pending' ? '' : ' Z')
}

/** Around what was answered wrongly. */
export const rim = { width: 2.5, dash: '6 3' } as const
const rimPath = ({ op }: Bar, y: number, { along, size }: TimePlot) => {
  const [a, b, h] = [along(op.from) - 5, along(op.to!) + 5, half(size) + 5]
  return path('M', a, y - h, 'H', b, 'v', 2 * h, 'H', a, 'Z')
}

export const dashes = { pending: '6 4', ok: undefined, fail: undefined, unknown: '3 3' } as const

function BarMark({ bar, y, plot, inks }: { bar: Bar; y: number; plot: TimePlot; inks: Inks }) {
  const { op, outcome, client } = bar
  const hue = hueOf(inks, client + 1)
  const amiss = outcome === 'ok' && op.amiss
  return (
    <g>
      {mark(amiss && rimPath(bar, y, plot), {
        stroke: inks.vermilion,
        strokeWidth: rim.width,
        strokeDasharray: rim.dash,
        fill: 'none',
      })}
      <path
        d={barPath(bar, y, plot)}
        fill={outcome === 'ok' ? hue : inks.panel}
        stroke={outcome === 'fail' ? inks.vermilion : hue}
        strokeWidth={2}
        strokeDasharray={dashes[outcome]}
      />
    </g>
  )
}

/** Of what has begun the words are whole, however far into the future they reach. */
const wordsOf = (
  { op, outcome, says, left }: Bar,
  y: number,
  key: number,
  { at, inks, held, shape }: PictureProps,
) => {
  const begun = op.from <= at
  const above = half(frames[shape].size) + (outcome === 'ok' && op.amiss ? 11 : 6)
  const ink = begun ? inks.ink : inks.hair
  return letters(left, y - above, held && !begun ? '' : says, ink, {
    as: 'role',
    halo: inks.panel,
    key,
  })
}

export const draw: Hand = (props, says) => {
  const { film, films = [film], at, inks, shape } = props
  const plot = plotOf(film, shape, films)
  const rows = rowsOf(film, at, plot.along, plot.size, plot.inside[2])
  const level = levelOf(plot, rows)
  const stretch = stretchOf(films)
  const wide = plot.inside[2] - plot.inside[0]
  const axis = ticksOf(stretch, ((stretch.to - stretch.from) / wide) * plot.size * 5)
  return (
    <Frame of={props} box={plot} says={says}>
      {!plot.thumb && <TimeAxis plot={plot} axis={axis} inks={inks} />}
      <Playhead plot={plot} axis={axis} at={at} inks={inks} held={props.held}>
        {rows.clients.map((name, i) => (
          <g key={name} data-node={film.names.indexOf(name) + 1}>
            <path
              d={path('M', plot.inside[0], level(i, 0), 'H', plot.inside[2])}
              stroke={inks.hair}
              strokeWidth={1.5}
            />
            {letters(
              plot.inside[0] - 12,
              level(i, 0) + plot.size * 0.34,
              plot.thumb ? '' : fitting(name, plot.size, plot.width / 4),
              inks.ink,
              { anchor: 'end', as: 'name' },
            )}
          </g>
        ))}
        {rows.bars.map((bar, i) => (
          <BarMark key={i} bar={bar} y={level(bar.client, bar.row)} plot={plot} inks={inks} />
        ))}
      </Playhead>
      {!plot.thumb && rows.bars.map((bar, i) => wordsOf(bar, level(bar.client, bar.row), i, props))}
    </Frame>
  )
}
