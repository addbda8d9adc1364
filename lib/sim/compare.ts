// Two films over the same chance, held against each other.

import { type Film, worldAt } from './film'
import { nameText } from './name'
import type { Millis, NodeId } from './protocol'

/** Where two films part: the place of the event in either, and when; undefined if they never do. */
export type Difference = { readonly index: number; readonly at: Millis }

export type Differing = {
  readonly node: NodeId
  readonly what: 'state' | 'up' | 'paused' | 'clock' | 'missing'
}

/** The first event at which two films differ. */
export function firstDifference(a: Film, b: Film): Difference | undefined {
  const count = Math.max(a.length, b.length)
  for (let i = 0; i < count; i++) {
    if (i < a.length && i < b.length && sameEvent(a, b, i)) continue
    const ats = [a, b].filter((film) => i < film.length).map((film) => film.reel.at.data[i]!)
    return { index: i, at: Math.min(...ats) }
  }
  return undefined
}

function sameEvent(a: Film, b: Film, i: number): boolean {
  const [x, y] = [a.reel, b.reel]
  if (x.at.data[i] !== y.at.data[i] || x.node.data[i] !== y.node.data[i]) return false
  if (nameOf(a, i) !== nameOf(b, i) || x.kind.data[i] !== y.kind.data[i]) return false
  const [one, other] = [x.states[i], y.states[i]]
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
const nameOf = ({ reel }: Film, i: number) => nameText(reel.high.data[i]!, reel.low.data[i]!)

/** What only one of two films has: places of events, and numbers of messages. */
export type Own = {
  readonly events: ReadonlySet<number>
  /** Sent in this film alone. */
  readonly messages: ReadonlySet<number>
  /** Sent in both, and with another end in this one. */
  readonly ends: ReadonlySet<number>
}

/**
 * What film `a` has and `b` has not. Events are told apart by name and kind; a message by the event
 * that sent it and by whom it is for.
 */
export function onlyIn(a: Film, b: Film): Own {
  const events = new Set(eventKeys(b))
  const sent = new Map(messageKeys(b).map((key, id) => [key, id]))
  const own = { events: new Set<number>(), messages: new Set<number>(), ends: new Set<number>() }
  eventKeys(a).forEach((key, place) => void (events.has(key) || own.events.add(place)))
  messageKeys(a).forEach((key, id) => {
    const other = sent.get(key)
    if (other === undefined) own.messages.add(id)
    else if (fateOf(a, id) !== fateOf(b, other)) own.ends.add(id)
  })
  return own
}
const fateOf = ({ reel }: Film, message: number) => reel.messages.fate.data[message]

const eventKeys = (film: Film) =>
  Array.from({ length: film.length }, (_, i) => `${nameOf(film, i)} ${film.reel.kind.data[i]}`)

/**
 * One event may send several of a kind to the same node: they are counted. A copy is not: it comes
 * right after its original, with the very body, and may be in one film alone.
 */
function messageKeys(film: Film): string[] {
  const { event, to, type, bodies } = film.reel.messages
  const seen = new Map<string, number>()
  let [before, copied] = ['', true]
  return bodies.map((body, id) => {
    const what = film.reel.types[type.data[id]!]
    const sent = `${nameOf(film, event.data[id]!)} ${to.data[id]} ${what}`
    copied = !copied && sent === before && body === bodies[id - 1]
    before = sent
    const nth = (seen.get(sent) ?? 0) + (copied ? 0 : 1)
    seen.set(sent, nth)
    return `${sent} ${nth}${copied ? ' again' : ''}`
  })
}

/** What differs at a moment, node by node. */
export function differences(a: Film, b: Film, at: Millis): readonly Differing[] {
  const [one, other] = [worldAt(a, at), worldAt(b, at)]
  const found: Differing[] = []
  for (let i = 0; i < Math.max(one.nodes.length, other.nodes.length); i++) {
    const [x, y] = [one.nodes[i], other.nodes[i]]
    const node = i + 1
    if (!x || !y) {
      found.push({ node, what: 'missing' })
      continue
    }
    for (const what of ['up', 'paused', 'clock'] as const)
      if (x[what] !== y[what]) found.push({ node, what })
    if (JSON.stringify(x.state) !== JSON.stringify(y.state)) found.push({ node, what: 'state' })
  }
  return found
}

/** Both questions at once. */
export const compare = (a: Film, b: Film) => ({
  first: firstDifference(a, b),
  differs: (at: Millis) => differences(a, b, at),
})
