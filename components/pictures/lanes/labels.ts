// Labels of spans and arrows, each where it lies over no line, no bead and no other label; else
// it is left out, and the words of the picture have it.

import type { Millis } from '@/lib/sim/protocol'
import { type Box, between, type Point, type Segment } from '../geometry'
import type { Arrow } from './arrows'
import { firstFree, type Ground, lastFree } from './ground'
import { italicWidth } from './italics'
import type { Plot } from './plot'
import type { Span } from './spans'

/** What a label says, line by line. */
export type Lines = readonly string[]
export type Label = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  /** Only a label on a phone has two. */
  readonly lines: Lines
  readonly box: Box
}
type Reach = readonly [from: Millis, to: Millis]
/** A label that is wanted, and how to find room for it. */
export type Wish = {
  readonly weight: number
  readonly find: (ground: Ground) => Label | undefined
}

const off = 8
/** From one baseline to the next, in the units of the size. */
export const leading = 1.2
/** What share of a label may hang over the end of its span. */
const over = 0.35

const widest = (lines: Lines, size: number) =>
  Math.max(...lines.map((line) => italicWidth(line, size)))

const label = (x: number, y: number, lines: Lines, size: number, anchor: Label['anchor']) => {
  const wide = widest(lines, size)
  const left = anchor === 'start' ? x : x - wide
  const top = y - 0.76 * size
  const box: Box = [left, top, left + wide, top + tallOf(lines, size)]
  return { x, y, anchor, lines, box }
}
const tallOf = (lines: Lines, size: number) => size * (1 + leading * (lines.length - 1))

/** On two lines, broken where the longer one is shortest; one word or vector stays on one. */
const folded = (text: string): Lines[] => {
  const words = text.includes('[') ? [] : text.split(' ')
  const ways = words.slice(1).map((_, i) => {
    const [a, b] = [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]
    return { lines: [a, b], long: Math.max(a.length, b.length) }
  })
  return ways.length ? [ways.toSorted((a, b) => a.long - b.long)[0]!.lines] : []
}

/**
 * In full; where that has no room, on a phone on two lines; then the word alone, or of what is
 * held what came last, or what stands before its last dot.
 */
const wordings = ({ down }: Plot, { says, face }: Span): readonly (readonly Lines[])[] => {
  const loud = face.mood !== 'calm' && says.startsWith(face.word)
  const parts = says.split(' · ')
  const fewer = parts.map((_, i) => parts.slice(0, i).join(' · ')).slice(1)
  const below = down && parts.length > 2 ? [[fewer.at(-1)!, parts.at(-1)!]] : []
  const held = says.split(', ').slice(1).reverse()
  const shorter = [...(loud ? [face.word] : []), ...held, ...fewer.reverse()]
  const both = (text: string) => [[text], ...(down ? folded(text) : [])]
  const bare = face.number !== undefined && (loud || says.endsWith(` ${face.number}`))
  const number = down && bare ? [[`${face.number}`]] : []
  const full = [[says], ...below, ...both(says).slice(1)]
  return [full, [...shorter.flatMap(both), ...number]]
}

const weightOf = ({ face, up, paused }: Span) => {
  const calm = face.number === undefined ? 3 : 1
  return !up || paused ? 4 : { proud: 5, busy: 4, ill: 4, calm }[face.mood]
}

/** One row beside a lane: where its letters stand, and what it takes up. */
const rowOf = (
  { lanes, size, down }: Plot,
  lane: number,
  side: number,
  row: number,
  wide: number,
) => {
  const at = lanes[lane]! + side * row
  if (down) return { at, band: side < 0 ? ([at - wide, at] as const) : ([at, at + wide] as const) }
  const base = side < 0 ? at : at + size * 0.76
  return { at: base, band: [base - size * 0.76, base + size * 0.24] as const }
}

type Row = {
  readonly side: number
  readonly at: number
  readonly taken: readonly (readonly [number, number])[]
}

/** The two rows at one distance from a lane, and what is taken of each. */
const rowsBeside = (plot: Plot, lane: number, row: number, wide: number, ground: Ground): Row[] => {
  const { down, inside } = plot
  const [low, high] = down ? [inside[0], inside[2] + 2] : [inside[1] - 10, inside[3]]
  return [-1, 1].flatMap((side) => {
    const { at, band } = rowOf(plot, lane, side, row, wide)
    return band[0] < low || band[1] > high ? [] : [{ side, at, taken: ground.taken(band, down) }]
  })
}

type Try = { readonly lines: Lines; readonly row: number; readonly far: number }

/** On a phone, whole and near the event; then whole and anywhere; then less of it. */
const triesOf = (plot: Plot, span: Span, end: number): Try[] => {
  const { size, down, gap } = plot
  const [full, shorter] = wordings(plot, span) as [Lines[], Lines[]]
  const rows = !down && gap > 4.5 * size ? [off, off + size * 1.4] : [off]
  const near = down ? full.map((lines): Try => ({ lines, row: off, far: 2 * size })) : []
  const all = [...full, ...shorter]
  return [...near, ...all.flatMap((lines) => rows.map((row): Try => ({ lines, row, far: end })))]
}

