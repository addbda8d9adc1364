// Does each rule of a primary, its followers and their sessions do as it says? One test per rule.

import { describe, expect, test } from 'vitest'
import { factsAt, shoot } from '@/lib/sim/film'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { replica } from './index'
import { fresh, type Replica, type State } from './kind'

const nodes = ['replica', 'replica', 'replica', 'client'] as const
const at = (self: number, clock = 0, options: Partial<Values<Replica['options']>> = {}) =>
  hereOf(replica, { nodes, self, clock, options })
const ada = { n: 1, value: 'Ada' }
const [primary] = replica.on.write(fresh, { nth: 1, value: 'Ada' }, 4, at(1))

describe('replica', () => {
  test('the primary answers a write at once and tells its followers later', () => {
    const step = replica.on.write(fresh, { nth: 1, value: 'Ada' }, 4, at(1))
    expect(step[0]).toMatchObject({ version: ada, owed: [2, 3] })
    expect(done(step)).toEqual([
      { do: 'send', to: 4, type: 'wrote', body: { nth: 1, n: 1 } },
      { do: 'wait', timer: 'copy', ms: 200 },
    ])
  })

  test('a write that comes twice is one write', () => {
    const step = replica.on.write(primary, { nth: 1, value: 'Ada' }, 4, at(1))
    expect(step[0]).toBe(primary)
    expect(done(step)).toMatchObject([{ type: 'wrote', body: { nth: 1, n: 1 } }])
  })

  test('followers are told until they have said that they know', () => {
    const told = (s: State) =>
      done(replica.after.copy(s, at(1))).map((e) => (e as { to?: number }).to)
    expect(told(primary)).toEqual([2, 3, undefined])
    const [one] = replica.on.copied(primary, { n: 1 }, 2, at(1))
    expect(told(one)).toEqual([3, undefined])
    expect(told(replica.on.copied(one, { n: 1 }, 3, at(1))[0])).toEqual([])
  })

  test('a follower takes a newer version and never an older', () => {
    const [two] = replica.on.copy(fresh, { version: { n: 2, value: 'Ben' } }, 1, at(2))
    const step = replica.on.copy(two, { version: ada }, 1, at(2))
    expect(step[0].version.n).toBe(2)
    expect(done(step)).toEqual([{ do: 'send', to: 1, type: 'copied', body: { n: 1 } }])
  })

  test('a client asks its own follower, or the replica it is told', () => {
    const to = (replicaNumber: number) =>
      done(replica.ask.read(fresh, { at: replicaNumber }, at(4)))[0]
    expect(to(0)).toMatchObject({ to: 2, type: 'read', body: { nth: 1, least: 0 } })
    expect(to(3)).toMatchObject({ to: 3 })
  })

  test('with sessions a reader says what it has seen (Terry et al. 1994)', () => {
    const [writing] = replica.ask.write(fresh, { value: 'Ada' }, at(4))
    const [wrote] = replica.on.wrote(writing, { nth: 1, n: 1 }, 1, at(4, 30))
    expect(wrote).toMatchObject({ session: 1, ops: [{ to: 30, version: ada, outcome: 'ok' }] })
    const least = (sessions: boolean) =>
      done(replica.ask.read(wrote, { at: 2 }, at(4, 40, { sessions })))[0]
    expect(least(true)).toMatchObject({ body: { nth: 2, least: 1 } })
    expect(least(false)).toMatchObject({ body: { nth: 2, least: 0 } })
  })

  test('a follower that is behind the session lets the reader wait for the copy', () => {
    const step = replica.on.read(fresh, { nth: 2, least: 1 }, 4, at(2))
    expect(said(step)).toEqual(['n2 lets n4 wait: it lacks version 1'])
    expect(done(step)).toEqual([])
    const reply = { do: 'send', to: 4, type: 'reply', body: { nth: 2, version: ada } }
    expect(done(replica.on.copy(step[0], { version: ada }, 1, at(2)))[0]).toEqual(reply)
  })

  test('a client does one thing at a time, and gives up on it', () => {
    const [reading] = replica.ask.read(fresh, { at: 0 }, at(4))
    expect(said(replica.ask.read(reading, { at: 0 }, at(4)))).toEqual(['n4 is busy'])
    const [late] = replica.after.patience(reading, at(4, 1500))
    expect(late.ops).toMatchObject([{ to: 1500, outcome: 'unknown' }])
    expect(replica.on.reply(late, { nth: 1, version: ada }, 2, at(4))).toEqual([late])
  })

  test('a client that has its answer waits no longer', () => {
    const [reading] = replica.ask.read(fresh, { at: 0 }, at(4))
    const reply = replica.on.reply(reading, { nth: 1, version: ada }, 2, at(4))
    expect(done(reply)).toEqual([{ do: 'stop', timer: 'patience' }])
  })

  test('reads that wait are lost in a crash, and followers are told again after one', () => {
    const [behind] = replica.on.read(fresh, { nth: 2, least: 1 }, 4, at(2))
    expect(replica.wake!(behind, at(2))).toEqual([fresh])
    expect(done(replica.wake!(primary, at(1)))).toEqual([{ do: 'wait', timer: 'copy', ms: 200 }])
  })
})

test('what is stale does not depend on where the clocks stand, or whither they jump later', () => {
  const staleWith = (clocks: AnyScenario['clocks'], more: AnyScenario['script'] = []) => {
    const scenario: AnyScenario = {
      protocol: 'replica',
      nodes: ['replica', 'replica', 'client', 'client'],
      clocks,
      seed: 1,
      delay: 10,
      script: [
        [0, { ask: { node: 3, type: 'write', value: 'Ada' } }],
        [50, { ask: { node: 4, type: 'read', at: 2 } }],
        [500, { ask: { node: 4, type: 'read', at: 2 } }],
        ...more,
      ],
      until: 700,
      poster: 0,
    }
    return factsAt(shoot(replica, scenario), 700).stale
  }
  expect(staleWith([])).toBe(1)
  for (const ms of [-5000, 5000]) {
    expect(staleWith([{}, {}, { offset: ms }])).toBe(1)
    expect(staleWith([], [[600, { bump: { node: 4, ms } }]])).toBe(1)
  }
})
