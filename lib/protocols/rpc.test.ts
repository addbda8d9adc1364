// Does each rule of a remote call do as it says? One test per rule.

import { describe, expect, test } from 'vitest'
import { factsAt, shoot } from '@/lib/sim/film'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { done, hereOf, said } from './here'
import { type Rpc, rpc, seatOf } from './rpc'

const nodes = ['client', 'server'] as const
const at = (self: number, clock = 0, options: Partial<Values<Rpc['options']>> = {}) =>
  hereOf(rpc, { nodes, self, clock, options })
const [fresh] = rpc.start(at(1))
const [calling] = rpc.ask.call(fresh, {}, at(1, 10))

describe('rpc', () => {
  test('a client asks, and waits', () => {
    expect(done(rpc.ask.call(fresh, {}, at(1)))).toEqual([
      { do: 'send', to: 2, type: 'request', body: { nth: 1, key: '' } },
      { do: 'wait', timer: 'timeout', ms: 200 },
    ])
  })

  test('a server sells the next seat to whoever asks', () => {
    const step = rpc.on.request(fresh, { nth: 1, key: '' }, 1, at(2))
    expect(done(step)).toMatchObject([{ to: 1, type: 'reply', body: { nth: 1, seat: '12A' } }])
    const again = rpc.on.request(step[0], { nth: 1, key: '' }, 1, at(2))
    expect(done(again)).toMatchObject([{ body: { nth: 1, seat: '12B' } }])
  })

  test('with a key that it has served, it only repeats the answer', () => {
    const [served] = rpc.on.request(fresh, { nth: 1, key: '1.1' }, 1, at(2))
    const again = rpc.on.request(served, { nth: 1, key: '1.1' }, 1, at(2))
    expect(again[0]).toBe(served)
    expect(done(again)).toMatchObject([{ body: { nth: 1, seat: '12A' } }])
  })

  test('without an answer the client asks again under the same key, so often, no oftener', () => {
    const here = at(1, 300, { keys: true, tries: 2 })
    const [one] = rpc.ask.call(fresh, {}, here)
    const two = rpc.after.timeout(one, here)
    expect(done(two)).toMatchObject([{ body: { nth: 1, key: '1.1' } }, { ms: 200 }])
    const end = rpc.after.timeout(two[0], here)
    expect(end[0].calls).toMatchObject([{ tries: 2, to: 300, outcome: 'unknown' }])
    expect(said(end)).toEqual(['n1 gives up, and cannot know whether it was served'])
  })

  test('with back-off it waits twice as long each time', () => {
    const here = at(1, 0, { backoff: true })
    const [one] = rpc.ask.call(fresh, {}, here)
    const two = rpc.after.timeout(one, here)
    expect(done(two)[1]).toMatchObject({ ms: 400 })
    expect(done(rpc.after.timeout(two[0], here))[1]).toMatchObject({ ms: 800 })
  })

  test('the first answer ends the call, and a late one finds nobody', () => {
    const [ended] = rpc.on.reply(calling, { nth: 1, seat: '12A' }, 2, at(1, 60))
    expect(ended.calls).toMatchObject([{ from: 10, to: 60, outcome: 'ok', seat: '12A' }])
    expect(rpc.on.reply(ended, { nth: 1, seat: '12B' }, 2, at(1, 90))).toEqual([ended])
    const [next] = rpc.ask.call(ended, {}, at(1, 100))
    expect(rpc.on.reply(next, { nth: 1, seat: '12B' }, 2, at(1))).toEqual([next])
  })

  test('seats follow each other through the rows', () => {
    expect([0, 25, 26, 53].map(seatOf)).toEqual(['12A', '12Z', '13A', '14B'])
  })
})

describe('request lost, reply lost, reply late', () => {
  const film = (line: Line, keys: boolean) => {
    const scenario: AnyScenario = {
      protocol: 'rpc',
      nodes,
      seed: 1,
      delay: 10,
      options: { keys },
      script: [line, [0, { ask: { node: 1, type: 'call' } }]],
      until: 1000,
      poster: 0,
    }
    return factsAt(shoot(rpc, scenario), 1000)
  }
  const requestLost: Line = [0, { lose: { from: 1, to: 2, type: 'request' } }]
  const replyLost: Line = [0, { lose: { from: 2, to: 1, type: 'reply' } }]
  const replyLate: Line = [0, { slow: { from: 2, to: 1, delay: 250 } }, 100]

  test('to the client the three look alike; only a lost request is harmless', () => {
    expect(film(requestLost, false)).toMatchObject({ requests: 2, sold: 1, twice: 0 })
    expect(film(replyLost, false)).toMatchObject({ requests: 2, sold: 2, twice: 1 })
    expect(film(replyLate, false)).toMatchObject({ requests: 2, sold: 2, twice: 1 })
  })

  test('with a key each sells one seat', () => {
    for (const line of [requestLost, replyLost, replyLate]) {
      expect(film(line, true)).toMatchObject({ requests: 2, sold: 1, twice: 0, answered: 1 })
    }
  })
})
