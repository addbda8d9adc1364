// Clocks: a dial of each clock's error, and the errors over true time, with the jumps back.

import type { ReactNode } from 'react'
import { eventAt, type Film } from '@/lib/sim/film'
import { Frame } from '../frame'
import { type Point, path, simplified } from '../geometry'
import type { Inks } from '../inks'
import { fitting } from '../lettering'
import { letters } from '../letters'
import type { Hand } from '../picture'
import { Playhead } from '../playhead'
import { spreadOut } from '../spread'
import { TimeAxis } from '../time-axis'
import { type Axis, ticksOf } from '../time-plot'
import { Dial } from './dial'
import { type Plot, plotOf, strokeOf } from './plot'
import { errorWords, type Series, sampleAt, scaleOf, seriesOf } from './series'

const line = (points: readonly Point[]) =>
  path(
    // A clock that only drifts is a straight line, however often it was looked at.
    ...simplified(points).flatMap(({ x, y }, i) =>
      [i === 0 ? 'M' : i === 1 ? 'L' : '', x, y].filter((p) => p !== ''),
    ),
  )

/** The widest guaranteed bound, on both sides of the truth. */
const band = ({ samples }: Series, { along, yOf }: Plot) => {
  const known = samples.filter(({ bound }) => bound !== undefined)
  if (known.length < 2) return undefined
  const upper = known.map(({ at, bound }) => ({ x: along(at), y: yOf(bound!) }))
  const lower = known.map(({ at, bound }) => ({ x: along(at), y: yOf(-bound!) })).reverse()
  return `${line([...upper, ...lower])} Z`
}

export const jumpPath = ({ x, y }: Point) => path('M', x - 5, y - 9, 'h', 10, 'l', -5, 9, 'Z')

/** Names at the lines' ends, apart from each other, each led to by the end of its own line. */
function Ends({
  film,
  plot,
  series,
  inks,
}: {
  film: Film
  plot: Plot
  series: Series
  inks: Inks
}) {
  const { inside, size, width, yOf } = plot
  const last = series.samples.at(-1)!
  const ends = last.errors.map(yOf)
  const x = inside[2] + 13
  return spreadOut(ends, size * 1.15, inside[3]).map((y, i) => (
    <g key={i}>
      <path
        d={path('M', inside[2] + 2, ends[i]!, 'L', x - 3, y)}
        stroke={strokeOf(film, i, inks).stroke}
        strokeWidth={1.5}
      />
      {letters(x, y + size * 0.34, fitting(film.names[i]!, size, width - x), inks.ink, {
        as: 'name',
      })}
    </g>
  ))
}

function Scale({ plot, scale, inks }: { plot: Plot; scale: number; inks: Inks }) {
  const { inside, size, yOf } = plot
  return [scale, scale / 2, 0, -scale / 2, -scale].map((error) => (
    <g key={error}>
      <path
        d={path('M', inside[0], yOf(error), 'H', inside[2])}
        stroke={error ? inks.hair : inks.soft}
        strokeWidth={1}
      />
      {letters(inside[0] - 8, yOf(error) + size * 0.34, errorWords(error, scale), inks.soft, {
        anchor: 'end',
      })}
    </g>
  ))
}

const made = new WeakMap<object, Map<string, ReactNode>>()

type Still = { plot: Plot; series: Series; scale: number; axis: Axis; inks: Inks }

/** Whatever does not change with time, made once. */
const still = (film: Film, { plot, series, scale, axis, inks }: Still): ReactNode => (
  <g fill="none">
    {!plot.thumb && <Scale plot={plot} scale={scale} inks={inks} />}
    {!plot.thumb && <TimeAxis plot={plot} axis={axis} inks={inks} />}
    <path d={band(series, plot)} fill={inks.grey} fillOpacity={0.2} />
    {film.names.map((_, i) => (
      <path
        key={i}
        d={line(
          series.samples.map(({ at, errors }) => ({ x: plot.along(at), y: plot.yOf(errors[i]!) })),
        )}
        strokeWidth={2.2}
        {...strokeOf(film, i, inks)}
      />
    ))}
    <path
      d={
        series.jumps
          .map(({ at, error }) => jumpPath({ x: plot.along(at), y: plot.yOf(error) }))
          .join('') || undefined
      }
      fill={inks.vermilion}
    />
  </g>
)

export const draw: Hand = (props, says) => {
  const { film, films = [film], at, inks, shape, marked } = props
  const series = seriesOf(film)
  const scale = scaleOf(film, films)
  const plot = plotOf(film, shape, scale)
  const axis = ticksOf(
    { from: 0, to: film.until },
    (film.until / (plot.inside[2] - plot.inside[0])) * plot.size * 5,
  )
  const cache = made.get(series) ?? new Map<string, ReactNode>()
  made.set(series, cache)
  const key = `${shape} ${inks.ink} ${scale}`
  if (!cache.has(key)) cache.set(key, still(film, { plot, series, scale, axis, inks }))
  const { errors } = sampleAt(film, at)
  const pointed = marked === undefined ? 0 : eventAt(film, marked).node
  const common = { scale, r: plot.r, size: plot.size, room: plot.room, inks }
  return (
    <Frame of={props} box={plot} says={says}>
      {!plot.thumb &&
        plot.dials.map((spot, i) => (
          <Dial
            key={i}
            id={i + 1}
            name={film.names[i]!}
            spot={spot}
            error={errors[i]!}
            hue={strokeOf(film, i, inks).stroke}
            marked={pointed === i + 1}
            {...common}
          />
        ))}
      {cache.get(key)}
      <Playhead plot={plot} axis={axis} at={at} inks={inks} held={props.held} />
      {!plot.thumb && !props.held && <Ends film={film} plot={plot} series={series} inks={inks} />}
    </Frame>
  )
}
