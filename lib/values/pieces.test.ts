// Is a list in pieces the list it stands for, and does it share what has not changed?

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Pieces, pieces } from './pieces'

test('a list in pieces grows, changes and shrinks as a plain one does', () => {
  const step = fc.oneof(
    fc.array(fc.nat(99), { maxLength: 150 }).map((more) => ({ more, part: 0 })),
    fc.integer({ min: 2, max: 5 }).map((part) => ({ more: [] as number[], part })),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let [all, plain]: [Pieces<number>, number[]] = [[], []]
      for (const { more, part } of steps) {
        const into = (n: number) => (part && n % part === 0 ? undefined : n + (part ? 1 : 0))
        all = pieces.and(pieces.turn(all, into), more)
        plain = [...plain.map(into).filter((n) => n !== undefined), ...more]
        expect(all.flat()).toEqual(plain)
        expect(pieces.count(all)).toBe(plain.length)
        expect(all.every((piece) => piece.length > 0)).toBe(true)
      }
    }),
    { seed: 64, numRuns: 200 },
  )
})

test('what has not changed is shared', () => {
  const numbers = Array.from({ length: 1000 }, (_, i) => i)
  const all = pieces.and([], numbers)
  const shared = (other: Pieces<number>) => other.filter((piece) => all.includes(piece)).length
  expect(shared(pieces.and(all, [1000]))).toBe(all.length - 1)
  expect(shared(pieces.turn(all, (n) => (n === 500 ? undefined : n)))).toBe(all.length - 1)
  expect(pieces.and(all, [])).toBe(all)
})
