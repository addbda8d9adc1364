// Does SWIM give the numbers of its paper (Das, Gupta and Motivala 2002), as restated by
// “SWIM for Implementers” (Marsh 2022)?

import { describe, expect, test } from 'vitest'
import { factsAt, messagesOf, next, shoot, worldAt } from '@/lib/sim/film'
import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { type State, swim } from './index'

type Scenario = ScenarioOf<typeof swim, 'swim'>
type Line = NonNullable<Scenario['script']>[number]
const period = 1000
const film = (scenario: Partial<Scenario> & Pick<Scenario, 'nodes'>) =>
  run(
    swim,
    { protocol: 'swim', seed: 1, delay: 5, until: 60 * period, poster: 0, ...scenario },
    { limits: buildLimits, promises: false },
  )
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const spread = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((v) => (v - mean(values)) ** 2)))
/** Whether a mean of so many runs may have this expectation: four standard errors. */
const near = (values: readonly number[], expected: number) =>
  Math.abs(mean(values) - expected) <= (4 * spread(values)) / Math.sqrt(values.length)

/** Periods from a crash to the first probe that finds it, in so many runs. */
const detections = (nodes: number, runs: number, options: Scenario['options']) =>
  Array.from({ length: runs }, (_, seed) => {
    const script: Line[] = [[2500, { crash: 1 }]]
    const given = { together: true, suspicion: false, helpers: 0, spread: 0, ...options }
    const { facts } = film({ nodes, seed, options: given, script, until: 2500 + 14 * period })
    return facts.detectedAfter as number
  })
const expectedAfter = (n: number) => 1 / (1 - (1 - 1 / (n - 1)) ** (n - 1))

describe('first detection (§3.1: e/(e − 1) periods in a large group)', () => {
  test.each([
    [8, 400, 1.513],
    [32, 250, 1.565],
    [128, 80, 1.573],
  ])('%i members, targets by chance: 1/(1 − (1 − 1/(n − 1))ⁿ⁻¹) periods', (n, runs, printed) => {
    const found = detections(n, runs, { inTurn: false })
    expect(near(found, expectedAfter(n)), `${mean(found)}`).toBe(true)
    expect(Math.abs(expectedAfter(n) - printed)).toBeLessThan(0.01)
  })

  test.each([
    [8, 400, 1.46],
    [32, 250, 1.55],
    [128, 80, 1.59],
  ])('%i members, targets in turn: the same mean, %d', (n, runs, expected) => {
    const found = detections(n, runs, {})
    expect(near(found, expected), `${mean(found)}`).toBe(true)
  })

  test('the limit is e/(e − 1) = 1.5820', () => {
    expect(expectedAfter(1e7)).toBeCloseTo(Math.E / (Math.E - 1), 6)
  })
})

test('§4.3 in turn, one prober finds a failure within 2n − 1 periods', () => {
  const others = 5
  const found = Array.from({ length: 200 }, (_, seed) => {
    const begun = 1 + (seed % 7)
    const script: Line[] = [[begun * period + 500, { crash: 6 }]]
    const options = { together: true, helpers: 0, spread: 0, suspicion: false }
    const { world } = film({ nodes: others + 1, seed, script, options, until: 30 * period })
    return (world.nodes[0]!.state as State).found[6]! - begun
  })
  expect(Math.min(...found)).toBe(1)
  expect(Math.max(...found)).toBe(2 * others - 1)
})

/** The share of all probes that failed in one run of 40 members, with nobody faulty. */
const failing = (seed: number, r: number, helpers: number) => {
  let [probes, failed] = [0, 0]
  const judged: typeof swim.after.period = (s, here) => {
    if (s.probe) probes++
    if (s.probe?.answered === false) failed++
    return swim.after.period(s, here)
  }
  const watched = { ...swim, after: { ...swim.after, period: judged } }
  const it = { protocol: 'swim', nodes: 40, delay: 5, poster: 0, until: 100 * period }
  const options = { helpers, patience: 1000 }
  run(watched, { ...it, seed, loss: 1 - r, options }, { promises: false })
  return failed / probes
}

