// Labels of spans and arrows, each where it lies over no line, no bead and no other label; else
// it is left out, and the words of the picture have it.

import { type Box, between, overlap, type Segment, touches } from '../geometry'
import { textBox, textWidth } from '../lettering'
import type { Arrow } from './arrows'
import type { Plot } from './plot'
import type { Span } from './spans'

export type Label = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly text: string
  readonly box: Box
}
/** A label that is wanted: its wordings and its places, the best first. */
export type Wish = {
  readonly weight: number
  readonly texts: readonly string[]
  readonly places: (text: string) => Iterable<Label>
}

const step = 4
const off = 8

const label = (x: number, y: number, text: string, size: number, anchor: Label['anchor']) => ({
  x,
  y,
  anchor,
  text,
  box: textBox({ x, y }, text, size, anchor),
})

/** In full; then, where that has no room, the word, the number or what is held alone. */
const wordings = ({ down }: Plot, { says, face }: Span) => {
  const loud = face.mood !== 'calm' && face.number !== undefined && says.startsWith(face.word)
  if (loud) return [says, face.word, ...(down ? [`${face.number}`] : [])]
  return [says, ...says.split(', ').slice(1)]
}

const weightOf = ({ face, up, paused }: Span) =>
  !up || paused
    ? 4
    : { proud: 5, busy: 4, ill: 4, calm: face.number === undefined ? 3 : 1 }[face.mood]

const upTo = (from: number, to: number) =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) => from + i * step)

/**
 * The label of a span may stand on it before the still's moment `now`; end where the span begins;
 * or stand anywhere on it.
 */
export const spanWish = (plot: Plot, span: Span, lane: number, now: number): Wish => {
  const { size, along, lanes, down, inside, gap } = plot
  const at = lanes[lane]!
  const [from, to] = [along(span.from) + 2, Math.min(along(span.to), inside[down ? 3 : 2])]
  function* places(text: string): Generator<Label> {
    const long = down ? size : textWidth(text, size)
    const lead = span.event < 0 || span.face.mood === 'calm' ? from : from - long - 16
    const [before, under] = [upTo(from, Math.min(now, to) - long), upTo(lead, from).reverse()]
    for (const row of !down && gap > 4.5 * size ? [off, off + size * 1.4] : [off])
      for (const t of [...before, ...under, ...upTo(from, to - long)])
        for (const side of [-1, 1])
          yield down
            ? label(at + side * row, t + size * 0.76, text, size, side < 0 ? 'end' : 'start')
            : label(t, side < 0 ? at - row : at + row + size * 0.76, text, size, 'start')
  }
  return { weight: weightOf(span), texts: wordings(plot, span), places }
}

/** What an arrow is: beside its middle, or a little before or after. */
export const arrowWish = ({ size }: Plot, { line, glyph }: Arrow): Wish => {
  function* places(text: string): Generator<Label> {
    for (const way of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8])
      for (const gap of [5, 10, 16])
        for (const anchor of ['start', 'end'] as const) {
          const { x, y } = between(...line, way)
          yield label(x + (anchor === 'start' ? gap : -gap), y + size * 0.3, text, size, anchor)
        }
  }
  return { weight: 2, texts: [glyph.word], places }
}

const wider = ([left, top, right, bottom]: Box, by: number): Box => [
  left - by,
  top - by,
  right + by,
  bottom + by,
]

/** As many labels as fit. `lines` and `boxes` are what they must not lie over. */
export const labelsOf = (
  { inside: [left, top, right, bottom] }: Plot,
  wishes: readonly Wish[],
  lines: readonly Segment[],
  boxes: readonly Box[],
): Label[] => {
  const taken = [...boxes]
  const free = ({ box }: Label) => {
    const room = wider(box, 2)
    return (
      box[0] >= left - 4 &&
      box[2] <= right &&
      box[1] >= top - 10 &&
      box[3] <= bottom &&
      !taken.some((other) => overlap(other, room)) &&
      !lines.some((line) => touches(line, room))
    )
  }
  const first = ({ texts, places }: Wish): Label | undefined => {
    for (const text of texts) for (const one of places(text)) if (free(one)) return one
    return undefined
  }
  return wishes
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap((wish) => {
      const found = first(wish)
      if (found) taken.push(wider(found.box, 3))
      return found ? [found] : []
    })
}
