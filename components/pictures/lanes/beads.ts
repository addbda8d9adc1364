// Events as beads on their lanes; runs of boring ones are one bead with a number.

import { eventAt, type Film, lastEvent } from '@/lib/sim/film'
import type { NodeId } from '@/lib/sim/protocol'
import type { Event } from '@/lib/sim/world'
import type { Point } from '../geometry'
import type { Plot } from './plot'
import { routineMessage } from './routine'
import type { Span } from './spans'

export type Bead = {
  /** The events that it stands for, in order. */
  readonly events: readonly number[]
  readonly kind: 'dot' | 'busy' | 'proud' | 'ask' | 'crash' | 'wake' | 'line' | 'folded'
  readonly lane: number
  readonly spot: Point
  readonly hue: number | undefined
  /** Neither before nor after what the still is about. */
  readonly apart?: boolean
}

const isBoring = (film: Film, event: Event, began: boolean) =>
  !began &&
  (event.kind === 'message'
    ? routineMessage(film, event.message)
    : event.kind === 'timer' && event.says.length === 0)

const kindOf = (event: Event, span: Span, before: Span | undefined): Bead['kind'] => {
  if (event.kind === 'line') return event.type === 'crash' ? 'crash' : 'line'
  if (event.kind === 'end' || event.kind === 'wake') return 'wake'
  const { mood } = span.face
  const turned =
    span.event === event.index &&
    (before?.face.mood !== mood || before?.face.number !== span.face.number)
  if (turned && (mood === 'busy' || mood === 'proud')) return mood
  return event.kind === 'ask' ? 'ask' : 'dot'
}

type Found = { event: Event; boring: boolean; span: Span; kind: Bead['kind'] }

const foundOn = (film: Film, { page }: Plot, id: NodeId, spans: readonly Span[]): Found[] => {
  const found: Found[] = []
  let nth = 0
  for (let i = lastEvent(film, page.from) + 1; i < film.length; i++) {
    if (film.reel.at.data[i]! > page.to) break
    if (film.reel.node.data[i] !== id) continue
    const event = eventAt(film, i)
    if (event.kind === 'start' || event.kind === 'death') continue
    while (nth + 1 < spans.length && spans[nth + 1]!.event <= i && spans[nth + 1]!.event >= 0) nth++
    const span = spans[nth]!
    const boring = isBoring(film, event, span.event === i)
    found.push({ event, boring, span, kind: kindOf(event, span, spans[nth - 1]) })
  }
  return found
}

/** Where on a run its numbered bead is furthest from the others of the lane. */
const roomiest = (from: number, to: number, others: readonly number[]) => {
  let [best, most] = [(from + to) / 2, -1]
  for (let i = 0; i <= 8; i++) {
    const at = from + ((to - from) * ((i + 4) % 9)) / 8
    const room = Math.min(24, ...others.map((other) => Math.abs(other - at)))
    if (room > most) [best, most] = [at, room]
  }
  return best
}

/** The beads of one lane. */
export const beadsOf = (
  film: Film,
  plot: Plot,
  lane: number,
  id: NodeId,
  spans: readonly Span[],
): Bead[] => {
  const found = foundOn(film, plot, id, spans)
  const others = found.flatMap(({ event, boring }) => (boring ? [] : [plot.along(event.at)]))
  const beads: Bead[] = []
  for (let i = 0; i < found.length; i++) {
    const { event, boring, span, kind } = found[i]!
    let end = i
    while (boring && found[end + 1]?.boring && found[end + 1]!.span === span) end++
    const events = found.slice(i, end + 1).map((one) => one.event.index)
    const last = found[end]!.event.at
    const time = roomiest(plot.along(event.at), plot.along(last), others)
    const here = plot.point(event.at, lane)
    const spot = end === i ? here : plot.down ? { ...here, y: time } : { ...here, x: time }
    beads.push({ events, kind: end > i ? 'folded' : kind, lane, spot, hue: span.hue })
    i = end
  }
  return beads
}
