// Numbers of a film over time, a line for each.

import type { Film } from '@/lib/sim/film'
import { Frame } from '../frame'
import { path } from '../geometry'
import { hueOf, type Inks } from '../inks'
import { fitting, textWidth } from '../lettering'
import { letters } from '../letters'
import type { Hand, Shape } from '../picture'
import { Playhead } from '../playhead'
import { spreadOut } from '../spread'
import { TimeAxis } from '../time-axis'
import { alongOf, type TimePlot, ticksOf } from '../time-plot'
import { type ChartData, chartOf, type Line, stepOf } from './data'

const frames = {
  wide: { width: 720, height: 480, size: 17, top: 60, bottom: 424 },
  tall: { width: 320, height: 360, size: 13, top: 50, bottom: 318 },
  thumb: { width: 220, height: 140, size: 13, top: 8, bottom: 132 },
} as const

type Plot = TimePlot & { readonly yOf: (value: number) => number }
type Drawn = { readonly data: ChartData; readonly plot: Plot; readonly inks: Inks }

const heights = ({ most }: ChartData) => {
  const step = stepOf(most, 4)
  return Array.from({ length: Math.round(most / step) + 1 }, (_, i) =>
    Number((i * step).toFixed(6)),
  )
}

const plotOf = (data: ChartData, until: number, shape: Shape): Plot => {
  const { width, height, size, top, bottom } = frames[shape]
  const thumb = shape === 'thumb'
  const numbers = heights(data).map((n) => textWidth(`${n}`, size))
  const widest = Math.max(0, ...data.lines.map(({ says }) => textWidth(says, size)))
  const left = thumb ? 8 : Math.max(...numbers) + 16
  const right = width - (thumb ? 8 : Math.min(widest + 14, width * 0.3))
  const yOf = (value: number) => bottom - (value / data.most) * (bottom - top)
  const along = alongOf({ from: 0, to: until }, left, right)
  return { width, height, size, thumb, down: false, inside: [left, top, right, bottom], along, yOf }
}

export const dashes = [undefined, '9 4', '3 3', '12 3 3 3'] as const

const lineOf = ({ points }: Line, { along, yOf }: Plot) =>
  points.map(([at, value], i) => path(i ? 'L' : 'M', along(at), yOf(value))).join(' ')

/** The scale: a hair for each round number, what is counted above. */
function Heights({ data, plot, inks }: Drawn) {
  const { inside, size, yOf } = plot
  return (
    <g>
      {heights(data).map((n) => (
        <g key={n}>
          <path
            d={path('M', inside[0], yOf(n), 'H', inside[2])}
            stroke={inks.hair}
            strokeWidth={1}
          />
          {letters(inside[0] - 8, yOf(n) + size * 0.34, `${n}`, inks.soft, { anchor: 'end' })}
        </g>
      ))}
      {letters(4, size, data.unit, inks.soft, { as: 'role' })}
    </g>
  )
}

/** The names of the lines at their ends, apart from each other. */
function Ends({ data, plot, inks }: Drawn) {
  const { inside, size, width, yOf } = plot
  const ends = data.lines.map(({ points }) => yOf(points.at(-1)![1]))
  return spreadOut(ends, size * 1.15, inside[3]).map((y, i) =>
    letters(
      inside[2] + 8,
      y + size * 0.34,
      fitting(data.lines[i]!.says, size, width - inside[2] - 8),
      inks.ink,
      { as: 'name', key: i },
    ),
  )
}

/** What a film plots, and its plane: as high as the highest of all films. */
export const plotIn = (film: Film, films: readonly Film[], shape: Shape) => {
  const data = { ...chartOf(film), most: Math.max(...films.map((one) => chartOf(one).most)) }
  return { data, plot: plotOf(data, film.until, shape) }
}

/** The highest line in numbers, where it has fallen since: beside where all fall below them. */
function Peak({ data, beside, plot, inks }: Drawn & { beside: readonly Line[] }) {
  const { size, inside, along, yOf } = plot
  const own = data.lines.flatMap(({ points }) => points)
  const all = [...own, ...beside.flatMap(({ points }) => points)]
  const value = Math.max(0, ...own.map(([, height]) => height))
  const y = yOf(value) + size * 0.5
  const x = Math.max(inside[0], ...all.map(([at, height]) => (yOf(height) <= y ? along(at) : 0)))
  const fell = data.lines.every(({ points }) => (points.at(-1)?.[1] ?? 0) < value)
  const says = fell && x < inside[0] + 0.8 * (inside[2] - inside[0])
  return letters(x + 8, y, says ? `${Number(value.toPrecision(3))}` : '', inks.ink)
}

/** Of two runs that are compared the other one, as a shadow; the published one follows them. */
const shadowOf = (film: Film, films: readonly Film[]) =>
  isCompared(films)
    ? films
        .slice(0, 2)
        .filter(({ reel }) => reel !== film.reel)
        .flatMap((one) => chartOf(one).lines)
    : []
export const isCompared = ([first]: readonly Film[]) => first?.scenario.against !== undefined
export const shadow = { strokeWidth: 4, strokeOpacity: 0.35 } as const

export const draw: Hand = (props, says) => {
  const { film, at, inks, shape, films = [film] } = props
  const { data, plot } = plotIn(film, films, shape)
  const beside = shadowOf(film, films)
  const perUnit = film.until / (plot.inside[2] - plot.inside[0])
  const axis = ticksOf({ from: 0, to: film.until }, perUnit * plot.size * 5)
  return (
    <Frame of={props} box={plot} says={says}>
      {!plot.thumb && <Heights data={data} plot={plot} inks={inks} />}
      {!plot.thumb && <TimeAxis plot={plot} axis={axis} inks={inks} />}
      <path
        d={beside.map((line) => lineOf(line, plot)).join(' ') || undefined}
        fill="none"
        stroke={inks.grey}
        {...shadow}
      />
      {data.lines.map((line, i) => (
        <path
          key={line.says}
          d={lineOf(line, plot)}
          fill="none"
          stroke={hueOf(inks, i + 1)}
          strokeWidth={2.5}
          strokeDasharray={dashes[i % 4]}
        />
      ))}
      <Playhead plot={plot} axis={axis} at={at} inks={inks} held={props.held} />
      {!plot.thumb && !props.held && <Peak data={data} beside={beside} plot={plot} inks={inks} />}
      {!plot.thumb && !props.held && <Ends data={data} plot={plot} inks={inks} />}
    </Frame>
  )
}
