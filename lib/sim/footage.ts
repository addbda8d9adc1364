// What a film is, and what can be looked up in it without a word: events' places, messages, walls.

import type { AnyProtocol, Millis } from './protocol'
import { fates, type Reel } from './reel'
import type { AnyScenario } from './scenario'
import type { Broken } from './watch'
import type { Message } from './world'

export type Film = {
  readonly protocol: AnyProtocol
  readonly scenario: AnyScenario
  readonly until: Millis
  readonly names: readonly string[]
  readonly roles: readonly string[]
  /** How many events it has so far; eventAt takes 0 … length − 1. */
  readonly length: number
  readonly broken: readonly Broken[]
  /** Lines that did nothing, and why. */
  readonly skipped: readonly { readonly line: number; readonly at: Millis; readonly why: string }[]
  /** Why it ended before its time; undefined when it did not. */
  readonly stopped: string | undefined
  readonly reel: Reel
}

/** The state of the event's node after it; undefined where no rule was called. */
export const stateAfter = (film: Film, index: number) => film.reel.states[index]

/** The place of the last event at or before a moment; -1 before the first. */
export function lastEvent(film: Film, time: Millis): number {
  const { data } = film.reel.at
  let low = 0
  let high = film.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (data[middle]! <= time) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A message with its whole life: its fate, and when that was met. */
export function messageAt(film: Film, id: number): Message {
  const { messages: it, types } = film.reel
  const fate = fates[it.fate.data[id]!]!
  const due = it.due.data[id]!
  return {
    id,
    from: it.from.data[id]!,
    to: it.to.data[id]!,
    type: types[it.type.data[id]!]!,
    body: it.bodies[id]!,
    sent: it.sent.data[id]!,
    due,
    fate,
    until: fate === 'flying' ? due : it.until.data[id]!,
  }
}

/** Every message of the film, in the order in which they were sent. */
export function* messagesOf(film: Film): Generator<Message> {
  for (let id = 0; id < film.reel.messages.bodies.length; id++) yield messageAt(film, id)
}

/** The walls of a film, each with its interval; one that never falls stands to the end. */
export function walls(film: Film) {
  const found = new Map<number, { from: Millis; to: Millis; line: number; cut: Change['cut'] }>()
  for (const change of film.reel.changes)
    for (const { line, cut } of change.cuts) {
      const [from, , to] = film.scenario.script![line]!
      found.set(line, { from, to: to ?? film.until, line, cut })
    }
  return [...found.values()]
}
type Change = Reel['changes'][number]['cuts'][number]
