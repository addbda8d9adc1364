// A register whose written values all differ, decided by the zones of its values, with no search.

import type { Json, Operation } from '@/lib/sim/protocol'
import { nameOf, writers } from './accesses'
import { argumentOf, isPending, isRead, isWrite, keyOf } from './operation'
import type { Search } from './parts'
import { predecessors } from './real-time'

/** An operation by its place; of one that has not returned, `to` is Infinity. */
type Access = { readonly place: number; readonly from: number; readonly to: number }
/** A write, the first, and the reads of its value; their first return, and their last call. */
type Zone = { readonly members: Access[]; returned: number; called: number }

/** What wrote the initial value. */
const start: Access = { place: -1, from: -Infinity, to: -Infinity }

/** When something returned, and the last place that had returned by then. */
type Moment = readonly [now: number, last: number]

/** The zones of what had been called by a moment, without the reads under way. */
function zonesAt(operations: readonly Operation[], sources: readonly number[], at: Moment) {
  const [now, last] = at
  const accesses = operations.flatMap((o, place): Access[] => {
    const under = isPending(o) || o.to! > now || (o.to === now && place > last)
    const idle = o.from > now || (under && isRead(o))
    return idle ? [] : [{ place, from: o.from, to: under ? Infinity : o.to! }]
  })
  const zones = new Map<number, Zone>()
  const begin = (write: Access) =>
    zones.set(write.place, { members: [write], returned: write.to, called: write.from })
  begin(start)
  for (const access of accesses) if (sources[access.place] === access.place) begin(access)
  accesses.sort((a, b) => a.from - b.from)
  for (const access of accesses) {
    const zone = zones.get(sources[access.place]!)!
    if (zone.members[0]!.place === access.place) continue
    zone.members.push(access)
    zone.returned = Math.min(zone.returned, access.to)
    zone.called = Math.max(zone.called, access.from)
  }
  return [...zones.values()]
}

/**
 * An order of all members, zone by zone, or undefined if there is none. Where the last call comes
 * after the first return, a zone takes all the time between; two of these may not overlap. Else
 * all members are under way between the two, and it takes one moment, outside of the others.
 */
function arranged(zones: readonly Zone[]): number[] | undefined {
  const long = zones.filter((it) => it.returned < it.called).sort((a, b) => a.returned - b.returned)
  if (long.some((it, i) => it.returned < (long[i - 1]?.called ?? -Infinity))) return undefined
  const short = zones.filter((it) => it.returned >= it.called).sort((a, b) => a.called - b.called)
  let passed = 0
  const moments = short.map((zone) => {
    while (passed < long.length && long[passed]!.called <= zone.called) passed++
    const around = long[passed]
    const inside = around !== undefined && around.returned < zone.called
    return { zone, at: inside ? around.called : zone.called }
  })
  if (moments.some(({ zone, at }) => at > zone.returned)) return undefined
  const all = [...moments, ...long.map((zone) => ({ zone, at: zone.returned }))]
  const needed = ({ members, returned }: Zone) => members.length > 1 || returned < Infinity
  return all
    .sort((a, b) => a.at - b.at)
    .flatMap(({ zone }) => (needed(zone) ? zone.members.map(({ place }) => place) : []))
    .filter((place) => place !== start.place)
}

/** Of every operation the write of its value; undefined where that cannot be told. */
function sourcesOf(operations: readonly Operation[], initial: Json): number[] | undefined {
  const writer = writers(operations, [...operations.keys()], initial)
  if (typeof writer === 'string' || !operations.every((o) => isRead(o) || isWrite(o)))
    return undefined
  const touching = predecessors(operations).some((needed) => needed.length > 0)
  return touching
    ? undefined
    : operations.map((o) => {
        const value = isRead(o) ? o.result : argumentOf(o)
        return writer.get(nameOf(keyOf(o), value)) ?? start.place
      })
}

/** Whose value may be there now: those after which nothing that has returned must have come. */
const mayBeLast = (zones: readonly Zone[]) =>
  zones.filter(
    (zone) =>
      !zones.some((it) => it.returned < Infinity && it.called > zone.returned && it !== zone),
  )

/**
 * Decides whether reads and writes of one object are linearizable, where no value is written twice
 * and none is read that nobody had set out to write (Gibbons and Korach 1997). Undefined for
 * other histories, and where operations of one client touch.
 */
export function byZones(operations: readonly Operation[], initial: Json): Search | undefined {
  const sources = sourcesOf(operations, initial)
  if (!sources) return undefined
  const zonesBy = (...at: Moment) => zonesAt(operations, sources, at)
  const decided = { expanded: 0, possible: [], stuck: -1, more() {} }
  const order = arranged(zonesBy(Infinity, -1))
  if (order) return { ...decided, answer: 'yes', order }
  const timeOf = (i: number) => operations[i]!.to as number
  const reads = [...operations.keys()].filter((i) => isRead(operations[i]!))
  reads.sort((a, b) => timeOf(a) - timeOf(b) || a - b)
  let [fits, fails] = [-1, reads.length - 1]
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1
    if (arranged(zonesBy(timeOf(reads[middle]!), reads[middle]!))) fits = middle
    else fails = middle
  }
  const stuck = reads[fails]!
  const before = zonesBy(timeOf(stuck), stuck - 1)
  const possible = mayBeLast(before)
    .reverse()
    .map(({ members: [write] }) => [
      write === start ? initial : argumentOf(operations[write!.place]!),
    ])
  return { ...decided, answer: 'no', order: arranged(before)!, possible, stuck }
}
