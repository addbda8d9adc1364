// Does gossip give the numbers of Demers et al. 1987 (n = 1000, synchronous cycles)?

import { expect, test } from 'vitest'
import { factsAt, shoot } from '@/lib/sim/film'
import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { Values } from '@/lib/sim/protocol'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { gossip } from './index'
import type { Gossip } from './kind'

type Options = Partial<Values<Gossip['options']>>
const cycle = 100
const scenario = (nodes: number, seed: number, options: Options, cycles: number, delay = 10) =>
  ({
    protocol: 'gossip',
    nodes,
    seed,
    delay,
    options: { pace: 'cycles', every: cycle, ...options },
    script: [[0, { ask: { node: 1, type: 'tell' } }]],
    until: cycles * cycle,
    poster: 0,
  }) as const satisfies ScenarioOf<typeof gossip, 'gossip'>
const factsOf = (...given: Parameters<typeof scenario>) =>
  run(gossip, scenario(...given), { limits: buildLimits, promises: false }).facts

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
/** Of so many runs with that deviation each: four standard errors, and half of the last digit. */
const near = (values: readonly number[], printed: number, deviation: number, digit: number) =>
  Math.abs(mean(values) - printed) <= (4 * deviation) / Math.sqrt(values.length) + digit / 2

/** k; then residue, traffic and last cycle as printed, each with the deviation of one run. */
type Row = readonly [k: number, ...(readonly [printed: number, deviation: number, digit: number])[]]
const holds = ([k, s, m, last]: Row, options: Options, cycles: number, runs: number) => {
  const all = Array.from({ length: runs }, (_, i) => factsOf(1000, i, { ...options, k }, cycles))
  for (const [fact, row] of [
    ['residue', s!],
    ['traffic', m!],
    ['lastHeard', last!],
  ] as const) {
    const values = all.map((facts) => facts[fact] as number)
    expect(near(values, ...row), `${fact}: ${mean(values)}, printed ${row[0]}`).toBe(true)
  }
  // Pushing obeys s = e^−m (§1.4).
  const traffic = mean(all.map((facts) => facts.traffic as number))
  const residue = mean(all.map((facts) => facts.residue as number))
  if (options.way !== 'pull') expect(Math.log(residue) / -traffic).toBeCloseTo(1, 0)
}

test.each([
  [1, [0.18, 0.015, 0.01], [1.7, 0.036, 0.1], [16.8, 1.3, 0.1]],
  [2, [0.037, 0.0065, 0.001], [3.3, 0.034, 0.1], [16.9, 1.1, 0.1]],
  [3, [0.011, 0.0034, 0.001], [4.5, 0.035, 0.1], [17.4, 1.2, 0.1]],
  [4, [0.0036, 0.0019, 0.0001], [5.6, 0.037, 0.1], [17.5, 1.2, 0.1]],
  [5, [0.0012, 0.0012, 0.0001], [6.7, 0.039, 0.1], [17.7, 1.2, 0.1]],
])('Table 1, push with feedback and counter, k = %i', (...row) => {
  holds(row as unknown as Row, { way: 'push', stops: 'counter' }, 60, 12)
})

test.each([
  [1, [0.96, 0.021, 0.01], [0.04, 0.021, 0.01], [38, 21, 1]],
  [2, [0.2, 0.045, 0.01], [1.6, 0.11, 0.1], [33, 4.6, 1]],
  [3, [0.06, 0.01, 0.001], [2.8, 0.097, 0.1], [32, 4.1, 1]],
  [4, [0.021, 0.0052, 0.001], [3.9, 0.12, 0.1], [32, 4.9, 1]],
  [5, [0.008, 0.0029, 0.001], [4.9, 0.15, 0.1], [32, 5.9, 1]],
])('Table 2, push, blind, with a coin, k = %i', (...row) => {
  holds(row as unknown as Row, { way: 'push', stops: 'coin', feedback: false }, 250, 12)
})

test('the rumour equation s = e^−(k+1)(1−s): a coin with feedback leaves 20 % and 6 %', () => {
  for (const [k, s] of [
    [1, 0.203188],
    [2, 0.05952],
  ] as const) {
    const options: Options = { stops: 'coin', k, pace: 'random' }
    const all = Array.from({ length: 10 }, (_, i) => factsOf(1000, i, options, 100, 0.01))
    // A rumour that dies at its first contacts is not what the equation is about.
    const left = all.map((facts) => facts.residue as number).filter((it) => it < 0.5)
    expect(near(left, s, k === 1 ? 0.03 : 0.02, 0.01), `${mean(left)} for ${s}`).toBe(true)
  }
})

test.each([
  [100, 12.38, 1.35, 40],
  [1000, 17.97, 1.25, 6],
])('pushing anti-entropy: %i sites hear in log₂ n + ln n + O(1) = %d', (n, cycles, sd, runs) => {
  const options: Options = { stops: 'never' }
  const last = Array.from({ length: runs }, (_, i) => {
    const facts = factsOf(n, i, options, 30)
    expect(facts.know).toBe(n)
    return facts.lastHeard as number
  })
  expect(near(last, cycles, sd, 0.01), `${mean(last)}`).toBe(true)
  expect(Math.abs(cycles - Math.log2(n) - Math.log(n) - 1.05)).toBeLessThan(0.1)
})

/** The share that has not heard, cycle by cycle, in one run of 1000 sites. */
const susceptible = (way: 'push' | 'pull', seed: number) => {
  const options: Options = { way, stops: 'never' }
  const film = shoot(gossip, scenario(1000, seed, options, 25), buildLimits)
  return Array.from({ length: 24 }, (_, i) => {
    const { know } = factsAt(film, i * cycle + 90)
    return 1 - (know as number) / 1000
  })
}

test('§1.3 in the end pulling squares the share p of the susceptible, pushing gives p/e', () => {
  const expected = {
    pull: (p: number) => p * p,
    push: (p: number) => p * (1 - 1 / 1000) ** (1000 * (1 - p)),
  }
  for (const way of ['push', 'pull'] as const) {
    const p = susceptible(way, 3)
    const late = p.findIndex((it) => it < 0.5)
    expect(late).toBeGreaterThan(0)
    for (let i = late; p[i]! > 0.01; i++) {
      const chance = expected[way](p[i]!)
      const four = 4 * Math.sqrt((p[i]! * 1000 * (chance / p[i]!)) / 1e6)
      expect(Math.abs(p[i + 1]! - chance), `${way}: ${p[i]} → ${p[i + 1]}`).toBeLessThan(four)
    }
  }
})
