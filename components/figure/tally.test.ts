// Many runs in a few rows.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/sim/protocol'
import { tally } from './tally'

const runs = (values: readonly Json[]) => values.map((value, seed) => ({ seed, at: null, value }))

describe('a tally of runs', () => {
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

  it('has every run in one row, whatever the values are', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 80 }), (values) => {
        const seeds = tally(runs(values)).flatMap((row) => row.seeds)
        expect([...seeds].sort((a, b) => a - b)).toEqual(values.map((_, i) => i))
      }),
    )
  })
})
