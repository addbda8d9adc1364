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
import { longestOf, type Row, rowsAt } from './rows'

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
  const { width, height, size, top, most, gap } = frames[shape]
  const thumb = shape === 'thumb'
  const widest = Math.max(
    ...film.names.map((name) => textWidth(name, size)),
    textWidth('candidate', size),
  )
  // In whole units, of which a page says less.
  const left = thumb ? 8 : Math.round(Math.min(widest + 22, width / 3))
  const count = Math.min(most, Math.max(longestOf(film), ...rows.map(({ log }) => log.length)))
  const first = Math.max(0, ...rows.map(({ log }) => log.length - count))
  const cell = Math.floor(Math.min((width - left - 12) / count, size * 11))
  const pitch = Math.floor(Math.min((height - top - 8) / Math.max(1, rows.length), size * 4.6))
  const tall = Math.min(pitch - 8, size * 3)
  const high = top + Math.max(0, Math.round((height - top - pitch * rows.length) / 3))
  return { width, height, size, top: high, left, gap, thumb, cell, pitch, tall, first, count }
}

/** A value that fits a cell: whole, or what stands after its colon, or cut short. */
const shortened = (value: string, grid: Grid) => {
  const room = grid.cell - grid.gap - 8
  const tail = value.slice(value.indexOf(': ') + 2)
  return textWidth(value, grid.size) <= room ? value : fitting(tail, grid.size, room)
}

type CellProps = { entry: Entry | undefined; x: number; grid: Grid; inks: Inks }

function Cell({ entry, x, grid, inks }: CellProps) {
  const { cell, gap, tall, thumb } = grid
  const [hue, width] = [entry ? hueOf(inks, entry.term) : inks.grey, cell - gap]
  const middle = x + width / 2
  const value = entry && !thumb ? shortened(entry.value, grid) : ''
  const term = entry && !thumb ? `${entry.term}` : ''
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
      {letters(middle, tall * (value ? 0.42 : 0.62), term, inks.ink, {
        anchor: 'middle',
        as: 'name',
      })}
      {letters(middle, tall * 0.84, value, inks.ink, { anchor: 'middle' })}
    </g>
  )
}

/** What a row that does not keep the entries themselves has made of them. */
const madeOf = ({ face: { holds }, log }: Row, { size, width, left }: Grid) =>
  !holds || log.some(({ value }) => value) ? '' : fitting(holds, size, width - left)

type RowProps = { row: Row; y: number; grid: Grid; inks: Inks; marked: boolean }

function RowMark({ row, y, grid, inks, marked }: RowProps) {
  const { left, cell, tall, size, count, first, thumb } = grid
  const { node, face, word, log } = row
  const loud = node.up && face.mood === 'proud'
  const name = thumb ? '' : fitting(node.name, size, left - 16)
  const line = tall * 0.42
  return (
    <g data-node={node.id} transform={movedTo({ x: 0, y })} opacity={node.up ? undefined : 0.55}>
      <rect
        y={-3}
        width={grid.width}
        height={tenth(tall + 6)}
        fill={marked ? inks.accent : 'transparent'}
        fillOpacity={marked ? 0.1 : undefined}
      />
      {letters(left - 14, line, name, inks.ink, { anchor: 'end', as: 'name' })}
      {letters(left - 14, line + size * 1.15, thumb ? '' : word, inks.ink, {
        anchor: 'end',
        as: 'role',
      })}
      {mark(loud && path('M', left - 7, 0, 'v', tall), {
        stroke: hueOf(inks, face.number),
        strokeWidth: 5,
      })}
      {!thumb && letters(left, tall + size * 0.95, madeOf(row, grid), inks.ink)}
      {Array.from({ length: count }, (_, i) => (
        <Cell key={i} entry={log[first + i]} x={left + i * cell} grid={grid} inks={inks} />
      ))}
    </g>
  )
}

export const draw: Hand = (props, says) => {
  const { film, at, inks, shape, marked } = props
  const rows = rowsAt(film, at)
  const grid = gridOf(film, rows, shape)
  const { left, cell, gap, top, pitch, first, count, thumb } = grid
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
        />
      ))}
    </Frame>
  )
}
