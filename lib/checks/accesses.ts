// A history as reads and writes, with the write that every read has its value from.

import type { Json, Operation } from '@/lib/sim/protocol'
import { jsonText, sameJson } from '@/lib/values/json-text'
import { argumentOf, isPending, isRead, isWrite, keyOf, operationText } from './operation'
import { counting } from './real-time'
import { type Verdict, verdict } from './verdict'

/** Beyond this many operations the searches are not started. */
export const longest = 40

/** One read or write. `place` is where it stands in the history. */
export type Access = {
  readonly place: number
  readonly client: string
  readonly operation: Operation
  readonly writes: boolean
  readonly key: string
  /** Of a read: the place of the write of its value; -1 for the value at the beginning. */
  readonly source: number
}

/** An operation, and where it stands in the history. */
export type Placed = Pick<Access, 'place' | 'operation'>

/**
 * Session order: of one client, one ended before the other was called. Of two that take no time,
 * at one instant, the history has the first before the second.
 */
export function inSession({ operation: a, place }: Placed, { operation: b, ...at }: Placed) {
  if (a.client !== b.client || isPending(a) || (a.to as number) > b.from) return false
  return b.to === null || b.to > a.from || place < at.place
}

/** A key and a value as one text. */
export const nameOf = (key: string, value: Json) => `${key} ${jsonText(value)}`

/** Which place wrote what; or the sentence that says which value was written twice. */
export function writers(history: readonly Operation[], places: readonly number[], initial: Json) {
  const writer = new Map<string, number>()
  for (const i of places) {
    const operation = history[i]!
    if (!isWrite(operation)) continue
    const name = nameOf(keyOf(operation), argumentOf(operation))
    if (writer.has(name) || sameJson(argumentOf(operation), initial))
      return `${operationText(operation)}, which was there before: it cannot be told who is read`
    writer.set(name, i)
  }
  return writer
}

/** A pending write that nobody read need not have happened, so it is left out. */
function kept(history: readonly Operation[], places: readonly number[]) {
  const read = new Set(
    places.map((i) => history[i]!).flatMap((o) => (isRead(o) ? [nameOf(keyOf(o), o.result)] : [])),
  )
  return places.filter((i) => {
    const operation = history[i]!
    return !isPending(operation) || read.has(nameOf(keyOf(operation), argumentOf(operation)))
  })
}

/** Why no checker of this kind can judge the history, if that is so. */
function unfit(history: readonly Operation[], places: readonly number[]): string | undefined {
  if (places.length > longest) return `it has more than ${longest} operations`
  const other = places.map((i) => history[i]!).find((o) => !isRead(o) && !isWrite(o))
  return other && `only reads and writes can be judged, not “${other.type}”`
}

/**
 * The reads and writes that count, or a verdict at once: 'undecided' for more than 40 operations,
 * other types, or a value written twice; 'no' for a value that nobody wrote.
 */
export function accesses(
  history: readonly Operation[],
  initial: Json,
): { readonly list: readonly Access[] } | { readonly verdict: Verdict } {
  const counted = counting(history)
  const reason = unfit(history, counted)
  if (reason) return { verdict: verdict('undecided', reason) }
  const writer = writers(history, counted, initial)
  if (typeof writer === 'string') return { verdict: verdict('undecided', writer) }
  const list: Access[] = []
  for (const place of kept(history, counted)) {
    const operation = history[place]!
    const key = keyOf(operation)
    const source = isRead(operation) ? (writer.get(nameOf(key, operation.result)) ?? -1) : -1
    if (isRead(operation) && source === -1 && !sameJson(operation.result, initial)) {
      const says = `${operationText(operation)}, which nobody wrote`
      return { verdict: verdict('no', says, { culprits: [place] }) }
    }
    const { client } = operation
    list.push({ place, client, operation, writes: isWrite(operation), key, source })
  }
  return { list }
}
