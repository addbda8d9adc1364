// Why something happened: the cone of events behind it, and what did not arrive.

import { eventAt, type Film, messagesOf, narrated } from './film'
import type { Event, Message } from './world'

/** The places of all events that happened before this one, itself included. */
export function cone(film: Film, index: number): Set<number> {
  const { before, cause } = film.reel
  const found = new Set<number>()
  const open = [index]
  for (;;) {
    const at = open.pop()
    if (at === undefined) return found
    if (at < 0 || found.has(at)) continue
    found.add(at)
    open.push(before.data[at]!, cause.data[at]!)
  }
}

/** Did `first` happen before `second` (Lamport 1978)? Neither way round: they are concurrent. */
export const happenedBefore = (film: Film, first: number, second: number) =>
  first !== second && cone(film, second).has(first)

export type Why = {
  /** Narrated events of the cone, newest first, at most twelve. */
  readonly events: readonly Event[]
  /** Messages to this node that died while the timer that ran out was set. */
  readonly missing: readonly Message[]
}

/** What an answer to "Why?" shows of an event. */
export function why(film: Film, index: number): Why {
  const event = eventAt(film, index)
  const events = [...cone(film, index)]
    .sort((a, b) => b - a)
    .filter((i) => i !== index)
    .map((i) => eventAt(film, i))
    .filter(narrated)
    .slice(0, 12)
  if (event.kind !== 'timer') return { events, missing: [] }
  const since = eventAt(film, event.parents[1]).at
  const missing = [...messagesOf(film)].filter(
    ({ to, fate, until }) =>
      to === event.node &&
      (fate === 'lost' || fate === 'cut' || fate === 'unheard') &&
      until >= since &&
      until <= event.at,
  )
  return { events, missing }
}
