// Where the bars of a history stand: time runs to the right, or down where there is more room.

import type { Bar, History } from '@/lib/studies/drawn'
import { type Box, path } from '../geometry'
import { textWidth } from '../lettering'
import type { Shape } from '../picture'
import { scaleOf } from './scale'
import type { Size } from './sheet'

const sizes: { readonly [shape in Shape]: Size } = {
  wide: { width: 720, height: 380, size: 14 },
  tall: { width: 320, height: 420, size: 13 },
  thumb: { width: 220, height: 140, size: 13 },
}

/** The player drags bars by the same plot. */
export function plotOf({ clients, until }: History, shape: Shape) {
  const { width, height, size } = sizes[shape]
  const [thumb, down] = [shape === 'thumb', shape === 'tall']
  const names = Math.max(0, ...clients.map((name) => textWidth(name, size)))
  const start = thumb ? 8 : down ? size * 2.4 : names + 20
  const end = thumb ? width - 8 : down ? height - 10 : width - 14
  const [first, last] = thumb
    ? [6, height - 6]
    : down
      ? [textWidth('000', size) + 14, width - 4]
      : [size * 0.6, height - size * 3.4]
  const pitch = (last - first) / Math.max(1, clients.length)
  return {
    ...{ width, height, size, thumb, down, start, end, first, last, pitch },
    time: scaleOf({ says: 'ms', from: 0, to: until }, start, end, down ? 9 : 8),
    /** ms for one unit of the drawing. */
    perUnit: until / (end - start),
    lane: (client: string) =>
      first + clients.indexOf(client) * pitch + (down ? size * 0.8 : pitch * 0.64),
    half: down ? size * 0.7 : Math.min(pitch * 0.18, size),
  }
}
export type Plot = ReturnType<typeof plotOf>

/** From where to where a bar reaches along time. */
export const endsOf = ({ from, to }: Bar, { time, end }: Plot) =>
  [time.place(from), to === null ? end : Math.max(time.place(from) + 3, time.place(to))] as const

/** A box around a bar, so much wider on every side. */
export function boxOf(bar: Bar, plot: Plot, more = 0): Box {
  const [a, b] = endsOf(bar, plot)
  const [lane, half] = [plot.lane(bar.client), plot.half + more]
  const [from, to] = [a - more, b + more]
  return plot.down ? [lane - half, from, lane + half, to] : [from, lane - half, to, lane + half]
}

export const boxPath = ([left, top, right, bottom]: Box) =>
  path('M', left, top, 'H', right, 'V', bottom, 'H', left, 'Z')

/** Words in as many lines as they need. */
export function wrapped(says: string, size: number, room: number): readonly string[] {
  const lines: string[] = []
  for (const word of says.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer, size) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

export type Label = {
  readonly x: number
  readonly y: number
  /** On which line above its bar, from 0. */
  readonly row: number
  readonly lines: readonly string[]
}

/** Where each bar's words stand, so that no two of a client meet. */
export function labelsOf({ bars }: History, plot: Plot): readonly Label[] {
  const labels: Label[] = []
  const taken = new Map<string, number[]>()
  const order = bars.map((_, i) => i).sort((a, b) => bars[a]!.from - bars[b]!.from)
  for (const i of order) {
    const bar = bars[i]!
    const lines = taken.get(bar.client) ?? []
    labels[i] = plot.down ? beside(bar, plot, lines) : above(bar, plot, lines)
    taken.set(bar.client, lines)
  }
  return labels
}

/** Right of the bar; lower where the words before it need the room. */
function beside(bar: Bar, plot: Plot, lines: number[]): Label {
  const { size, half, pitch } = plot
  const words = wrapped(bar.says, size, pitch - size * 0.8 - half - 8)
  const y = Math.max(endsOf(bar, plot)[0] + size * 0.8, lines[0] ?? 0)
  lines[0] = y + size * 1.12 * words.length
  const x = plot.lane(bar.client) + half + (bar.marked ? 9 : 7)
  return { x, y, row: 0, lines: words }
}

/** Above the bar, on the first line that is free where it begins. */
function above(bar: Bar, plot: Plot, lines: number[]): Label {
  const { size, start, end, half } = plot
  const width = textWidth(bar.says, size)
  const x = Math.max(start, Math.min(endsOf(bar, plot)[0], end - width))
  const free = lines.findIndex((edge) => edge + 8 <= x)
  const row = free < 0 ? lines.length : free
  lines[row] = x + width
  const y = plot.lane(bar.client) - half - size * 0.5 - row * size * 1.15
  return { x, y: y - (bar.marked ? 4 : 0), row, lines: [bar.says] }
}

/** The bar at a place, with a finger's breadth around it. */
export function findBar(data: History, shape: Shape, x: number, y: number): number | undefined {
  const plot = plotOf(data, shape)
  const i = data.bars.findIndex((bar) => {
    const [left, top, right, bottom] = boxOf(bar, plot, 12)
    return x >= left && x <= right && y >= top && y <= bottom
  })
  return i < 0 ? undefined : i
}
