// Does each rule of a failure detector do as it says? One test per rule.

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { deviationsFor } from '@/lib/values/phi'
import { allowance, type Heartbeat, heartbeat, type State } from './heartbeat'
import { done, hereOf, said } from './here'

const nodes = ['node', 'node', 'watcher'] as const
type Options = Partial<Values<Heartbeat['options']>>
const at = (self: number, clock = 0, options: Options = {}) =>
  hereOf(heartbeat, { nodes, self, clock, options })
const [watching] = heartbeat.start(at(3))
const beat = (s: State, nth: number, clock: number, options: Options = {}) =>
  heartbeat.on.beat(s, { nth }, 1, at(3, clock, options))

describe('heartbeat', () => {
  test('a node beats to the watchers, or to all others where there are none', () => {
    const step = heartbeat.after.beat(heartbeat.start(at(1))[0], at(1))
    expect(done(step)).toEqual([
      { do: 'send', to: 3, type: 'beat', body: { nth: 1 } },
      { do: 'wait', timer: 'beat', ms: 100 },
    ])
    const alone = hereOf(heartbeat, { nodes: 3, self: 1 })
    const to = done(heartbeat.after.beat(heartbeat.start(alone)[0], alone))
    expect(to.map((e) => (e as { to?: number }).to)).toEqual([2, 3, undefined])
  })

  test('nodes start at random moments of the interval', () => {
    const first = done(heartbeat.start(hereOf(heartbeat, { nodes, self: 1, dice: 0.3 })))
    expect(first).toEqual([{ do: 'wait', timer: 'beat', ms: 30 }])
  })

  test('who has been silent for the timeout is suspected', () => {
    const [heard] = beat(watching, 1, 100)
    const early = heartbeat.after.look(heard, at(3, 249))
    expect(said(early)).toEqual([])
    const step = heartbeat.after.look(heard, at(3, 250))
    expect(said(step)).toEqual(['n3 suspects n2'])
    expect(step[0].others[2]!.suspected).toBe(250)
    expect(done(step)).toEqual([{ do: 'wait', timer: 'look', ms: 100 }])
  })

  test('who is heard again is no longer suspected', () => {
    const [gone] = heartbeat.after.look(watching, at(3, 250))
    const step = beat(gone, 1, 300)
    expect(step[0]).toMatchObject({ suspicions: 2, revoked: 1 })
    expect(said(step)).toEqual(['n3 hears n1 again'])
  })

  test('a beat that was overtaken, or comes twice, is not news', () => {
    const [heard] = beat(watching, 2, 100)
    expect(beat(heard, 1, 110)).toEqual([heard])
    expect(beat(heard, 2, 110)).toEqual([heard])
  })

  test('the last gaps are remembered, also those that ended a suspicion (§4)', () => {
    const [one] = beat(watching, 1, 70)
    const [two] = beat(one, 2, 180)
    const [gone] = heartbeat.after.look(two, at(3, 900))
    const [back] = beat(gone, 9, 950)
    expect([one, two, back].map((s) => s.others[1]!.gaps)).toEqual([[], [110], [110, 770]])
    const [three] = beat(back, 10, 1040, { window: 2 })
    expect(three.others[1]!.gaps).toEqual([770, 90])
  })

  // Hayashibara et al. measure by a clock that nobody sets; Akka, Cassandra by a monotonic one.
  test('a clock set back measures no gap, and postpones no suspicion by what it repeats', () => {
    const [one] = beat(watching, 1, 1000)
    const [two] = beat(one, 2, 1100)
    const [back, ...effects] = beat(two, 3, 200)
    expect(back.others[1]).toMatchObject({ heard: 200, gaps: [100] })
    expect(back.others[2]).toMatchObject({ heard: 0, suspected: null })
    expect(done([back, ...effects])).toEqual([{ do: 'wait', timer: 'look', ms: 50 }])
    const [looked, ...again] = heartbeat.after.look(two, at(3, -500))
    expect(looked.others[1]!.heard).toBe(-500)
    expect(done([looked, ...again])).toEqual([{ do: 'wait', timer: 'look', ms: 250 }])
  })

  test('φ allows what the gaps make likely (Hayashibara et al. 2004 §4)', () => {
    const allowed = allowance(at(3, 0, { detector: 'φ accrual', threshold: 8, least: 1 }))
    const y = deviationsFor(8)
    expect(allowed([90, 110])).toBeCloseTo(100 + 10 * y, 9)
    expect(allowed([100, 100])).toBeCloseTo(100 + 1 * y, 9)
    // Before two gaps are known: the interval, give or take a quarter.
    expect(allowed([])).toBeCloseTo(100 + 25 * y, 9)
  })

  test('a node that wakes counts on, and forgets whom it suspected', () => {
    const [gone] = heartbeat.after.look(watching, at(3, 250))
    const [woken] = heartbeat.wake!({ ...gone, beats: 7 }, at(3, 400))
    expect(woken).toMatchObject({ beats: 7, suspicions: 0, others: { 1: { suspected: null } } })
  })
})

describe('from jumpy to slow', () => {
  const mean = (options: Options) => {
    let alarms = 0
    let after = 0
    const seeds = 60
    for (let seed = 0; seed < seeds; seed++) {
      const scenario: AnyScenario = {
        protocol: 'heartbeat',
        nodes: ['node', 'watcher'],
        seed,
        delay: { exponential: 40 },
        options,
        script: [[5000, { crash: 1 }]],
        until: 10_000,
        poster: 0,
      }
      const { facts } = run(heartbeat, scenario, { promises: false })
      alarms += facts.revoked as number
      after += facts.detectedAfter as number
    }
    return { alarms: alarms / seeds, after: after / seeds }
  }

  test('how long it takes to find the dead does not depend on where the clocks stand', () => {
    const facts = (clocks: readonly { offset?: number }[]) =>
      run(
        heartbeat,
        {
          ...{ protocol: 'heartbeat', nodes: ['watcher', 'watcher', 'node'], seed: 1, delay: 5 },
          ...{ clocks, script: [[2000, { crash: 3 }]], until: 6000, poster: 0 },
        },
        { promises: false },
      ).facts
    const right = facts([])
    expect(right.detectedAfter).toBe(255)
    const wrong = facts([{ offset: 5000 }, { offset: -300 }, { offset: 70 }])
    expect(wrong.detectedAfter).toBeCloseTo(255, 6)
    expect(wrong.detectedAt).toBeCloseTo(right.detectedAt as number, 6)
  })

  test('a longer timeout raises fewer false alarms, and finds the dead later', () => {
    const rows = [130, 200, 300, 500].map((timeout) => mean({ timeout }))
    for (let i = 1; i < rows.length; i++) {
      expect(rows[i]!.alarms).toBeLessThanOrEqual(rows[i - 1]!.alarms)
      expect(rows[i]!.after).toBeGreaterThan(rows[i - 1]!.after)
    }
    expect(rows[0]!.alarms).toBeGreaterThan(1)
    expect(rows[3]!.alarms).toBeLessThan(0.05)
  })

  test('so does a higher threshold of φ', () => {
    const rows = [0.7, 1, 3, 8].map((threshold) => mean({ detector: 'φ accrual', threshold }))
    for (let i = 1; i < rows.length; i++) {
      expect(rows[i]!.alarms).toBeLessThanOrEqual(rows[i - 1]!.alarms)
      expect(rows[i]!.after).toBeGreaterThan(rows[i - 1]!.after)
    }
  })
})
