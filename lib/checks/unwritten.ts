// What nobody can have seen: a value that no operation had yet set out to write.

import type { Json, Operation } from '@/lib/sim/protocol'
import { jsonText } from '@/lib/values/json-text'
import type { Model } from './model'
import { argumentOf, isPending, isRead, isWrite } from './operation'
import { counting } from './real-time'

/** The value that an operation found, and the one it may leave: undefined where none is told. */
function values(operation: Operation): { readonly found?: Json; readonly left?: Json } {
  if (isRead(operation)) return { found: operation.result }
  if (isWrite(operation)) return { left: argumentOf(operation) }
  const [found, left] = argumentOf(operation) as readonly [Json, Json]
  if (isPending(operation)) return { left }
  return operation.result === false ? {} : { found, left }
}

/**
 * The first operation to return that found a value other than the initial one, which nobody had
 * been called to write before it returned; undefined if there is none. Keys to which texts are
 * appended are left out: what is found there is no one's own value.
 */
export function unwritten(history: readonly Operation[], model: Model, initial: Json) {
  const places = counting(history)
  const appended = new Set(
    places.flatMap((i) => (history[i]!.type === 'append' ? [model.keyOf(history[i]!)] : [])),
  )
  const told = places
    .filter((i) => !appended.has(model.keyOf(history[i]!)))
    .map((i) => ({ place: i, operation: history[i]!, ...values(history[i]!) }))
  const nameOf = ({ operation }: (typeof told)[number], value: Json) =>
    jsonText([model.keyOf(operation), value])
  const called = new Map<string, number>()
  for (const it of told) {
    const name = it.left === undefined ? undefined : nameOf(it, it.left)
    if (name) called.set(name, Math.min(called.get(name) ?? Infinity, it.operation.from))
  }
  const returned = (i: number) => history[i]!.to as number
  return told
    .filter((it) => {
      if (it.found === undefined || nameOf(it, it.found) === nameOf(it, initial)) return false
      return (called.get(nameOf(it, it.found)) ?? Infinity) > returned(it.place)
    })
    .map(({ place }) => place)
    .sort((a, b) => returned(a) - returned(b))[0]
}

/**
 * A history as it stood just before one operation returned, which is left out, as is what was
 * called later; what returned later is still under way. Places stay as they are.
 */
export function before(history: readonly Operation[], place: number): Operation[] {
  const now = history[place]!.to as number
  return history.map((o, i) => {
    if (o.outcome === 'fail' || i === place || o.from > now) return { ...o, outcome: 'fail' }
    const returned = o.to !== null && (o.to < now || (o.to === now && i < place))
    return returned ? o : { ...o, to: null, outcome: 'unknown' }
  })
}
