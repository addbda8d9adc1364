// The logs of all nodes, one below the other, place by place: what is committed, what is not, and
// what is missing.

import { eventAt, type Film } from '@/lib/sim/film'
import type { Entry } from '@/lib/sim/protocol'
import { Frame } from '../frame'
import { movedTo, path, tenth } from '../geometry'
import { hueOf, type Inks } from '../inks'
import { fitting, textWidth } from '../lettering'
import { letters } from '../letters'
import { mark } from '../mark'
import type { Hand, Shape } from '../picture'
import { cutsOf, leads, longestOf, type Row, rowsAt, tornOf } from './rows'

const frames = {
  wide: { width: 720, height: 480, size: 17, top: 44, most: 9, gap: 8 },
  tall: { width: 320, height: 360, size: 13, top: 30, most: 5, gap: 5 },
  thumb: { width: 220, height: 140, size: 13, top: 6, most: 6, gap: 3 },
} as const

type Grid = {
  readonly width: number
  readonly height: number
  readonly size: number
  readonly top: number
  readonly left: number
  readonly gap: number
  readonly thumb: boolean
  readonly cell: number
  readonly pitch: number
  readonly tall: number
  /** The places shown, from the first. */
  readonly first: number
  readonly count: number
}

export const gridOf = (film: Film, rows: readonly Row[], shape: Shape): Grid => {
  const { width, height, size, top, most: places, gap } = frames[shape]
  const thumb = shape === 'thumb'
  const widest = Math.max(
    ...film.names.map((name) => textWidth(name, size)),
    textWidth('candidate', size),
  )
  // In whole units, of which a page says less.
  const left = thumb ? 8 : Math.round(Math.min(widest + 22, width / 3))
  const count = Math.min(places, Math.max(longestOf(film), ...rows.map(({ log }) => log.length)))
  const first = Math.max(0, ...rows.map(({ log }) => log.length - count))
  const cell = Math.floor(Math.min((width - left - 12) / count, size * 11))
  // Of few rows the cells are taller, and have a line more.
  const [most, high] = rows.length > 3 ? [4.6, 3] : [6.4, 4.2]
  const pitch = Math.floor(Math.min((height - top - 8) / Math.max(1, rows.length), size * most))
  const tall = Math.min(pitch - 8, Math.round(size * high))
  const above = Math.max(0, Math.round((height - top - pitch * rows.length) / 3))
  return {
    width,
    height,
    size,
    top: top + above,
    left,
    gap,
    thumb,
    cell,
    pitch,
    tall,
    first,
    count,
  }
}

/** A value that fits a cell: whole, or what stands after its colon, or cut short. */
const shortened = (value: string, grid: Grid) => {
  const room = grid.cell - grid.gap - 8
  const tail = value.slice(value.indexOf(': ') + 2)
  return textWidth(value, grid.size) <= room ? value : fitting(tail, grid.size, room)
}

/** What stands in a cell: its number, and its value on as many lines as there is room for. */
const cellWords = ({ value, term }: Entry, grid: Grid): readonly string[] => {
  const [room, parts] = [grid.cell - grid.gap - 4, value.split(': ')]
  const whole = textWidth(value, grid.size) <= room - 4 || grid.tall < 4 * grid.size
  return [`${term}`, ...(whole ? [shortened(value, grid)] : parts)]
    .filter(Boolean)
    .map((words) => fitting(words, grid.size, room))
}

type CellProps = {
  entry: Entry | undefined
  i: number
  /** Others have an entry there. */
  misses: boolean
  grid: Grid
  inks: Inks
}

function Cell({ entry, i, misses, grid, inks }: CellProps) {
  const { cell, gap, tall, thumb, left, size } = grid
  const [hue, width] = [entry ? hueOf(inks, entry.term) : inks.grey, cell - gap]
  const x = left + i * cell
  // In whole units, of which a page says less.
  const middle = Math.round(x + width / 2)
  const lacks = !misses ? [] : textWidth('not yet', size) < width ? ['not yet'] : ['not', 'yet']
  const lines = thumb ? [] : entry ? cellWords(entry, grid) : lacks
  const line = (k: number) =>
    Math.round(tall / 2 + size * (0.34 + 1.25 * (k - (lines.length - 1) / 2)))
  return (
    <g>
      <rect
        x={x}
        width={width}
        height={tall}
        fill={entry?.committed ? hue : inks.panel}
        fillOpacity={entry?.committed ? 0.24 : undefined}
        stroke={hue}
        strokeWidth={entry?.committed ? 2.5 : entry ? 1.8 : 1}
        strokeDasharray={entry ? (entry.committed ? undefined : '6 3') : '2 4'}
      />
      {Array.from({ length: tall < 4 * size ? 2 : 3 }, (_, k) =>
        letters(middle, line(k), lines[k] ?? '', inks.ink, {
          anchor: 'middle',
          as: !entry ? 'role' : k ? 'plain' : 'name',
          key: k,
        }),
      )}
    </g>
  )
}

