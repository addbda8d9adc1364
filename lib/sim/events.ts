// The events of a film, one by one and in order, with what each says.

import { type Film, lastEvent } from './footage'
import { kinds } from './item'
import { nameText } from './name'
import type { Millis } from './protocol'
import { eventWords } from './words'
import type { Event } from './world'

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
