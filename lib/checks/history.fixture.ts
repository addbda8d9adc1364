// Histories for tests: written short by hand, drawn from an object that is right, judged slowly.

import type { Json, Operation } from '@/lib/sim/protocol'
import type { Model } from './model'
import { isPending } from './operation'

/**
 * Histories in short, one line a client, in session order: `w1 r2 wx1 ry0` are writes and reads of
 * a register or of keys x and y. Sessions are side by side in real time; `r-` reads null.
 */
export function sessions(lines: { readonly [client: string]: string }): Operation[] {
  return Object.entries(lines).flatMap(([client, line]) =>
    line.split(' ').map((word, i): Operation => {
      const [, kind, key, text] = /^([wr])([a-z]?)(\d+|-)$/.exec(word)!
      const content: Json = text === '-' ? null : Number(text)
      const value = kind === 'w' ? content : null
      return {
        client,
        type: kind === 'w' ? 'write' : 'read',
        value: key ? { key, value } : value,
        result: kind === 'r' ? content : null,
        from: i * 10,
        to: i * 10 + 9,
        outcome: 'ok',
      }
    }),
  )
}

/** One operation, with what is usual left out. */
export const operation = (
  client: string,
  type: string,
  from: number,
  to: number | null,
  more: Partial<Operation> = {},
): Operation => ({ client, type, value: null, result: null, from, to, outcome: 'ok', ...more })

/** Every order of the numbers below n that keeps `before`, one after another. */
function* orders(n: number, before: (a: number, b: number) => boolean): Generator<number[]> {
  const left = new Set(Array.from({ length: n }, (_, i) => i))
  const placed: number[] = []
  function* go(): Generator<number[]> {
    if (left.size === 0) yield [...placed]
    for (const i of [...left]) {
      if ([...left].some((j) => j !== i && before(j, i))) continue
      left.delete(i)
      placed.push(i)
      yield* go()
      placed.pop()
      left.add(i)
    }
  }
  yield* go()
}

/** Whether some order with every result right keeps `before`, by trying every one (slow). */
export function byAllOrders(
  history: readonly Operation[],
  model: Model,
  initial: Json,
  before: (a: Operation, b: Operation) => boolean,
): boolean {
  const sure = history.filter((o) => o.outcome !== 'fail' && !isPending(o))
  const open = history.filter((o) => o.outcome !== 'fail' && isPending(o))
  for (let subset = 0; subset < 1 << open.length; subset++) {
    const all = [...sure, ...open.filter((_, i) => (subset >> i) & 1)]
    for (const order of orders(all.length, (a, b) => before(all[a]!, all[b]!))) {
      const states = new Map<string, Json | undefined>()
      const right = order.every((i) => {
        const key = model.keyOf(all[i]!)
        const state = states.has(key) ? states.get(key)! : initial
        const next = model.step(state, all[i]!)
        states.set(key, next)
        return next !== undefined
      })
      if (right) return true
    }
  }
  return false
}

/** A small repeatable source of numbers below n. */
export function source(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * n)
  }
}

type Drawn = {
  readonly clients: number
  readonly operations: number
  readonly keys: number
  /** One in so many never returns. */
  readonly lost: number
  readonly seed: number
  /** What is done, each as often as it is named. */
  readonly types?: readonly string[]
}
const porcupine = ['get', 'get', 'append', 'append', 'append', 'put']

/**
 * A history of one right object per key: every operation takes effect at one moment between its
 * call and its return, so it is linearizable. Reads, appends and puts, as in Porcupine's records.
 */
export function drawn(asked: Drawn): Operation[] {
  const { clients, operations, keys, lost, seed, types = porcupine } = asked
  const below = source(seed)
  const busy: { operation: Operation; does: number }[] = []
  const history: Operation[] = []
  const state = new Map<string, string>()
  for (let at = 0; history.length < operations || busy.length > 0; at++) {
    if (history.length + busy.length < operations && busy.length < clients && below(2) === 0) {
      const type = types[below(types.length)]!
      const value = { key: `${below(keys)}`, value: type === 'get' ? null : `${at};` }
      busy.push({ operation: operation(`c${at}`, type, at, null, { value }), does: 0 })
      continue
    }
    if (busy.length === 0) continue
    const i = below(busy.length)
    const { operation: it, does } = busy[i]!
    const { key, value } = it.value as { key: string; value: string | null }
    if (does === 0) {
      const now = state.get(key) ?? ''
      if (it.type === 'get') busy[i] = { operation: { ...it, result: now }, does: 1 }
      else {
        state.set(key, it.type === 'put' ? value! : now + value)
        busy[i] = { operation: it, does: 1 }
      }
      continue
    }
    busy.splice(i, 1)
    const gone = below(lost) === 0
    history.push(gone ? { ...it, result: null, outcome: 'unknown' } : { ...it, to: at })
  }
  return history
}
