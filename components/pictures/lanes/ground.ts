// Where a plot is still empty: lines and boxes as stretches that are taken, band by band.

import { type Box, meeting, overlap, type Segment, touches } from '../geometry'

type Stretch = readonly [from: number, to: number]
/** How near a label may come to a line, and to another label. */
const [near, apart] = [2, 3]

const wider = ([left, top, right, bottom]: Box, by: number): Box => [
  left - by,
  top - by,
  right + by,
  bottom + by,
]

export class Ground {
  readonly #lines: readonly Segment[]
  readonly #boxes: Box[]

  constructor(
    lines: readonly Segment[],
    boxes: readonly Box[],
    readonly inside: Box,
  ) {
    this.#lines = lines
    this.#boxes = [...boxes]
  }

  take(box: Box): void {
    this.#boxes.push(wider(box, apart))
  }

  isFree(box: Box): boolean {
    const [left, top, right, bottom] = this.inside
    const room = wider(box, near)
    if (box[0] < left || box[1] < top || box[2] > right || box[3] > bottom) return false
    return (
      !this.#boxes.some((other) => overlap(other, room)) &&
      !this.#lines.some((line) => touches(line, room))
    )
  }

  /** Whether no line is between two places. */
  isOpen(way: Segment): boolean {
    return !this.#lines.some((line) => meeting(way, line) !== undefined)
  }

  /** What is taken of a band that lies across the y axis (or, if `down`, across the x axis). */
  taken([low, high]: Stretch, down: boolean): Stretch[] {
    const [least, most] = [low - near, high + near]
    const found: Stretch[] = []
    for (const [a, b] of this.#lines) {
      const [ca, cb, ma, mb] = down ? [a.x, b.x, a.y, b.y] : [a.y, b.y, a.x, b.x]
      if (Math.max(ca, cb) < least || Math.min(ca, cb) > most) continue
      const at = (edge: number) => (ca === cb ? 0 : (edge - ca) / (cb - ca))
      const ways =
        ca === cb ? [0, 1] : [at(least), at(most)].map((w) => Math.max(0, Math.min(1, w)))
      const ends = ways.map((way) => ma + (mb - ma) * way)
      found.push([Math.min(...ends) - near, Math.max(...ends) + near])
    }
    for (const [left, top, right, bottom] of this.#boxes) {
      const [c0, c1, m0, m1] = down ? [left, right, top, bottom] : [top, bottom, left, right]
      if (c0 < most && c1 > least) found.push([m0 - near, m1 + near])
    }
    return found.sort((a, b) => a[0] - b[0])
  }
}

/** The first place from `from` on where so much is free; undefined if there is none before `to`. */
export const firstFree = (taken: readonly Stretch[], long: number, from: number, to: number) => {
  let at = from
  for (const [begin, end] of taken) if (begin < at + long && end > at) at = end
  return at + long <= to ? at : undefined
}

/** The same from `to` backwards. */
export const lastFree = (taken: readonly Stretch[], long: number, from: number, to: number) => {
  let at = to - long
  for (const [begin, end] of taken.toSorted((a, b) => b[1] - a[1]))
    if (begin < at + long && end > at) at = begin - long
  return at >= from ? at : undefined
}