/**
 * The label of a span may stand on it before the still's moment `now`; end where the span begins,
 * if that is past in the still (nothing is told before it happens); or stand anywhere on it.
 */
export const spanWish = (plot: Plot, span: Span, lane: number, now: number): Wish => {
  const { size, along, down, inside } = plot
  const [begin, end] = down ? [inside[1], inside[3]] : [inside[0] - 4, inside[2]]
  const from = Math.max(begin, along(span.from) + 2)
  const leads = span.event >= 0 && span.face.mood !== 'calm' && from <= now
  const zones = (long: number, to: number) => [
    ({ taken }: Row) => firstFree(taken, long, from, Math.min(now, to)),
    ({ taken }: Row) =>
      leads
        ? lastFree(taken, long, Math.max(begin, from - long - 16), Math.min(end, from + long))
        : undefined,
    ({ taken }: Row) => firstFree(taken, long, from, Math.min(end, to + over * long)),
  ]
  const placed = (lines: Lines, row: number, far: number, ground: Ground): Label | undefined => {
    const wide = widest(lines, size)
    const rows = rowsBeside(plot, lane, row, wide, ground)
    const long = down ? tallOf(lines, size) : wide
    // Two lines far below their event would rather be one beside it.
    const last = lines.length > 1 ? from + 2 * long : from + long + far
    for (const find of zones(long, Math.min(along(span.to), last)))
      for (const one of rows) {
        const t = find(one)
        if (t === undefined) continue
        return down
          ? label(one.at, t + size * 0.76, lines, size, one.side < 0 ? 'end' : 'start')
          : label(t, one.at, lines, size, 'start')
      }
    return undefined
  }
  const find = (ground: Ground) => {
    for (const { lines, row, far } of triesOf(plot, span, end)) {
      const found = placed(lines, row, far, ground)
      if (found) return found
    }
    return undefined
  }
  return { weight: weightOf(span), find }
}

/** What is said of a stretch of a lane, whatever its node is. */
export const laneWish = (plot: Plot, says: string, lane: number, [from, to]: Reach): Wish => {
  const face = { word: '', mood: 'calm' } as const
  const node = { up: true, paused: false, hue: undefined, event: -1 }
  return spanWish(plot, { from, to, says, face, ...node }, lane, plot.along(to))
}

/** The first of some wishes that finds room. */
export const anyWish = (wishes: readonly Wish[], weight: number): Wish => ({
  weight,
  find: (ground) => {
    for (const wish of wishes) {
      const found = wish.find(ground)
      if (found) return found
    }
    return undefined
  },
})

/** Beside an arrow: at its middle, or a little before or after; if it lies, above or below. */
const besideOf = ({ size, down }: Plot, { line }: Arrow, more: number) =>
  [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].flatMap((way) =>
    [5, 10, 16, 22].flatMap((gap) =>
      (['start', 'end'] as const).flatMap((anchor) =>
        (down ? [-gap - more, gap + size * 0.76] : [size * 0.3 - more / 2]).map((rise) => {
          const side = (anchor === 'start' ? 1 : -1) * (down ? -size : gap)
          return { on: between(...line, way), side, rise, anchor }
        }),
      ),
    ),
  )

/** From an arrow to its word. */
const wayTo = ({ x, y }: Point, { box }: Label, side: number, down: boolean): Segment => {
  if (!down)
    return [
      { x: x + Math.sign(side), y },
      { x: x + side, y },
    ]
  const above = box[3] < y
  return [
    { x, y: y + (above ? -1 : 1) },
    { x, y: above ? box[3] : box[1] },
  ]
}

/**
 * What an arrow is: what stands between it and its word would seem to be what the word names. It
 * does not begin before the message is sent, if there is another place.
 */
export const arrowWish = (plot: Plot, arrow: Arrow): Wish => ({
  weight: 2,
  find: (ground) => {
    const { size, down } = plot
    const sent = down ? arrow.line[0].y : arrow.line[0].x
    for (const lines of [[arrow.glyph.word], ...folded(arrow.glyph.word)]) {
      let early: Label | undefined
      for (const { on, side, rise, anchor } of besideOf(plot, arrow, tallOf(lines, size) - size)) {
        const one = label(on.x + side, on.y + rise, lines, size, anchor)
        if (!ground.isFree(one.box) || !ground.isOpen(wayTo(on, one, side, down))) continue
        if (one.box[down ? 1 : 0] >= sent) return one
        early ??= one
      }
      if (early) return early
    }
    return undefined
  },
})

/** As many labels as there is room for, what must be read first. */
export const labelsOf = (wishes: readonly Wish[], ground: Ground): Label[] =>
  wishes
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap((wish) => {
      const found = wish.find(ground)
      if (found) ground.take(found.box)
      return found ? [found] : []
    })
