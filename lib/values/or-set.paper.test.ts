// The observed-remove set against Pekko's tests, its specification, and the laws of merging.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OrSet, orSet } from './or-set'

const { add, remove, merge, has, elements, empty } = orSet

// apache/pekko distributed-data ORSetSpec.
test('an element that is added, removed and added again is in the set', () => {
  const set = add(remove(add(empty, 'n1', 'A4'), 'A4'), 'n1', 'A4')
  expect(elements(set)).toEqual(['A4'])
})

// apache/pekko distributed-data ORSetSpec.
test('elements that another copy has seen and removed do not come back by merging', () => {
  const before = add(add(empty, 'n1', 'u1'), 'n1', 'u2')
  const later = remove(remove(before, 'u1'), 'u2')
  expect(elements(merge(before, later))).toEqual([])
  expect(elements(merge(later, before))).toEqual([])
})

// Shapiro et al. 2011, §3.3.5: an add concurrent with a remove wins.
test('an add that the remover had not seen wins', () => {
  const before = add(empty, 'n1', 'A4')
  const again = add(before, 'n2', 'A4')
  expect(has(merge(remove(before, 'A4'), again), 'A4')).toBe(true)
  expect(has(merge(again, remove(before, 'A4')), 'A4')).toBe(true)
})

type Move = { node: number; other: number; element: string; does: 'add' | 'remove' | 'copy' }

/** The specification: every add has a tag; a remove buries the tags it sees. */
function play(moves: readonly Move[]) {
  const sets: OrSet[] = [empty, empty, empty]
  const tags = sets.map(() => new Map<number, string>())
  const buried = sets.map(() => new Set<number>())
  moves.forEach(({ node, other, element, does }, i) => {
    if (does === 'add') {
      sets[node] = add(sets[node]!, node, element)
      tags[node]!.set(i, element)
    } else if (does === 'remove') {
      sets[node] = remove(sets[node]!, element)
      for (const [tag, of] of tags[node]!) if (of === element) buried[node]!.add(tag)
    } else {
      sets[node] = merge(sets[node]!, sets[other]!)
      for (const [tag, of] of tags[other]!) tags[node]!.set(tag, of)
      for (const tag of buried[other]!) buried[node]!.add(tag)
    }
  })
  const alive = tags.map((own, n) => [...own].filter(([tag]) => !buried[n]!.has(tag)))
  return { sets, expected: alive.map((own) => [...new Set(own.map(([, of]) => of))].sort()) }
}
const moves = fc.array(
  fc.record({
    node: fc.nat(2),
    other: fc.nat(2),
    element: fc.constantFrom('A4', 'B7', 'constructor'),
    does: fc.constantFrom('add', 'remove', 'copy') as fc.Arbitrary<Move['does']>,
  }),
  { maxLength: 25 },
)

test('the set holds exactly what its specification with tags and tombstones holds', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const { sets, expected } = play(list)
      expect(sets.map(elements)).toEqual(expected)
    }),
    { seed: 13, numRuns: 300 },
  )
})

test('merging is the same in any order, in any grouping, and when repeated', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const [a, b, c] = play(list).sets as [OrSet, OrSet, OrSet]
      expect(merge(a, b)).toEqual(merge(b, a))
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
      expect(elements(merge(a, a))).toEqual(elements(a))
    }),
    { seed: 17 },
  )
})
