// Operations that only touch, or take no time: no checker may lose the order of one client.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operation } from '@/lib/sim/protocol'
import { byAllOrders, operation, source } from './history.fixture'
import { linearizable } from './linearizable'
import { models } from './model'
import { sequential } from './sequential'
import { guaranteed } from './sessions'

const { kv } = models
const initial = null
const write = (client: string, key: string, value: number, from: number, to: number) =>
  operation(client, 'write', from, to, { value: { key, value } })
const read = (client: string, key: string, result: number | null, from: number, to: number) =>
  operation(client, 'read', from, to, { value: { key }, result })
const holds = (history: Operation[]) => linearizable(history, kv, { initial }).holds

test('two clients that each write and at once read the other’s key do not both miss it', () => {
  const history = [
    write('East', 'a', 1, 40, 100),
    read('East', 'b', null, 100, 160),
    write('West', 'b', 2, 40, 100),
    read('West', 'a', null, 100, 160),
  ]
  expect(linearizable(history, kv, { initial })).toMatchObject({
    holds: 'no',
    culprits: [3],
    says: 'no order fits: West read nil from a, while the value of a could only be 1',
  })
  expect(sequential(history, kv, { initial }).holds).toBe('no')
  // With a moment between, each key alone shows it; of other clients, nothing does.
  const apart = history.map((o, i) => (i % 2 ? { ...o, from: 101 } : o))
  expect(holds(apart)).toBe('no')
  expect(holds(history.map((o, i) => ({ ...o, client: `c${i}` })))).toBe('yes')
})

test('keys that no client links are judged apart, however many there are', () => {
  const many = Array.from({ length: 30 }, (_, k) => [
    ...[1, 2, 3, 4].map((v) => write(`${k} ${v}`, `k${k}`, v, 0, 10)),
    read(`${k}`, `k${k}`, 3, 20, 30),
  ]).flat()
  const verdict = linearizable(many, kv, { initial })
  expect(verdict.holds).toBe('yes')
  expect(verdict.expanded).toBeLessThan(30 * 30)
})

test('clients that never rest link all keys, and few states are looked at all the same', () => {
  const below = source(7)
  const calls = Array.from({ length: 10 }, (_, c) => {
    let to = 0
    return Array.from({ length: 60 }, () => {
      const [from, length, key] = [to, 1 + below(6), `k${below(10)}`]
      to += length
      return { client: `${c}`, from, to, key, at: from + (length * (1 + below(8))) / 10 }
    })
  }).flat()
  const state = new Map<string, number>()
  const history = calls
    .sort((a, b) => a.at - b.at)
    .map(({ client, key, from, to }, i) => {
      if (below(2)) return read(client, key, state.get(key) ?? null, from, to)
      state.set(key, i)
      return write(client, key, i, from, to)
    })
  const verdict = linearizable(history, kv, { initial })
  expect(verdict.holds).toBe('yes')
  expect(verdict.expanded).toBeLessThan(3000)
})

test('of two operations that take no time, the history has the first before the second', () => {
  const late = [read('A', 'x', 2, 5, 5), write('A', 'x', 2, 5, 5)]
  expect(holds(late)).toBe('no')
  expect(sequential(late, kv, { initial }).holds).toBe('no')
  expect(guaranteed(late, 'causal', initial).holds).toBe('no')
  const value = { key: 'x', value: 'b' }
  const append = operation('A', 'append', 5, 5, { value })
  const get = operation('A', 'get', 5, 5, { value: { key: 'x' }, result: 'b' })
  expect(sequential([get, append], kv).holds).toBe('no')
  expect(sequential([append, get], kv).holds).toBe('yes')
  const soon = [late[1]!, late[0]!]
  for (const verdict of [linearizable, sequential])
    expect(verdict(soon, kv, { initial }).holds).toBe('yes')
  expect(guaranteed(soon, 'causal', initial).holds).toBe('yes')
})

/** A few clients, two keys, whole times close together, so that much touches and little is seen. */
const close = fc
  .array(
    fc.record({
      client: fc.constantFrom('A', 'A', 'A', 'B', 'B', 'B', 'C'),
      gap: fc.constantFrom(0, 0, 0, 1),
      length: fc.constantFrom(0, 1, 1, 1, 2),
      key: fc.constantFrom('x', 'y'),
      writes: fc.boolean(),
      pick: fc.constantFrom(0, 0, 0, 1, 2),
    }),
    { minLength: 4, maxLength: 5 },
  )
  .map((list) => {
    const free: { [client: string]: number } = {}
    return list.map(({ client, gap, length, key, writes, pick }, i): Operation => {
      const from = (free[client] ?? 0) + gap
      const to = from + length
      free[client] = to
      const written = list.flatMap((o, j) => (o.writes && o.key === key ? [j + 1] : []))
      const seen = [null, ...written][pick % (written.length + 1)]!
      return writes ? write(client, key, i + 1, from, to) : read(client, key, seen, from, to)
    })
  })

/** Real time, and one client's own order; between keys too, or only within each. */
const orderIn =
  (history: Operation[], between: boolean) =>
  (a: Operation, b: Operation): boolean => {
    if (a.to! < b.from) return true
    const own = a.client === b.client && history.indexOf(a) < history.indexOf(b)
    return own && (between || kv.keyOf(a) === kv.keyOf(b))
  }

test('what is linearizable is sequential, and is what trying every order finds', () => {
  const met = { yes: 0, no: 0, linked: 0 }
  fc.assert(
    fc.property(close, (history) => {
      const found = holds(history)
      if (found === 'yes') expect(sequential(history, kv, { initial }).holds).toBe('yes')
      const fits = (between: boolean) =>
        byAllOrders(history, kv, initial, orderIn(history, between))
      const expected = fits(true) ? 'yes' : 'no'
      expect(found).toBe(expected)
      met[expected]++
      if (expected === 'no' && fits(false)) met.linked++
    }),
    { seed: 53, numRuns: 10_000 },
  )
  expect(met.yes).toBeGreaterThan(1000)
  expect(met.no).toBeGreaterThan(1000)
  // Some that each key alone would let pass.
  expect(met.linked).toBeGreaterThan(3)
})