test.each([0, 1, 2, 3])(
  'r = 0.95, nobody faulty, k = %i helpers: a probe fails with (1 − r²)(1 − r⁴)ᵏ',
  (helpers) => {
    const r = 0.95
    const missed = Array.from({ length: 12 }, (_, seed) => failing(seed, r, helpers))
    const expected = (1 - r ** 2) * (1 - r ** 4) ** helpers
    expect(near(missed, expected), `${mean(missed)} for ${expected}`).toBe(true)
  },
)

/** Members wrongly found silent in one period, by each of 95 that are up of 100. */
const falsePositives = (helpers: number, r: number, q: number) =>
  Array.from({ length: 60 }, (_, seed) => {
    const script: Line[] = [1, 2, 3, 4, 5].map((node) => [500, { crash: node }] as const)
    const options = { helpers, together: true, inTurn: false }
    const it = { nodes: 100, seed, loss: 1 - r, options, script, until: 2 * period + 1 }
    const up = film(it).world.nodes.slice(5)
    const wrong = up.flatMap((n) => up.filter((o) => (n.state as State).found[o.id]))
    return wrong.length / up.length / (1 - Math.exp(-q))
  })

test('p = q (1 − r²)(1 − q r⁴)ᵏ / (1 − e^−q): r = q = 0.95 and p = 1 % need k = 1.83', () => {
  const [r, q, p] = [0.95, 0.95, 0.01]
  const k = Math.log(((p / q) * (1 - Math.exp(-q))) / (1 - r ** 2)) / Math.log(1 - q * r ** 4)
  expect(k).toBeCloseTo(1.8267, 4)
  const [one, two] = [falsePositives(1, r, q), falsePositives(2, r, q)]
  expect(mean(one)).toBeGreaterThan(p)
  expect(mean(two)).toBeLessThan(p)
  const formula = (h: number) => (q * (1 - r ** 2) * (1 - q * r ** 4) ** h) / (1 - Math.exp(-q))
  expect(near(one, formula(1)), `${mean(one)} for ${formula(1)}`).toBe(true)
  expect(near(two, formula(2)), `${mean(two)} for ${formula(2)}`).toBe(true)
})

test('§5 a failure is known to all of 100 after λ ln n periods, λ = 2 (99.9999 expected)', () => {
  const untold = Array.from({ length: 20 }, (_, seed) => {
    const script: Line[] = [[5500, { crash: 100 }]]
    const it = { nodes: 100, seed, script, options: { suspicion: false }, until: 30 * period }
    const one = shoot(swim, { protocol: 'swim', delay: 5, poster: 0, ...it })
    const knows = ({ says }: { says: readonly string[] }) => says.some((it) => /failed/.test(it))
    const first = next(one, 5500, knows)!
    const facts = factsAt(one, first.at + 2 * Math.log(100) * period)
    return 99 - (facts.informed as number)
  })
  expect(untold.reduce((a, b) => a + b, 0)).toBe(0)
})

describe('the load of a member does not grow with the group (§5)', () => {
  test.each([8, 32, 128])('%i members: one ping and one ack a period', (nodes) => {
    const events = film({ nodes, options: { together: true }, until: 10 * period + 500 }).events
    // A start each, then in each period a timer that begins it, a ping, an ack, a timer.
    expect(events).toBe(nodes + 10 * nodes * 4)
  })

  test('a direct probe that fails adds at most 4k messages', () => {
    const k = 3
    const sent = (seed: number, script: Line[]) => {
      const options = { together: true, helpers: k }
      const it = { nodes: 6, seed, options, script, until: 2 * period - 1 }
      const one = shoot(swim, { protocol: 'swim', delay: 5, poster: 0, ...it })
      const probes = worldAt(one, period).nodes.map((n) => (n.state as State).probe!.target)
      return { probes, messages: [...messagesOf(one)].length }
    }
    const added = Array.from({ length: 40 }, (_, seed) => {
      const { probes, messages } = sent(seed, [])
      expect(messages).toBe(12)
      if (probes[0] !== 2 || probes[1] === 1) return 0
      return sent(seed, [[0, { cut: { from: 2, to: 1 } }]]).messages - messages
    })
    expect(new Set(added)).toEqual(new Set([0, 4 * k]))
  })
})
