// The painted track: bands by number, ticks for what is told, and what was broken.

import type { ReactNode } from 'react'
import { path } from '@/components/pictures/geometry'
import { hueOf, type Inks } from '@/components/pictures/inks'
import { type Film, faceOf, worldAt } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import type { Told } from './scene'

export const percent = (part: number, whole: number) =>
  `${Math.round((part / whole) * 10_000) / 100}%`

/** Stretched to the width of the figure. */
const wide = 1000

type TrackProps = { film: Film; told: readonly Told[]; id: string; inks: Inks }

export function Track({ film, told, id, inks }: TrackProps): ReactNode {
  const { until, broken } = film
  const x = (at: Millis) => Math.round((at / until) * wide)
  const ticks = [...new Set(told.map(({ at }) => x(at)))]
  return (
    <svg aria-hidden="true">
      <svg viewBox={`0 0 ${wide} 44`} preserveAspectRatio="none" aria-hidden="true">
        {bandsOf(film, told).map(({ from, to, number }) => (
          <path
            key={from}
            d={path('M', x(from), 20, 'H', x(to))}
            stroke={hueOf(inks, number)}
            strokeWidth="8"
            opacity=".3"
          />
        ))}
        <path
          d={ticksPath(ticks)}
          stroke={inks.ink}
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {broken.length > 0 && <Breach film={film} id={id} inks={inks} />}
    </svg>
  )
}

/** From each to the next: many stand close together, and small numbers are short in the page. */
const ticksPath = (ticks: readonly number[]) =>
  path('M0 27', ...ticks.flatMap((at, i) => ['m', at - (ticks[i - 1] ?? 0), -14, 'v', 14]))

/** From where a promise was first broken. */
function Breach({ film: { until, broken }, id, inks }: Omit<TrackProps, 'told'>) {
  const broke = Math.min(...broken.map(({ at }) => at))
  return (
    <>
      <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 6L6 0" stroke={inks.vermilion} strokeWidth="2" />
      </pattern>
      <rect
        x={percent(broke, until)}
        width={percent(until - broke, until)}
        y="4"
        height="6"
        fill={`url(#${id}-hatch)`}
      />
    </>
  )
}

/**
 * While it lasts, this is the highest number (term, version) that any node shows. A number that
 * says how many there are of something is no stretch of time.
 */
type Band = { readonly from: Millis; readonly to: Millis; readonly number: number }

/** A number changes where something is told; of very many moments, these many are looked at. */
const looks = 240

function bandsOf(film: Film, told: readonly Told[]): Band[] {
  const every = Math.max(1, Math.ceil(told.length / looks))
  const moments = [0, ...told.filter((_, i) => i % every === 0).map(({ at }) => at)]
  const bands: Band[] = []
  for (const from of moments) {
    const number = numberAt(film, from)
    const last = bands.at(-1)
    if (last?.number === number) continue
    if (last) bands[bands.length - 1] = { ...last, to: from }
    bands.push({ from, to: film.until, number })
  }
  return bands
}

/** What a run goes through one after another. */
const stretches = ['term', 'version', 'token', 'promised', 'number', 'incarnation']

const numberAt = (film: Film, at: Millis) => {
  const world = worldAt(film, at)
  const faces = world.nodes.map(({ id }) => faceOf(film, world, id))
  const all = faces.map(({ number = 0, counts }) =>
    counts === undefined || stretches.includes(counts) ? number : 0,
  )
  return Math.max(0, ...all)
}
