// Merkle trees: equal copies are one comparison apart, and every difference is found.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entries, merkleTree } from './merkle-tree'

const seats = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`seat ${i}`, 'free']))

test('equal copies are found equal by one comparison, however large', () => {
  const copy = Object.fromEntries(Object.entries(seats(500)).reverse())
  const { leaves, compared } = merkleTree.compare(
    merkleTree.of(seats(500), 6),
    merkleTree.of(copy, 6),
  )
  expect(leaves).toEqual([])
  expect(compared).toEqual([0])
})

test('one seat that differs among 500 is found by two comparisons a level', () => {
  const sold = { ...seats(500), 'seat 77': 'sold' }
  const found = merkleTree.compare(merkleTree.of(seats(500), 6), merkleTree.of(sold, 6))
  expect(found.leaves).toEqual([merkleTree.leafOf('seat 77', 6)])
  expect(found.compared).toHaveLength(1 + 2 * 6)
  expect(Object.keys(merkleTree.under(sold, found.leaves, 6))).toContain('seat 77')
})

test('the leaves that differ are exactly those of the keys that differ', () => {
  const entries = fc.dictionary(fc.string({ maxLength: 4 }), fc.nat(3), { maxKeys: 30 })
  fc.assert(
    fc.property(entries, entries, fc.nat(5), (a: Entries, b: Entries, depth) => {
      const keys = new Set([...Object.keys(a), ...Object.keys(b)])
      const value = (of: Entries, key: string) => (Object.hasOwn(of, key) ? of[key] : undefined)
      const different = [...keys].filter((key) => value(a, key) !== value(b, key))
      const leaves = new Set(different.map((key) => merkleTree.leafOf(key, depth)))
      const found = merkleTree.compare(merkleTree.of(a, depth), merkleTree.of(b, depth))
      expect(found.leaves).toEqual([...leaves].sort((x, y) => x - y))
    }),
    { seed: 19 },
  )
})

test('a depth that no tree can have is refused', () => {
  expect(() => merkleTree.of({}, 17)).toThrow('from 0 to 16')
  expect(() => merkleTree.compare(merkleTree.of({}, 1), merkleTree.of({}, 2))).toThrow(RangeError)
})
