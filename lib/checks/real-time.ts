// Operations as calls and returns in the order of real time, in a list that can be unlinked.

import type { Operation } from '@/lib/sim/protocol'
import { isPending, isRead } from './operation'

/**
 * A doubly linked list of calls and returns: entry i < count is the call of operation i, entry
 * count + i its return, and 2·count the end on both sides. A pending operation has no return.
 */
export type Timeline = {
  readonly count: number
  readonly next: Int32Array
  readonly previous: Int32Array
  /** The place of each entry in real time, from 0. */
  readonly place: Int32Array
  /** The operations of the same client that ended at the instant of this call. */
  readonly needs: readonly (readonly number[])[]
  readonly pending: Uint8Array
}

/** The operations that count: not those that failed, nor reads that never came back. */
export const counting = (history: readonly Operation[]): number[] =>
  history.flatMap((operation, i) => {
    const idle = operation.outcome === 'fail' || (isPending(operation) && isRead(operation))
    return idle ? [] : [i]
  })

/** At one instant calls come first, so that operations that only touch are concurrent. */
function entriesInOrder(operations: readonly Operation[]): Int32Array {
  const count = operations.length
  const timeOf = (entry: number) =>
    entry < count ? operations[entry]!.from : (operations[entry - count]!.to as number)
  const entries = operations.flatMap((o, i) => (isPending(o) ? [i] : [i, count + i]))
  entries.sort((a, b) => timeOf(a) - timeOf(b) || a - b)
  return Int32Array.from(entries)
}

/**
 * Who, of the same client, ended at the very instant at which this one was called; of two that
 * take no time, the one that the history has first.
 */
export function predecessors(operations: readonly Operation[]): number[][] {
  const ended = new Map<string, number[]>()
  operations.forEach((o, i) => {
    const name = `${o.to} ${o.client}`
    if (!isPending(o)) ended.set(name, [...(ended.get(name) ?? []), i])
  })
  return operations.map((o, i) => {
    const touching = ended.get(`${o.from} ${o.client}`) ?? []
    return touching.filter((j) => j !== i && (j < i || o.to !== operations[j]!.from))
  })
}

export function timeline(operations: readonly Operation[]): Timeline {
  const count = operations.length
  const [next, previous] = [new Int32Array(2 * count + 1), new Int32Array(2 * count + 1)]
  const place = new Int32Array(2 * count + 1)
  let last = 2 * count
  entriesInOrder(operations).forEach((entry, i) => {
    place[entry] = i
    next[last] = entry
    previous[entry] = last
    last = entry
  })
  next[last] = 2 * count
  previous[2 * count] = last
  const pending = Uint8Array.from(operations, (o) => (isPending(o) ? 1 : 0))
  return { count, next, previous, place, needs: predecessors(operations), pending }
}

function unlink({ next, previous }: Timeline, entry: number) {
  next[previous[entry]!] = next[entry]!
  previous[next[entry]!] = previous[entry]!
}
function relink({ next, previous }: Timeline, entry: number) {
  next[previous[entry]!] = entry
  previous[next[entry]!] = entry
}

/** Takes an operation out of the list: it has been placed. */
export function lift(time: Timeline, operation: number) {
  unlink(time, operation)
  if (!time.pending[operation]) unlink(time, time.count + operation)
}

/** Puts it back; operations come back in the opposite order to that in which they were lifted. */
export function unlift(time: Timeline, operation: number) {
  if (!time.pending[operation]) relink(time, time.count + operation)
  relink(time, operation)
}
