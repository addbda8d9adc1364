// Where the dials stand, and the plane of errors over true time below them.

import type { Film } from '@/lib/sim/film'
import { clamp, type Point } from '../geometry'
import { hueOf, type Inks } from '../inks'
import { textWidth } from '../lettering'
import type { Shape } from '../picture'
import { alongOf, type TimePlot } from '../time-plot'
import { errorWords } from './series'

export type Plot = TimePlot & {
  readonly dials: readonly Point[]
  readonly r: number
  readonly room: number
  readonly yOf: (error: number) => number
}

const frames = {
  wide: { width: 720, height: 480, size: 17, top: 170, bottom: 432, r: 38, row: 9 },
  tall: { width: 320, height: 360, size: 13, top: 128, bottom: 318, r: 24, row: 5 },
  thumb: { width: 220, height: 140, size: 13, top: 10, bottom: 130, r: 0, row: 9 },
} as const

export const plotOf = (film: Film, shape: Shape, scale: number): Plot => {
  const { width, height, size, top, bottom, r, row } = frames[shape]
  const thumb = shape === 'thumb'
  const n = film.names.length
  const widest = Math.max(...film.names.map((name) => textWidth(name, size)))
  const left = thumb
    ? 8
    : Math.max(...[scale, scale / 2].map((e) => textWidth(errorWords(-e, scale), size))) + 14
  const right = thumb ? width - 8 : width - Math.min(widest, width * 0.22) - 19
  const across = Math.min(n, row)
  const room = width / across
  const dials = film.names
    .slice(0, row)
    .map((_, i) => ({ x: (i + 0.5) * room, y: thumb ? 0 : r + 12 }))
  const yOf = (error: number) =>
    clamp((top + bottom) / 2 - (error / scale) * ((bottom - top) / 2), top, bottom)
  const inside = [left, top, right, bottom] as const
  const along = alongOf({ from: 0, to: film.until }, left, right)
  return {
    width,
    height,
    size,
    thumb,
    down: false,
    inside,
    along,
    dials,
    r: Math.min(r, room / 2 - 8),
    room,
    yOf,
  }
}

const dashes = [undefined, '9 4', '3 3', '12 3 3 3', '6 2', '2 5'] as const

/** Clocks differ by hue and by dash; those of another kind (a server's) are ink. */
export const strokeOf = (film: Film, i: number, inks: Inks) => {
  const first = film.roles[i] === film.roles[0]
  return {
    stroke: first ? hueOf(inks, i + 1) : inks.ink,
    strokeDasharray: first ? dashes[i % 6] : undefined,
  }
}
