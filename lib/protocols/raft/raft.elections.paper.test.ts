// Raft's elections take as long as the paper measured (Figure 16), and split as often as the
// thesis derives.

import { describe, expect, it } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Facts } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { raft } from './index'

const factsOf = (scenario: AnyScenario): Facts => {
  const { facts, stopped } = run(raft, scenario, { promises: false })
  expect(stopped).toBeUndefined()
  return facts
}

/**
 * Figure 16: five servers, logs of different length so that two of the four left can win, delays
 * of U(2, 4) ms, no disk. n5 leads and heartbeats at half the least timeout; its followers'
 * answers are cut off, so that their logs stay as they are. It crashes at a uniform moment of its
 * heartbeat interval. Measured is the time until the last of the others has heard the new leader.
 */
const crashOfLeader = (seed: number, election: readonly [number, number]) => {
  const heartbeat = election[0] / 2
  const crash = 10 * election[0] + ((seed * 0.6180339887498949) % 1) * heartbeat
  const silence = [1, 2, 3, 4].map((from): Line => [7.99, { cut: { from, to: 5 } }])
  const scenario = {
    protocol: 'raft',
    nodes: 5,
    seed,
    delay: [2, 4],
    options: { election, heartbeat, logs: [1, 2, 3, 4, 5].map((n) => Array(n).fill(1)) },
    script: [[0, { ask: { node: 5, type: 'campaign' } }], ...silence, [crash, { crash: 5 }]],
    until: crash + 3 * election[1],
    poster: 0,
  } as const satisfies AnyScenario
  return { scenario, crash }
}

const downtimes = (election: readonly [number, number], runs: number) => {
  const all = Array.from({ length: runs }, (_, seed) => {
    const { scenario, crash } = crashOfLeader(seed, election)
    const first = factsOf(scenario).heardAfter
    const heard = first ?? factsOf({ ...scenario, until: crash + 20_000 }).heardAfter
    return (heard as number) - crash
  })
  return all.sort((a, b) => a - b)
}

describe('Figure 16 (extended version; 15 in the proceedings): crash to new leader heard', () => {
  // Quantiles read from the curves of the thesis's leaderelection/*.svg (CC-BY), 1,000 trials.
  const published = [
    { election: [150, 175], quantiles: [121, 141, 164] },
    { election: [150, 200], quantiles: [125, 146, 167] },
    { election: [150, 300], quantiles: [144, 171, 208] },
  ] as const
  const runs = 2000
  const medians: number[] = []

  it.each(published)(
    'timeouts of $election ms: quartiles within 5 %',
    ({ election, quantiles }) => {
      const times = downtimes(election, runs)
      const measured = [0.25, 0.5, 0.75].map((p) => times[Math.floor(p * runs)]!)
      for (const [i, reference] of quantiles.entries()) {
        const off = measured[i]! / reference - 1
        expect(off, `p${25 * (i + 1)}: ${measured[i]} for ${reference} ms`).toBeGreaterThan(-0.05)
        expect(off, `p${25 * (i + 1)}: ${measured[i]} for ${reference} ms`).toBeLessThan(0.05)
      }
      medians.push(measured[1]!)
    },
  )
  it('the medians are in the order of the spreads', () => {
    expect(medians).toHaveLength(published.length)
    expect(medians).toEqual([...medians].sort((a, b) => a - b))
  })
  it('the text’s numbers: 5 ms of randomness, median 287 ms; 12–24 ms, 35 ms on average', () => {
    expect(Math.abs(downtimes([150, 155], runs)[runs / 2]! / 287 - 1)).toBeLessThan(0.05)
    const short = downtimes([12, 24], runs)
    const mean = short.reduce((sum, t) => sum + t, 0) / runs
    const variance = short.reduce((sum, t) => sum + (t - mean) ** 2, 0) / runs
    expect(Math.abs(mean - 35)).toBeLessThan(0.5 + 4 * Math.sqrt(variance / runs))
  })
  it('with no randomness an election takes longer than 10 s', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { scenario, crash } = crashOfLeader(seed, [150, 150])
      const { leader, term } = factsOf({ ...scenario, until: crash + 10_000 })
      expect(leader).toBe(0)
      expect(term).toBeGreaterThan(60)
    }
  })
  it('the downtime is rarely less than half of the least timeout', () => {
    expect(downtimes([150, 300], 200)[0]).toBeGreaterThan(75)
  })
})

describe('Split votes: fixed one-way latency l, in parts of the range of timeouts', () => {
  const choose = (n: number, k: number): number =>
    k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k
  /** Ongaro's thesis, §9.2: `s` of `n` servers are left; c of them must time out within l. */
  const formula = (n: number, s: number, l: number) => {
    const c = s - Math.floor(n / 2) + 1
    let sum = 0
    for (let k = c - 1; k <= s; k++) sum += choose(s, k) * l ** k * (1 - l) ** (s - k)
    return sum
  }
  it('the formula gives the printed values', () => {
    expect(formula(5, 4, 0.01)).toBeCloseTo(0.000592, 6)
    expect(formula(5, 4, 0.1)).toBeCloseTo(0.0523, 4)
    expect(formula(9, 5, 0.2)).toBeCloseTo(0.6723, 4)
    expect(formula(7, 6, 0.2)).toBeCloseTo(0.0989, 4)
  })

  it.each([
    [5, 4, 0.1],
    [5, 4, 0.2],
    [5, 3, 0.2],
    [7, 6, 0.2],
    [9, 7, 0.2],
    [9, 6, 0.2],
    [9, 5, 0.2],
    [9, 5, 0.1],
  ])('%i servers, %i left, l = %f: first elections split as often as that', (n, s, l) => {
    const runs = 2000
    const down = Array.from({ length: n - s }, (_, i): Line => [0, { crash: n - i }])
    let splits = 0
    for (let seed = 0; seed < runs; seed++) {
      const { leader, term } = factsOf({
        protocol: 'raft',
        nodes: n,
        seed,
        delay: 1000 * l,
        options: { election: [1000, 2000], heartbeat: 500 },
        script: down,
        until: 2000 + 2000 * l,
        poster: 0,
      })
      if (leader === 0 || term !== 1) splits++
    }
    const p = formula(n, s, l)
    expect(Math.abs(splits / runs - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / runs))
  })

  it('the first of s timers runs out after 1/(s + 1) of the range on average', () => {
    for (const s of [2, 4, 9]) {
      const firsts = Array.from({ length: 2000 }, (_, seed) => {
        const options = { election: [1000, 2000], randomised: true }
        const { world } = run(
          raft,
          { protocol: 'raft', nodes: s, seed, delay: 1, options, until: 1, poster: 0 },
          { promises: false },
        )
        return (Math.min(...world.nodes.map(({ timers }) => timers[0]!.due)) - 1000) / 1000
      })
      const mean = firsts.reduce((sum, t) => sum + t, 0) / firsts.length
      // Beta(1, s): its standard deviation is the square root of s/((s + 1)²(s + 2)).
      const sd = Math.sqrt(s / ((s + 1) ** 2 * (s + 2)))
      expect(Math.abs(mean - 1 / (s + 1))).toBeLessThan((4 * sd) / Math.sqrt(2000))
    }
  })
})
