// Labels of spans, each where it lies over no line, no bead and no other label; else left out.

import { type Box, overlap, type Segment, touches } from '../geometry'
import { textBox, textWidth } from '../lettering'
import type { Plot } from './plot'
import type { Span } from './spans'

export type Label = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly text: string
  readonly box: Box
}
export type Wish = { readonly span: Span; readonly lane: number }

/** What must be read first is placed first. */
const weight = ({ span: { face, up, paused } }: Wish) =>
  !up || paused
    ? 3
    : { proud: 4, busy: 3, ill: 3, calm: face.number === undefined ? 1 : 0 }[face.mood]

/** In full; then, where that has no room, the word or the number alone. */
const wordings = ({ span: { says, face } }: Wish) => {
  const loud = face.mood !== 'calm' && face.number !== undefined && says.startsWith(face.word)
  return loud ? [says, face.word, `${face.number}`] : [says, ...says.split(', ').slice(1)]
}

const step = 4
const off = 8

/**
 * Every place where this text may stand, the best first: on its span and before the still's
 * moment; ending where the span begins; and then anywhere on the span.
 */
function* places(plot: Plot, { span, lane }: Wish, text: string, now: number): Generator<Label> {
  const { size, along, lanes, down, inside, gap } = plot
  const at = lanes[lane]!
  const long = down ? size : textWidth(text, size)
  const [from, to] = [along(span.from) + 2, Math.min(along(span.to), inside[down ? 3 : 2])]
  const lead = span.event < 0 || span.face.mood === 'calm' ? from : from - long - 16
  const runs = [
    ...upTo(from, Math.min(now, to) - long),
    ...upTo(lead, from).reverse(),
    ...upTo(from, to - long),
  ]
  for (const row of !down && gap > 4.5 * size ? [off, off + size * 1.15] : [off])
    for (const t of runs)
      for (const side of [-1, 1]) {
        const anchor = down && side < 0 ? 'end' : 'start'
        const x = down ? at + side * row : t
        const y = down ? t + size * 0.76 : side < 0 ? at - row : at + row + size * 0.76
        yield { x, y, anchor, text, box: textBox({ x, y }, text, size, anchor) }
      }
}

const upTo = (from: number, to: number) =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) => from + i * step)

const wider = ([left, top, right, bottom]: Box, by: number): Box => [
  left - by,
  top - by,
  right + by,
  bottom + by,
]

/** As many labels as fit. `lines` and `boxes` are what they must not lie over. */
export const labelsOf = (
  plot: Plot,
  wishes: readonly Wish[],
  lines: readonly Segment[],
  boxes: readonly Box[],
  now: number,
): Label[] => {
  const taken = [...boxes]
  const labels: Label[] = []
  const [left, top, right, bottom] = plot.inside
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
  for (const wish of wishes.toSorted((a, b) => weight(b) - weight(a)))
    search: for (const text of wordings(wish))
      for (const label of places(plot, wish, text, now))
        if (free(label)) {
          labels.push(label)
          taken.push(wider(label.box, 3))
          break search
        }
  return labels
}
