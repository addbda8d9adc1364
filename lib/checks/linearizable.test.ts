// Linearizability: hand-made cases, every order tried on small histories, and corrupted large ones.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operation } from '@/lib/sim/protocol'
import { byAllOrders, drawn, operation, source } from './history.fixture'
import { linearizable } from './linearizable'
import { models } from './model'
import { isPending } from './operation'

const { register, kv } = models
const cas = models['cas-register']
const write = (client: string, value: number, from: number, to: number | null) =>
  operation(client, 'write', from, to, { value })
const read = (client: string, result: number | null, from: number, to: number | null) =>
  operation(client, 'read', from, to, { result })

describe('a register', () => {
  test('may be read as old or new while it is written, but not old again once new was read', () => {
    const good = [write('A', 1, 0, 10), read('B', null, 1, 2), read('B', 1, 3, 4)]
    const bad = [write('A', 1, 0, 10), read('B', 1, 1, 2), read('C', null, 3, 4)]
    expect(linearizable(good, register)).toMatchObject({ holds: 'yes', order: [1, 0, 2] })
    expect(linearizable(bad, register)).toMatchObject({
      holds: 'no',
      culprits: [2],
      order: [0, 1],
      says: 'no order fits: C read nil, while the value could only be 1',
    })
  })

  test('holds a pending write from its call on, for ever or never', () => {
    const pending = write('A', 1, 5, null)
    expect(linearizable([pending, read('B', null, 90, 99)], register).holds).toBe('yes')
    expect(linearizable([pending, read('B', 1, 90, 99)], register).holds).toBe('yes')
    expect(linearizable([pending, read('B', 1, 1, 2)], register).holds).toBe('no')
    const both = [pending, read('B', 1, 20, 21), read('B', null, 30, 31)]
    expect(linearizable(both, register).holds).toBe('no')
  })

  test('takes a write that timed out for one that may still come', () => {
    const late = { ...write('A', 1, 0, 10), outcome: 'unknown' as const }
    const history = [late, read('B', null, 20, 21), read('B', 1, 30, 31)]
    expect(linearizable(history, register).holds).toBe('yes')
  })

  test('does not hold what a failed write would have written', () => {
    const failed = { ...write('A', 1, 0, 10), outcome: 'fail' as const }
    expect(linearizable([failed, read('B', 1, 20, 21)], register).holds).toBe('no')
    expect(linearizable([failed, read('B', null, 20, 21)], register).holds).toBe('yes')
  })

  test('takes operations that only touch for concurrent, but not those of one client', () => {
    expect(linearizable([write('A', 1, 0, 5), read('B', null, 5, 6)], register).holds).toBe('yes')
    expect(linearizable([write('A', 1, 0, 5), read('A', null, 5, 6)], register).holds).toBe('no')
  })

  test('refuses operations that it does not know', () => {
    expect(() => linearizable([operation('A', 'pop', 0, 1)], register)).toThrow(
      'no operation “pop”',
    )
    expect(() => linearizable([write('A', 1, 5, 1)], register)).toThrow('ends before it begins')
  })

  test('is refused at once where a read saw what nobody had written, and names it', () => {
    const writes = Array.from({ length: 30 }, (_, i) => write(`C${i}`, i, 0, 100))
    const odd = read('R', 99, 1, 2)
    const expected = { holds: 'no', culprits: [30], expanded: 0 }
    const why = 'which nobody had written, and the initial value is nil'
    const says = `no order fits: R read 99, ${why}`
    expect(linearizable([...writes, odd], register)).toMatchObject({ ...expected, says })
    // Nor has anybody who only sets out to write it when the read is over.
    expect(linearizable([...writes, odd, write('W', 99, 3, 4)], register)).toMatchObject(expected)
    expect(linearizable([...writes, odd, write('W', 99, 2, 4)], register).holds).toBe('yes')
    // What was wrong before is named, though it was called later.
    const old = read('S', 5, 1, 1.5)
    const stale = [write('A', 5, -9, -8), write('A', 6, -7, -6), odd, old]
    expect(linearizable(stale, register)).toMatchObject({ holds: 'no', culprits: [3] })
  })
})

