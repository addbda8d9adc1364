// Do quorums give the numbers of PBS (Bailis et al. 2012)? 50,000 operations, or with PAPERS=1
// 400,000.

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario, Delay } from '@/lib/sim/scenario'
import { staleChance, withinVersions } from '@/lib/values/quorum'
import { quorum } from './index'
import type { Op, Quorum, State } from './kind'

type Options = Partial<Values<Quorum['options']>>
const operations = process.env.PAPERS ? 400_000 : 50_000
const pairs = 250

/** The operations of one client in many runs, a write and a read by turns. */
function workload(n: number, options: Options, delay: AnyScenario['delay'], share = 1): Op[][] {
  const runs: Op[][] = []
  for (let seed = 0; seed * 2 * pairs < operations * share; seed++) {
    const scenario: AnyScenario = {
      protocol: 'quorum',
      nodes: [...Array<string>(n).fill('replica'), 'client'],
      options: { ...options, pairs, patience: 600_000 },
      delay,
      seed,
      until: 1e9,
      poster: 0,
    }
    const { world } = run(quorum, scenario, { limits: buildLimits, promises: false })
    runs.push([...(world.nodes[n]!.state as State).ops])
  }
  return runs
}

/** How many versions behind the write before it each read of a run is. */
const behind = (ops: readonly Op[]) =>
  ops.flatMap((op, i) => (op.type === 'read' ? [ops[i - 1]!.version.n - op.version.n] : []))

/** Whether a share of n draws is within four standard deviations of its chance. */
const near = (share: number, chance: number, n: number) => {
  const variance = (chance * (1 - chance)) / n
  return (share - chance) * (share - chance) <= 16 * variance
}

describe('writes that reach W copies, reads of R (PBS §3.1)', () => {
  test.each([
    [3, 1, 1],
    [3, 1, 2],
    [3, 2, 1],
    [2, 1, 1],
    [5, 2, 2],
  ])('N=%i R=%i W=%i is within k versions with chance 1 − pᵏ', (n, r, w) => {
    // The first reads have too few versions behind them to miss.
    const late = workload(n, { r, w, spread: 'quorum' }, 1, 0.4).flatMap((ops) =>
      behind(ops).slice(20),
    )
    for (const k of [1, 2, 3, 5, 10]) {
      const share = late.filter((it) => it < k).length / late.length
      expect(near(share, withinVersions(n, r, w, k), late.length), `k = ${k}: ${share}`).toBe(true)
    }
    expect(staleChance(n, r, w)).toBeGreaterThan(0)
  })

  test.each([
    [3, 2, 2],
    [3, 1, 3],
    [4, 3, 2],
  ])('N=%i R=%i W=%i overlap, and no read is stale', (n, r, w) => {
    const late = workload(n, { r, w, spread: 'quorum' }, 1, 0.4).flatMap(behind)
    expect(Math.max(...late)).toBe(0)
  })
})

// The fits of PBS §5.3 to LinkedIn's disks and Yammer's Riak: W, and A = R = S.
const ssd: Delay = {
  mix: [
    [0.9122, { pareto: [0.235, 10] }],
    [0.0878, { exponential: 1 / 1.66 }],
  ],
}
const fits: { readonly [system: string]: AnyScenario['delay'] } = {
  'LNKD-SSD': ssd,
  YMMR: {
    each: {
      write: {
        mix: [
          [0.939, { pareto: [3, 3.35] }],
          [0.061, { exponential: 1 / 0.0028 }],
        ],
      },
    },
    other: {
      mix: [
        [0.982, { pareto: [1.5, 3.8] }],
        [0.018, { exponential: 1 / 0.0217 }],
      ],
    },
  },
}

/** R, W, system, the 99.9th percentiles of reads and writes, and t for 99.9 % fresh, in ms. */
const table4 = [
  [1, 1, 'LNKD-SSD', 0.66, 0.66, 1.85],
  [1, 1, 'YMMR', 5.58, 10.83, 1364],
  [1, 2, 'LNKD-SSD', 0.66, 1.63, 1.79],
  [1, 2, 'YMMR', 5.61, 427.12, 1352],
  [2, 1, 'LNKD-SSD', 1.63, 0.65, 0],
  [2, 1, 'YMMR', 32.6, 10.73, 202],
  [2, 2, 'LNKD-SSD', 1.62, 1.64, 0],
  [2, 2, 'YMMR', 33.18, 428.11, 0],
  [3, 1, 'LNKD-SSD', 4.14, 0.65, 0],
  [3, 1, 'YMMR', 219.27, 10.79, 0],
  [1, 3, 'LNKD-SSD', 0.65, 4.09, 0],
  [1, 3, 'YMMR', 5.63, 1870.86, 0],
] as const

/** The values between which the 99.9th percentile lies, four standard deviations either way. */
function percentile(times: readonly number[]): readonly [number, number] {
  const sorted = [...times].sort((a, b) => b - a)
  const rank = sorted.length / 1000
  const four = 4 * Math.sqrt(rank)
  return [sorted[Math.ceil(rank + four)]!, sorted[Math.max(0, Math.floor(rank - four))]!]
}

describe('writes that go to all copies and wait for W (PBS Table 4, N = 3)', () => {
  test.each(table4)('R=%i W=%i on %s: %d and %d ms, fresh after %d ms', (r, w, on, lr, lw, t) => {
    const at = (lag: number) => workload(3, { r, w, lag }, fits[on]!, t ? 0.5 : 1).flat()
    const early = at(t * 0.85)
    const ops = t ? [...early, ...at(t * 1.15)] : early
    for (const [type, printed] of [
      ['read', lr],
      ['write', lw],
    ] as const) {
      const times = ops.filter((op) => op.type === type).map((op) => op.to! - op.from)
      const [low, high] = percentile(times)
      expect(low, `${type}s`).toBeLessThanOrEqual(printed * 1.05 + 0.005)
      expect(high, `${type}s`).toBeGreaterThanOrEqual(printed * 0.95 - 0.005)
    }
    const stale = (some: readonly Op[]) => behind(some).filter((it) => it > 0).length
    const allowed = early.length / 2 / 1000
    const four = 4 * Math.sqrt(allowed)
    if (t) expect(stale(early)).toBeGreaterThanOrEqual(allowed - four)
    expect(stale(t ? ops.slice(early.length) : early)).toBeLessThanOrEqual(allowed + four)
  })

  test.each([
    ['LNKD-SSD', 0.974],
    ['YMMR', 0.887],
  ] as const)('R=W=1 on %s: a read at once is fresh with chance %d', (on, fresh) => {
    const late = workload(3, { r: 1, w: 1 }, fits[on]!).flatMap(behind)
    const share = late.filter((it) => it === 0).length / late.length
    expect(Math.abs(share - fresh)).toBeLessThan(0.007)
  })
})
