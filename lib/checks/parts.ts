// A history in parts that are searched apart, by their keys, and one order made of those found.

import type { Json, Operation } from '@/lib/sim/protocol'
import { jointly, type Model } from './model'
import { Placing } from './placing'
import { counting, predecessors } from './real-time'
import { byZones } from './zones'

/** Whether operations on one object can be put in order, decided step by step, or at once. */
export type Search = {
  /** 'open' until it is known. */
  readonly answer: 'open' | 'yes' | 'no'
  /** How many different configurations were looked at. */
  readonly expanded: number
  /** The order, or the longest up to the return that no order survives. */
  readonly order: readonly number[]
  /** The operation of that return, and the states that were possible there. */
  readonly stuck: number
  readonly possible: readonly Json[]
  /** Looks at so many more configurations, or fewer if that decides it. */
  more(budget: number): void
}
/** The operations on some keys, by their places in the history, and the search among them. */
export type Part = {
  readonly keys: readonly string[]
  readonly members: readonly number[]
  readonly search: Search
}
type Keys = ReadonlySet<string>

/** Every key that is touched, by itself. */
export function eachKey(history: readonly Operation[], model: Model): Keys[] {
  const keys = new Set(counting(history).map((i) => model.keyOf(history[i]!)))
  return [...keys].map((key) => new Set([key]))
}

/**
 * The keys in groups: one client links two of them if it ends on one at the very instant at which
 * it goes on with the other. Its order there is none of real time (by that, the two are
 * concurrent), so that orders found for each key apart may not go together.
 */
export function linkedKeys(history: readonly Operation[], model: Model): Keys[] {
  const operations = counting(history).map((i) => history[i]!)
  const groups = new Map(operations.map((o) => [model.keyOf(o), new Set([model.keyOf(o)])]))
  const groupOf = (i: number) => groups.get(model.keyOf(operations[i]!))!
  predecessors(operations).forEach((needed, i) => {
    for (const j of needed) {
      const [one, other] = [groupOf(i), groupOf(j)]
      if (one === other) continue
      for (const key of other) groups.set(key, one.add(key))
    }
  })
  return [...new Set(groups.values())]
}

/** A search for each group of keys. */
export function partsOf(
  history: readonly Operation[],
  model: Model,
  initial: Json,
  groups: readonly Keys[],
): Part[] {
  const places = counting(history)
  return groups.map((group) => {
    const keys = [...group]
    const members = places.filter((i) => group.has(model.keyOf(history[i]!)))
    const operations = members.map((i) => history[i]!)
    const first = keys.map(() => initial)
    const atOnce = keys.length === 1 ? byZones(operations, initial) : undefined
    return { keys, members, search: atOnce ?? new Placing(operations, jointly(model, keys), first) }
  })
}

/** An operation in the order of its part: the one before it there, and when it can first be. */
type Moment = { readonly place: number; readonly before: number; readonly earliest: number }

function momentsOf(history: readonly Operation[], { members, search }: Part): Moment[] {
  let [earliest, before] = [-Infinity, -1]
  return search.order.map((own) => {
    const place = members[own]!
    earliest = Math.max(earliest, history[place]!.from)
    const moment = { place, before, earliest }
    before = place
    return moment
  })
}

/**
 * One order of all that keeps those of the parts, real time, and each client's own order where its
 * operations touch; undefined if there is none, which may be so where a client links parts.
 */
export function together(history: readonly Operation[], parts: readonly Part[]) {
  const moments = parts.flatMap((part) => momentsOf(history, part))
  const momentOf = new Map(moments.map((moment) => [moment.place, moment]))
  const needs = predecessors(history)
  const begun = new Set<number>()
  const order = new Set<number>()
  /** Places what must come before, then this; false where that goes round in a circle. */
  const put = (place: number): boolean => {
    const moment = momentOf.get(place)
    if (!moment || order.has(place)) return true
    if (begun.has(place)) return false
    begun.add(place)
    if (!put(moment.before) || !needs[place]!.every(put)) return false
    order.add(place)
    return true
  }
  moments.sort((a, b) => a.earliest - b.earliest)
  return moments.every(({ place }) => put(place)) ? [...order] : undefined
}