describe('a register with compare and set', () => {
  const swap = (client: string, a: number, b: number, from: number, result: boolean) =>
    operation(client, 'cas', from, from + 1, { value: [a, b], result })

  test('lets only one of two swaps of the same value succeed', () => {
    const both = [write('A', 1, 0, 1), swap('B', 1, 2, 2, true), swap('C', 1, 3, 4, true)]
    expect(linearizable(both, cas)).toMatchObject({ holds: 'no', culprits: [2] })
    const one = [write('A', 1, 0, 1), swap('B', 1, 2, 2, true), swap('C', 1, 3, 4, false)]
    expect(linearizable(one, cas).holds).toBe('yes')
  })

  test('stays undecided when the budget is spent', () => {
    const writes = Array.from({ length: 12 }, (_, i) => write(`C${i}`, i % 6, 0, 100))
    const history = [...writes, swap('R', 5, 6, 101, true), swap('R', 5, 6, 103, true)]
    const verdict = linearizable(history, cas, { budget: 50 })
    expect(verdict).toMatchObject({ holds: 'undecided', expanded: 50 })
  })

  test('tells writes of one value apart by their times alone, which saves most states', () => {
    const writes = Array.from({ length: 24 }, (_, i) => write(`C${i}`, i % 2, 0, 100 + i))
    const swaps = [swap('R', 1, 2, 201, true), swap('R', 1, 2, 203, true)]
    const { holds, culprits, expanded } = linearizable([...writes, ...swaps], cas)
    expect([holds, culprits]).toEqual(['no', [25]])
    expect(expanded).toBeLessThan(500)
  })

  test('wins no swap of a value that nobody had written', () => {
    const writes = Array.from({ length: 30 }, (_, i) => write(`C${i}`, i, 0, 100))
    expect(linearizable([...writes, swap('R', 99, 1, 5, true)], cas)).toMatchObject({
      holds: 'no',
      culprits: [30],
      says: expect.stringContaining('R swapped 99 for 1, which nobody had written'),
    })
    expect(linearizable([...writes, swap('R', 99, 1, 5, false)], cas).holds).toBe('yes')
  })

  test('lets no swap fail that must have found its value', () => {
    const history = [write('A', 1, 0, 1), swap('B', 1, 2, 2, false)]
    expect(linearizable(history, cas)).toMatchObject({
      holds: 'no',
      says: 'no order fits: B found no 1 to swap for 2, while the value could only be 1',
    })
  })
})

/** Real time; at one instant one client's own order, which is then that of the history. */
const precedesIn = (history: readonly Operation[]) => (a: Operation, b: Operation) => {
  if (isPending(a) || a.to! > b.from) return false
  const touching = a.client === b.client && (a.from < a.to! || b.from < (b.to ?? Infinity))
  return (
    a.to! < b.from || touching || (a.client === b.client && history.indexOf(a) < history.indexOf(b))
  )
}

