// Many runs in a few rows.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/sim/protocol'
import { amongWords, seedAfter, tally } from './tally'

const runs = (values: readonly Json[]) => values.map((value, seed) => ({ seed, at: null, value }))

describe('a tally of runs', () => {
  it('opens another run than the one that is shown, and each of a row in turn', () => {
    const [row] = tally(runs([7, 7, 7]))
    expect([0, 1, 2, 9].map((shown) => seedAfter(row!, shown))).toEqual([1, 2, 0, 0])
    expect(amongWords(row!)).toBe('one of 3 runs')
    expect(amongWords(tally(runs([7]))[0]!)).toBe('the only run')
  })

  it('counts values as they are where they are few', () => {
    expect(tally(runs([2, 1, 2, null, 2]))).toEqual([
      { says: '1', seeds: [1] },
      { says: '2', seeds: [0, 2, 4] },
      { says: 'none', seeds: [3] },
    ])
    expect(tally(runs([true, false, true]))).toEqual([
      { says: 'false', seeds: [1] },
      { says: 'true', seeds: [0, 2] },
    ])
  })

  it('puts many unlike numbers into equal steps, and those without a value apart', () => {
    const rows = tally(runs([...Array.from({ length: 121 }, (_, i) => i), null]))
    expect(rows[0]).toEqual({ says: '0 to 10', seeds: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] })
    expect(rows.at(-1)).toEqual({ says: 'none', seeds: [121] })
  })

  it('names its rows apart where numbers lie close together, far from 0', () => {
    for (const step of [1e-7, 1e-3, 0.1]) {
      const rows = tally(runs(Array.from({ length: 50 }, (_, i) => 1000 + i * step)))
      expect(new Set(rows.map(({ says }) => says)).size).toBe(12)
      for (const { says } of rows) expect(says).toMatch(/^100\d[\d.]* to 100\d[\d.]*$/)
    }
  })

  it('writes no number finer than it takes to tell them apart', () => {
    const says = (values: readonly Json[]) => tally(runs(values)).map((row) => row.says)
    expect(says([0.1, 0.2, 0.1 + 0.2])).toEqual(['0.1', '0.2', '0.3'])
    expect(says([153.48273648236, 160.2, null])).toEqual(['153.483', '160.2', 'none'])
    expect(says([1234567.75, 1234567.5])).toEqual(['1234567.5', '1234567.8'])
    expect(says([12_345, 2.5])).toEqual(['2.5', '12345'])
    // What differs by a rounding alone is the same number.
    expect(says([0.3, 0.1 + 0.2])).toEqual(['0.3'])
  })

  it('has every run in one row, whatever the values are', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ noNaN: true, min: 1, max: 1 + 1e-12 }),
      fc.constantFrom(-1e308, 1e308),
      fc.boolean(),
      fc.constant(null),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 80 }), (values) => {
        const rows = tally(runs(values))
        const seeds = rows.flatMap((row) => row.seeds)
        expect(new Set(rows.map((row) => row.says)).size).toBe(rows.length)
        expect([...seeds].sort((a, b) => a - b)).toEqual(values.map((_, i) => i))
      }),
    )
  })
})
