// Counters against the numbers of Pekko's tests, and the laws that make copies agree.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GCounter, gCounter } from './g-counter'
import { pnCounter } from './pn-counter'

const { add, merge, value, zero } = gCounter
const after = (node: number, amounts: number[], from: GCounter = zero) =>
  amounts.reduce((counter, by) => add(counter, node, by), from)

// apache/pekko distributed-data GCounterSpec.
test('two replicas of Pekko’s GCounterSpec merge to 7, 10 and 17 in both directions', () => {
  const one = after(2, [2, 7, 1], after(1, [3, 4]))
  const two = after(2, [3, 2, 1], after(1, [2, 2]))
  expect([one[1], one[2], value(one)]).toEqual([7, 10, 17])
  expect([two[1], two[2], value(two)]).toEqual([4, 6, 10])
  for (const both of [merge(one, two), merge(two, one)])
    expect([both[1], both[2], value(both)]).toEqual([7, 10, 17])
  const swapped = [merge({ 1: 4, 2: 10 }, { 1: 7, 2: 6 }), merge({ 1: 7, 2: 6 }, { 1: 4, 2: 10 })]
  expect(swapped.map(value)).toEqual([17, 17])
})

// apache/pekko distributed-data PNCounterSpec.
test('a counter that went up by 9 and down by 4 at two nodes stands at 5', () => {
  const one = [3, -2].reduce((counter, by) => pnCounter.add(counter, 1, by), pnCounter.zero)
  const both = [5, -2, 1].reduce((counter, by) => pnCounter.add(counter, 2, by), one)
  expect(gCounter.value(both.added)).toBe(9)
  expect(gCounter.value(both.taken)).toBe(4)
  expect(pnCounter.value(both)).toBe(5)
  expect(pnCounter.merge(both, one)).toEqual(both)
})

test('what only grows refuses to shrink', () => {
  expect(() => add(zero, 1, -1)).toThrow('cannot add -1')
  expect(() => add(zero, 1, Number.NaN)).toThrow(RangeError)
  expect(gCounter.value(gCounter.merge(zero, add(zero, '__proto__', 3)))).toBe(3)
})

test('copies that gossip in any order end with every increment counted once', () => {
  const move = fc.record({ node: fc.nat(3), from: fc.nat(3), by: fc.integer({ min: -5, max: 5 }) })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const copies = [0, 1, 2, 3].map(() => pnCounter.zero)
      for (const { node, from, by } of moves)
        copies[node] = pnCounter.merge(pnCounter.add(copies[node]!, node, by), copies[from]!)
      const total = moves.reduce((sum, m) => sum + m.by, 0)
      expect(pnCounter.value(copies.reduce(pnCounter.merge))).toBe(total)
      expect(pnCounter.value(copies.reduceRight(pnCounter.merge))).toBe(total)
    }),
    { seed: 5 },
  )
})