/** A small history of any kind: three clients, each one operation after another. */
const small = fc
  .array(
    fc.record({
      client: fc.constantFrom('A', 'B', 'C'),
      gap: fc.nat(2),
      length: fc.nat(6),
      kind: fc.constantFrom('write', 'read', 'read', 'cas'),
      key: fc.constantFrom('x', 'x', 'y'),
      a: fc.nat(2),
      b: fc.nat(2),
      fate: fc.constantFrom('ok', 'ok', 'ok', 'ok', 'fail', 'unknown'),
      won: fc.boolean(),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((list) => {
    const free: { [client: string]: number } = {}
    return list.map(({ client, gap, length, kind, key, a, b, fate, won }): Operation => {
      const from = (free[client] ?? 0) + gap
      free[client] = from + length
      const value = { key, value: kind === 'cas' ? [a, b] : kind === 'write' ? a : null }
      const result = kind === 'read' ? a : kind === 'cas' ? won : null
      const outcome = fate as Operation['outcome']
      const to = outcome === 'unknown' ? null : from + length
      return operation(client, kind, from, to, { value, result, outcome })
    })
  })

test('on small histories the verdict is that of trying every order', () => {
  const met = { yes: 0, no: 0 }
  fc.assert(
    fc.property(small, (history) => {
      const expected = byAllOrders(history, kv, 0, precedesIn(history)) ? 'yes' : 'no'
      met[expected]++
      expect(linearizable(history, kv, { initial: 0 }).holds).toBe(expected)
    }),
    { seed: 29, numRuns: 3000 },
  )
  expect(met.yes).toBeGreaterThan(300)
  expect(met.no).toBeGreaterThan(300)
})

test('the operation named is the first at whose return no order is left', () => {
  let met = 0
  const upTo = (history: Operation[], end: number) =>
    history.flatMap((o) => (o.from > end ? [] : [o.to !== null && o.to > end ? open(o) : o]))
  const open = (o: Operation): Operation =>
    o.outcome === 'fail' ? o : { ...o, to: null, outcome: 'unknown' }
  fc.assert(
    fc.property(small, (mixed) => {
      const history = mixed.filter((o) => kv.keyOf(o) === 'x' && o.type !== 'cas')
      const { holds, culprits } = linearizable(history, kv, { initial: 0 })
      if (holds !== 'no') return
      met++
      const end = history[culprits[0]!]!.to!
      const before = history.map((o, i) => (i === culprits[0] ? open(o) : o))
      const others = history.filter((o, i) => o.to === end && i !== culprits[0])
      expect(linearizable(upTo(history, end), kv, { initial: 0 }).holds).toBe('no')
      if (others.length === 0)
        expect(linearizable(upTo(before, end), kv, { initial: 0 }).holds).toBe('yes')
    }),
    { seed: 31, numRuns: 3000 },
  )
  expect(met).toBeGreaterThan(300)
})

describe('large histories', () => {
  const sizes = { clients: 8, operations: 300, keys: 4, lost: 12 }

  test('drawn from a right object are linearizable, and the order given shows it', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const history = drawn({ ...sizes, seed })
      const { holds, order } = linearizable(history, kv)
      expect(holds, `seed ${seed}`).toBe('yes')
      const states = new Map<string, unknown>()
      order.forEach((i, place) => {
        const key = kv.keyOf(history[i]!)
        const next = kv.step((states.get(key) ?? '') as string, history[i]!)
        expect(next).toBeDefined()
        states.set(key, next)
        const early = order.slice(place + 1).find((j) => history[j]!.to! < history[i]!.from)
        expect(early === undefined || isPending(history[early]!)).toBe(true)
      })
      const sure = history.flatMap((o, i) => (isPending(o) ? [] : [i]))
      expect(sure.every((i) => order.includes(i))).toBe(true)
    }
  })

  test('with one read that saw what nobody wrote are refused, and that read is named', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const history = drawn({ ...sizes, seed })
      const reads = history.flatMap((o, i) => (o.type === 'get' && !isPending(o) ? [i] : []))
      const wrong = reads[source(seed)(reads.length)]!
      history[wrong] = { ...history[wrong]!, result: `${history[wrong]!.result}?` }
      const { holds, culprits } = linearizable(history, kv)
      expect(holds, `seed ${seed}`).toBe('no')
      expect(culprits).toEqual([wrong])
    }
  })

  test('with one stale read are refused', () => {
    let met = 0
    for (let seed = 1; seed <= 40; seed++) {
      const history = drawn({ ...sizes, lost: 40, seed })
      const late = history.findLastIndex((o) => o.type === 'get' && !isPending(o))
      const stale = history[late]!
      const same = (o: Operation) =>
        o.type === 'get' && !isPending(o) && kv.keyOf(o) === kv.keyOf(stale)
      const early = history.find((o) => same(o) && o.result !== stale.result)
      const grew =
        early &&
        history.some(
          (o) =>
            same(o) &&
            o.from > early.to! &&
            o.to! < stale.from &&
            o.result !== early.result &&
            String(o.result).startsWith(String(early.result)),
        )
      if (!grew) continue
      met++
      history[late] = { ...stale, result: early.result }
      expect(linearizable(history, kv).holds, `seed ${seed}`).toBe('no')
    }
    expect(met).toBeGreaterThan(10)
  })

  test('of fifty clients on fifty keys, as Porcupine’s c50, take few states', () => {
    const history = drawn({ clients: 50, operations: 2000, keys: 50, lost: 100, seed: 5 })
    const verdict = linearizable(history, kv)
    expect(verdict.holds).toBe('yes')
    expect(verdict.expanded).toBeLessThan(20_000)
  })
})
