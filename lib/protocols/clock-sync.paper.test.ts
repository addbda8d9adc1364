// Do films of drifting and corrected clocks give the numbers of the papers?

import { describe, expect, test } from 'vitest'
import { factsAt, shoot } from '@/lib/sim/film'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { clockSync, type State } from './clock-sync'
import { hereOf } from './here'

type Clocks = ScenarioOf<typeof clockSync, 'clock-sync'>
const day = 86_400_000
const film = (scenario: Omit<Clocks, 'protocol' | 'seed' | 'poster'>) =>
  shoot(clockSync, { protocol: 'clock-sync', seed: 1, poster: 0, ...scenario })

describe('four quartz clocks over a day, left alone', () => {
  const ppm = [-40, -5, 12, 35]
  const alone = film({
    nodes: 4,
    delay: 1,
    until: day,
    clocks: ppm.map((driftPpm) => ({ driftPpm })),
  })
  const facts = factsAt(alone, day)

  test('−40 ppm are 3.456 s a day, and each clock is wrong in proportion', () => {
    expect(facts.errors).toEqual([-3456, -432, 1036.8, 3024])
    expect(facts).toMatchObject({ slowest: -3456, fastest: 3024, furthest: 1 })
  })

  test('−40 and +35 ppm part by 6.48 s a day', () => {
    expect(facts.spread).toBe(6480)
  })

  test('the film of such a day has nothing but four starts', () => {
    expect(alone.length).toBe(4)
  })
})

describe('NTP', () => {
  test('the worked example as a film: offset +10.0125 s, delay 0.075 s, sure to 37.5 ms', () => {
    const ntp = film({
      nodes: ['clock', 'server'],
      delay: 37.5,
      until: 10_000,
      clocks: [{ offset: 13_430 }, { offset: 13_430 + 10_012.5 }],
      options: { method: 'NTP', think: 2220, driftPpm: 0 },
    })
    const facts = factsAt(ntp, 10_000)
    expect(facts.offsets).toEqual([10_012.5, null])
    expect(facts.delays).toEqual([75, null])
    expect(facts.bounds).toEqual([37.5, null])
  })

  test('a way there of 10 ms and a way back of 50 ms mislead by half of the difference', () => {
    const skewed = film({
      nodes: ['clock', 'server'],
      delay: { each: { request: 10, reply: 50 }, other: 10 },
      until: 1000,
      options: { method: 'NTP', driftPpm: 0 },
    })
    expect(factsAt(skewed, 1000)).toMatchObject({ errors: [-20, 0], bounds: [30, null] })
  })

  test('with a poll each quarter hour a bad crystal stays within 40 ms, in few events', () => {
    const synced = film({
      nodes: ['clock', 'clock', 'clock', 'server'],
      delay: [5, 40],
      until: day,
      clocks: [{ driftPpm: -40 }, { driftPpm: 12 }, { driftPpm: 35 }],
      options: { method: 'NTP' },
    })
    for (let at = 0; at <= day; at += day / 96) {
      const facts = factsAt(synced, at + 100)
      const errors = facts.errors as readonly number[]
      const bounds = facts.bounds as readonly number[]
      errors.slice(0, 3).forEach((error, i) => {
        expect(Math.abs(error)).toBeLessThanOrEqual(bounds[i]!)
      })
    }
    // 40 ppm for 15 minutes are 36 ms; half of the asymmetry is at most 17.5 ms more.
    expect(factsAt(synced, day).worst).toBeLessThan(36 + 17.5)
    expect(synced.length).toBeLessThan(1000)
  })
})

describe('Cristian 1989', () => {
  test('of 22, 25 and 20 ms the third is used: 10:54:28.352, accurate to 10 ms', () => {
    const at = (s: number) => ((10 * 60 + 54) * 60 + s) * 1000
    const here = (clock: number) =>
      hereOf(clockSync, {
        nodes: ['clock', 'server'],
        clock,
        options: { method: 'Cristian', samples: 3 },
      })
    // Round trip, the server's time, and (any) clock of the asker that is four seconds slow.
    const samples = [
      [22, at(23.674)],
      [25, at(25.45)],
      [20, at(28.342)],
    ] as const
    const asked = { ...clockSync.start(here(0))[0], poll: 1 }
    const set = samples.reduce((s: State, [trip, said]) => {
      const t4 = said - 4000
      const stamps = { poll: 1, t1: t4 - trip, t2: said, t3: said }
      return clockSync.on.reply(s, stamps, 2, here(t4))[0]
    }, asked)
    expect(clockSync.reads!(set, at(28.342) - 4000)).toBe(at(28.352))
    expect(set.set?.bound).toBe(10)
  })
})

describe('TrueTime (Corbett et al. 2012 §3)', () => {
  test('30 s at 200 ppm are 6 ms: the bound is a saw-tooth from the delay up', () => {
    const spanner = film({
      nodes: ['clock', 'server'],
      delay: 1,
      until: 60_000,
      options: { method: 'NTP', poll: 30_000, driftPpm: 200 },
    })
    const bound = (ms: number) => (factsAt(spanner, ms).bounds as readonly number[])[0]!
    expect(bound(2)).toBeCloseTo(1, 2)
    expect(bound(30_000)).toBeCloseTo(1 + 6, 9)
    expect(bound(30_002)).toBeCloseTo(1, 2)
  })
})

describe('slewing against stepping', () => {
  const clocks = [{ offset: 1000 }]
  const set = (slew: boolean) =>
    film({
      nodes: ['clock', 'server'],
      delay: 10,
      until: 3_000_000,
      clocks,
      options: { method: 'NTP', poll: day, slew, ratePpm: 500 },
    })

  test('a clock one second ahead is stepped back at once, and turned back in 2,000 s', () => {
    expect(factsAt(set(false), 20)).toMatchObject({ errors: [0, 0], jumpedBack: 1 })
    const slow = set(true)
    const error = (ms: number) => (factsAt(slow, ms).errors as readonly number[])[0]
    expect([20, 1_000_020, 2_000_020].map(error)).toEqual([1000, 500, 0])
    expect(factsAt(slow, 3_000_000).jumpedBack).toBe(0)
  })
})