/** What a row that does not keep the entries themselves has made of them. */
const madeOf = ({ face: { holds }, log }: Row, { size, width, left }: Grid) =>
  !holds || log.some(({ value }) => value) ? '' : fitting(`= ${holds}`, size, width - left)

type RowProps = {
  row: Row
  y: number
  grid: Grid
  inks: Inks
  marked: boolean
  /** The longest log of the moment. */
  longest: number
  torn: ReadonlySet<number>
}

function RowMark({ row, y, grid, inks, marked, longest, torn }: RowProps) {
  const { left, tall, size, count, first, thumb } = grid
  const { node, face, word, log } = row
  const faint = !node.up && !log.some(({ committed }, i) => committed && torn.has(i))
  const name = thumb ? '' : fitting(node.name, size, left - 16)
  const role = thumb || word === name ? '' : word
  const line = Math.round(tall * 0.42)
  return (
    <g data-node={node.id} transform={movedTo({ x: 0, y })} opacity={faint ? 0.55 : undefined}>
      <rect
        y={-3}
        width={grid.width}
        height={tenth(tall + 6)}
        fill={marked ? inks.accent : 'transparent'}
        fillOpacity={marked ? 0.1 : undefined}
      />
      {letters(left - 14, line, name, inks.ink, { anchor: 'end', as: 'name' })}
      {letters(left - 14, line + Math.round(size * 1.15), role, inks.ink, {
        anchor: 'end',
        as: 'role',
      })}
      {mark(leads(row) && path('M', left - 7, 0, 'v', tall), {
        stroke: hueOf(inks, face.number),
        strokeWidth: 5,
      })}
      {!thumb && letters(left, tall + size * 1.1, madeOf(row, grid), inks.ink, { as: 'name' })}
      {Array.from({ length: count }, (_, i) => (
        <Cell
          key={i}
          entry={log[first + i]}
          misses={node.up && first + i < longest}
          {...{ i, grid, inks }}
        />
      ))}
    </g>
  )
}

type WrongsProps = Pick<RowProps, 'torn' | 'grid' | 'inks'> & {
  rows: readonly Row[]
  cuts: readonly number[]
}

/** Around what is committed against another; and where a cut runs. */
function Wrongs({ rows, torn, cuts, grid, inks }: WrongsProps) {
  const { left, cell, gap, top, pitch, first, count, tall, thumb } = grid
  const rims = rows.flatMap(({ log }, k) =>
    [...torn].map((place) => {
      const [x, y, wide] = [left + (place - first) * cell - 3, top + k * pitch - 3, cell - gap + 6]
      return log[place]?.committed && place >= first
        ? path('M', x, y, 'h', wide, 'v', tall + 6, 'h', -wide, 'Z')
        : ''
    }),
  )
  const walls = cuts.map((i) => path('M', 8, top + (i + 1) * pitch - 6, 'H', left + count * cell))
  const [look, wide] = [{ fill: 'none', stroke: inks.vermilion }, thumb ? 3 : 4]
  return (
    <>
      {mark(rims.join(''), { ...look, strokeWidth: 2.5, strokeDasharray: '6 3' })}
      {mark(walls.join(''), { ...look, strokeWidth: wide, strokeDasharray: '11 6' })}
    </>
  )
}

export const draw: Hand = (props, says) => {
  const { film, at, inks, shape, marked } = props
  const rows = rowsAt(film, at)
  const grid = gridOf(film, rows, shape)
  const { left, cell, gap, top, pitch, first, count, thumb } = grid
  const longest = Math.max(0, ...rows.map(({ log }) => log.length))
  const torn = tornOf(rows)
  const pointed = marked === undefined ? 0 : eventAt(film, marked).node
  const places = Array.from({ length: thumb ? 0 : count }, (_, i) =>
    letters(left + i * cell + (cell - gap) / 2, top - 12, `${first + i + 1}`, inks.soft, {
      anchor: 'middle',
      key: i,
    }),
  )
  return (
    <Frame of={props} box={grid} says={says}>
      {places}
      {rows.map((row, i) => (
        <RowMark
          key={row.node.id}
          row={row}
          y={top + i * pitch}
          grid={grid}
          inks={inks}
          marked={row.node.id === pointed}
          {...{ longest, torn }}
        />
      ))}
      <Wrongs rows={rows} torn={torn} cuts={cutsOf(film, rows, at)} grid={grid} inks={inks} />
    </Frame>
  )
}
