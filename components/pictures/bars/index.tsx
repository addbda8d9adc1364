// Bars: how much each has of something that is counted, as a queue has waiting work. The fact
// `queues` names them; without it, a bar is the number on a node's face.

import { type Film, factsAt, worldAt } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { stepOf } from '../chart/data'
import { Frame } from '../frame'
import { path, tenth } from '../geometry'
import { faceIn } from '../hue'
import { hueOf, type Inks, pageInks } from '../inks'
import { fitting, textWidth } from '../lettering'
import { letters } from '../letters'
import { sentence } from '../names'
import { type Hand, pictureOf, type Shape, type Wording } from '../picture'
import { sign } from '../sign'

export type Bar = {
  readonly name: string
  readonly node: number
  readonly value: number
  readonly down: boolean
}

export const barsAt = (film: Film, at: Millis): Bar[] => {
  const world = worldAt(film, at)
  const queues = factsAt(film, at).queues
  const named = queues && typeof queues === 'object' && !Array.isArray(queues)
  if (named)
    return Object.entries(queues as Record<string, number>).map(([name, value]) => {
      const node = film.names.indexOf(name) + 1
      return { name, node, value, down: node > 0 && !world.nodes[node - 1]!.up }
    })
  return world.nodes.flatMap(({ id, name, up }) => {
    const listed = Array.isArray(queues) ? (queues as (number | null)[])[id - 1] : undefined
    const value = listed ?? (Array.isArray(queues) ? undefined : faceIn(film, world, id).number)
    return typeof value === 'number' ? [{ name, node: id, value, down: !up }] : []
  })
}

const known = new WeakMap<object, number>()

const longestIn = (film: Film): number => {
  const before = known.get(film.reel)
  if (before) return before
  const moments = Array.from({ length: 81 }, (_, i) => (film.until * i) / 80)
  const most = Math.max(1, ...moments.flatMap((at) => barsAt(film, at).map(({ value }) => value)))
  known.set(film.reel, most)
  return most
}

/** The longest bar of all films, rounded up: lengths are compared over time, and side by side. */
const mostOf = (films: readonly Film[]) => {
  const most = Math.max(...films.map(longestIn))
  const step = stepOf(most, 4)
  return Math.ceil(most / step) * step
}

export const frames = {
  wide: { width: 720, height: 480, size: 17, pad: 16 },
  tall: { width: 320, height: 360, size: 13, pad: 10 },
  thumb: { width: 220, height: 140, size: 13, pad: 8 },
} as const

export type Plane = {
  readonly left: number
  readonly right: number
  readonly pitch: number
  readonly first: number
}

export const planeOf = (bars: readonly Bar[], shape: Shape): Plane => {
  const { width, height, size, pad } = frames[shape]
  const thumb = shape === 'thumb'
  const widest = Math.max(0, ...bars.map(({ name }) => textWidth(name, size)))
  const left = thumb ? pad : Math.min(widest, width * 0.3) + 2 * pad
  const right = width - (thumb ? pad : textWidth('00000', size) + pad)
  const pitch = Math.min((height - 2 * pad) / Math.max(1, bars.length), size * 3.4)
  return { left, right, pitch, first: (height - pitch * bars.length) / 2 }
}

type MarkProps = { bar: Bar; y: number; most: number; plane: Plane; shape: Shape; inks: Inks }

/** One unit is a cell while cells can be told apart; then the bar is whole. */
function BarMark({ bar, y, most, plane, shape, inks }: MarkProps) {
  const { size } = frames[shape]
  const { left, right, pitch } = plane
  const unit = (right - left) / most
  const end = left + bar.value * unit
  const half = Math.min(pitch * 0.32, size)
  const cells = unit >= 8 && Number.isInteger(bar.value) ? bar.value - 1 : 0
  const cuts = Array.from({ length: Math.max(0, cells) }, (_, i) =>
    path('M', left + (i + 1) * unit, y - half, 'v', 2 * half),
  )
  const hue = bar.down ? inks.grey : hueOf(inks, 1)
  const thumb = shape === 'thumb'
  return (
    <g data-node={bar.node || undefined}>
      {/* From its name to its number it is one target. */}
      <path
        d={path('M', 0, y - half, 'v', 2 * half, 'h', end + 30, 'v', -2 * half, 'Z')}
        fill="transparent"
      />
      <path
        d={path('M', left, y - half, 'H', end, 'v', 2 * half, 'H', left, 'Z')}
        fill={hue}
        fillOpacity={0.8}
      />
      <path d={cuts.join('') || undefined} stroke={inks.panel} strokeWidth={1.5} />
      <path
        d={path('M', left, y - half - 3, 'v', 2 * half + 6)}
        stroke={inks.ink}
        strokeWidth={tenth(1.5)}
      />
      {letters(left - 10, y + size * 0.34, thumb ? '' : fitting(bar.name, size, left), inks.ink, {
        anchor: 'end',
        as: 'name',
      })}
      {letters(end + 8, y + size * 0.34, thumb ? '' : `${Number(bar.value.toFixed(1))}`, inks.ink)}
    </g>
  )
}

const draw: Hand = (props, says) => {
  const { film, at, shape, inks, films = [film] } = props
  const bars = barsAt(film, at)
  const plane = planeOf(bars, shape)
  const most = mostOf(films)
  return (
    <Frame of={props} box={frames[shape]} says={says}>
      {bars.map((bar, i) => (
        <BarMark
          key={bar.name}
          bar={bar}
          y={plane.first + (i + 0.5) * plane.pitch}
          most={most}
          plane={plane}
          shape={shape}
          inks={inks}
        />
      ))}
    </Frame>
  )
}

/** What the bars count, where the faces of those that have one say it; else anybody's. */
const countsOf = (film: Film, at: Millis) => {
  const world = worldAt(film, at)
  const barred = barsAt(film, at).map(({ node }) => node)
  const counts = (ids: readonly number[]) =>
    ids.map((id) => faceIn(film, world, id).counts).find(Boolean)
  return counts(barred.filter((id) => id > 0)) ?? counts(world.nodes.map(({ id }) => id))
}

const describe: Wording['describe'] = (film, at) => {
  const bars = barsAt(film, at).map(
    ({ name, value, down }) => `${name} ${Number(value.toFixed(1))}${down ? ' (down)' : ''}`,
  )
  const counts = countsOf(film, at)
  return sentence(
    `${counts ? `${counts} ` : ''}at ${momentWords(at)}: ${bars.join(', ') || 'nothing'}`,
  )
}

const legend: Wording['legend'] = (film, at, inks = pageInks) => {
  const bars = barsAt(film, at)
  const block = (fill: string) => <path d="M2 3h20v10H2Z" fill={fill} fillOpacity={0.8} />
  return [
    ...(bars.some(({ down }) => !down)
      ? [sign(countsOf(film, at) ?? 'how many', block(inks.orange))]
      : []),
    ...(bars.some(({ down }) => down) ? [sign('down', block(inks.grey))] : []),
  ]
}

export const bars = pictureOf('bars', draw, { describe, legend })
