// Vector clocks against Dynamo's Figure 3, and against happened-before on random runs.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type VectorClock, vectorClock } from './vector-clock'

const { tick, merge, compare, covers, zero } = vectorClock

describe('version vectors', () => {
  // Dynamo (DeCandia et al. 2007), Figure 3.
  test('follow the object of Dynamo Figure 3 through its five versions', () => {
    const d1 = tick(zero, 'Sx')
    const d2 = tick(d1, 'Sx')
    const d3 = tick(d2, 'Sy')
    const d4 = tick(d2, 'Sz')
    expect(d2).toEqual({ Sx: 2 })
    expect(compare(d1, d2)).toBe('before')
    expect(compare(d3, d4)).toBe('concurrent')
    expect(merge(d3, d4)).toEqual({ Sx: 2, Sy: 1, Sz: 1 })
    const d5 = tick(merge(d3, d4), 'Sx')
    expect(d5).toEqual({ Sx: 3, Sy: 1, Sz: 1 })
    expect(covers(d5, d3) && covers(d5, d4)).toBe(true)
  })

  test('take a node that is left out for one that counted nothing', () => {
    expect(compare({ a: 1, b: 0 }, { a: 1 })).toBe('equal')
    expect(compare({}, { a: 1 })).toBe('before')
    expect(compare({ constructor: 1 }, {})).toBe('after')
    expect(compare({}, { toString: 1 })).toBe('before')
    expect(Object.entries(merge({}, tick({}, '__proto__')))).toEqual([['__proto__', 1]])
  })
})

/** One random run of three nodes: its events' clocks, and who happened before whom. */
function play(steps: readonly (readonly [node: number, hears: number])[]) {
  const clocks: VectorClock[] = []
  const before: Set<number>[] = []
  const last: number[] = []
  steps.forEach(([node, hears], i) => {
    const causes = [last[node], i > 0 ? hears % i : undefined].filter((c) => c !== undefined)
    before.push(new Set(causes.flatMap((c) => [c, ...before[c]!])))
    clocks.push(tick(causes.map((c) => clocks[c]!).reduce(merge, zero), node))
    last[node] = i
  })
  return { clocks, before }
}

test('a clock is before another exactly if its event happened before the other', () => {
  const step = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.nat(100))
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
      const { clocks, before } = play(steps)
      for (let i = 0; i < steps.length; i++)
        for (let j = 0; j < i; j++)
          expect(compare(clocks[j]!, clocks[i]!) === 'before').toBe(before[i]!.has(j))
    }),
    { seed: 7, numRuns: 200 },
  )
})
