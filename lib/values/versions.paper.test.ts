// Versions of one object: what a write replaces, what stands beside it, and that copies agree.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Versions, versions } from './versions'

const { none, read, write, merge } = versions

test('a write replaces what its client had read and nothing else', () => {
  const first = write(none, {}, 'Sx', 'row 4')
  const context = read(first).context
  const a = write(first, context, 'Sy', 'row 5')
  const b = write(first, context, 'Sz', 'row 6')
  expect(read(a).values).toEqual(['row 5'])
  expect(read(merge(a, b)).values).toEqual(['row 5', 'row 6'])
})

// Dynamo (DeCandia et al. 2007), Figure 3.
test('the object of Dynamo Figure 3 ends as D5 once the branches are reconciled', () => {
  const d1 = write(none, {}, 'Sx', 'D1')
  const d2 = write(d1, read(d1).context, 'Sx', 'D2')
  const d3 = write(d2, read(d2).context, 'Sy', 'D3')
  const d4 = write(d2, read(d2).context, 'Sz', 'D4')
  const both = merge(d3, d4)
  expect(read(both)).toEqual({ values: ['D3', 'D4'], context: { Sx: 2, Sy: 1, Sz: 1 } })
  const d5 = write(both, read(both).context, 'Sx', 'D5')
  expect(read(d5)).toEqual({ values: ['D5'], context: { Sx: 3, Sy: 1, Sz: 1 } })
  expect(merge(d5, d3)).toEqual(d5)
})

// Preguiça et al. 2010, §4: a version vector per server alone would lose one of these.
test('two clients that write blindly through one server leave two siblings', () => {
  const one = write(none, {}, 'Sx', 'Ann')
  const two = write(one, {}, 'Sx', 'Ben')
  expect(read(two).values).toEqual(['Ann', 'Ben'])
})

type Move = { node: number; other: number; does: 'read' | 'write' | 'copy' }

/** Three copies after random reads, writes and exchanges. */
function play(moves: readonly Move[]): Versions[] {
  const copies = [none, none, none]
  const contexts = [{}, {}, {}]
  moves.forEach(({ node, other, does }, i) => {
    if (does === 'read') contexts[other] = read(copies[node]!).context
    else if (does === 'write') copies[node] = write(copies[node]!, contexts[other]!, node, i)
    else copies[node] = merge(copies[node]!, copies[other]!)
  })
  return copies
}
const move = fc.record({
  node: fc.nat(2),
  other: fc.nat(2),
  does: fc.constantFrom('read', 'write', 'copy') as fc.Arbitrary<Move['does']>,
})

test('merging is the same in any order, in any grouping, and when repeated', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
      const [a, b, c] = play(moves) as [Versions, Versions, Versions]
      expect(merge(a, b)).toEqual(merge(b, a))
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
      expect(merge(a, a)).toEqual(a)
      expect(merge(merge(a, b), b)).toEqual(merge(a, b))
    }),
    { seed: 3 },
  )
})
