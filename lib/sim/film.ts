// A film is a run watched to its end: any moment of it can be looked up, forwards or backwards.

import { kinds } from './item'
import { type Limits, pageLimits } from './limits'
import { nameText } from './name'
import type { AnyProtocol, Millis } from './protocol'
import { fates, Reel } from './reel'
import { Run } from './run'
import { type AnyScenario, namesOf, rolesOf } from './scenario'
import type { Broken } from './watch'
import { eventWords } from './words'
import type { Event, Message } from './world'

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

/** A film being shot, a slice at a time. */
export class Take {
  readonly #run: Run
  readonly #reel: Reel

  constructor(
    readonly protocol: AnyProtocol,
    readonly scenario: AnyScenario,
    limits: Limits = pageLimits,
  ) {
    this.#run = new Run(protocol, scenario, limits)
    this.#reel = new Reel(this.#run)
    this.#run.recorder = this.#reel
  }

  /** Shoots up to so many events more; true while there are others. */
  more(events: number): boolean {
    const end = this.#run.events + events
    while (this.#run.events < end) {
      if (this.#run.step()) continue
      this.#reel.close()
      return false
    }
    return true
  }

  /** The film as far as it has been shot. */
  get film(): Film {
    const { protocol, scenario } = this
    const reel = this.#reel
    const script = scenario.script ?? []
    return {
      protocol,
      scenario,
      until: scenario.until,
      names: namesOf(scenario),
      roles: rolesOf(protocol, scenario),
      length: reel.states.length,
      broken: this.#run.watch.broken,
      skipped: [...reel.skippedLines].map(([line, why]) => ({ line, at: script[line]![0], why })),
      stopped: this.#run.stopped,
      reel,
    }
  }
}

/** Runs a scenario to its film. The scenario must be valid (`scenarioFault`). */
export function shoot(protocol: AnyProtocol, scenario: AnyScenario, limits?: Limits): Film {
  const take = new Take(protocol, scenario, limits)
  while (take.more(100_000));
  return take.film
}

/** The event at a place of the film. */
export function eventAt(film: Film, index: number): Event {
  const { reel } = film
  const [node, line] = [reel.node.data[index]!, reel.line.data[index]!]
  const event = {
    index,
    name: nameText(reel.high.data[index]!, reel.low.data[index]!),
    at: reel.at.data[index]!,
    kind: kinds[reel.kind.data[index]!]!,
    node,
    type: reel.types[reel.type.data[index]!]!,
    message: reel.message.data[index]!,
    line,
    parents: [reel.before.data[index]!, reel.cause.data[index]!] as const,
  }
  return { ...event, says: eventWords(film, event, reel.sentences.get(index) ?? []) }
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

type Filter = (event: Event) => boolean
const any = () => true
/** An event that has a sentence. */
export const narrated: Filter = (event) => event.says.length > 0

/** The first event later than a moment that passes the filter. */
export function next(film: Film, time: Millis, filter: Filter = any): Event | undefined {
  for (let i = lastEvent(film, time) + 1; i < film.length; i++) {
    const event = eventAt(film, i)
    if (filter(event)) return event
  }
  return undefined
}

/** The last event earlier than a moment that passes the filter. */
export function previous(film: Film, time: Millis, filter: Filter = any): Event | undefined {
  for (let i = lastEvent(film, time); i >= 0; i--) {
    if (film.reel.at.data[i]! >= time) continue
    const event = eventAt(film, i)
    if (filter(event)) return event
  }
  return undefined
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

export { fingerprint } from './fingerprint'
export { faceOf, factsAt, glyphOf, historyAt, readsOf, worldAt } from './moment'
