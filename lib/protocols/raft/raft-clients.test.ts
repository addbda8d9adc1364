// Do Raft's clients do what §8 says: find the leader, retry, and have a command applied once?

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { type Client, type RaftClients, type Serving, type State, serialOf } from './clients.kind'
import { applied, raft } from './index'
import { withClients } from './raft-clients'

const it = withClients(raft, applied)
const cast = ['server', 'server', 'server', 'client'] as const
const at = (self: number, dice = 0) => hereOf<RaftClients>(it, { self, nodes: cast, dice })
const fresh = it.start(at(4))[0] as Client
const asked = it.ask.order(fresh, { value: 'Ada' }, at(4, 0.4))[0] as Client
const sends = (step: readonly unknown[]) =>
  (done(step) as { do: string; to: number; type: string; body: object }[]).filter(
    (e) => e.do === 'send',
  )
const entry = (serial: string, term = 1) => ({ term, value: 'Ada', serial })
const leader = (change: Partial<Serving> = {}): Serving => ({
  ...(it.start(at(1))[0] as Serving),
  ...{ role: 'leader', term: 1, leader: 1, votedFor: 1, next: { 2: 1, 3: 1 } },
  ...change,
})
const request = { serial: serialOf(4, 1), type: 'order', value: 'Ada' } as const

test('where all are clients nobody is asked, and nothing is committed', () => {
  const { facts, stopped, broken } = run(it as unknown as AnyProtocol, {
    ...{ protocol: 'raft-clients', nodes: ['client', 'client'], seed: 1, delay: 10 },
    ...{
      script: [[10, { ask: { node: 1, type: 'order', value: 'Ada' } }]],
      until: 2000,
      poster: 0,
    },
  })
  expect([stopped, broken]).toEqual([undefined, []])
  expect(facts).toMatchObject({ leader: 0, term: 0, committed: 0, applied: [], answered: 0 })
})

describe('a client', () => {
  test('begins with a server chosen by chance (§8)', () => {
    const to = [0, 0.2, 0.4, 0.6, 0.8].map((dice) => {
      const [first] = sends(it.ask.order(fresh, { value: 'Ada' }, at(4, dice)))
      expect(first).toMatchObject({ type: 'request', body: request })
      return first!.to
    })
    expect(new Set(to).size).toBeGreaterThan(1)
  })

  test('has one command at a time', () => {
    const step = it.ask.order(asked, { value: 'Ben' }, at(4))
    expect(said(step)).toEqual(['n4 waits already'])
    expect(sends(step)).toEqual([])
  })

  test('goes to the leader that a server names, under the same serial number', () => {
    const not = { serial: request.serial, place: 0, leader: 3 }
    const [s, ...does] = it.on.reply(asked, not, 2, at(4))
    expect(sends([s, ...does])).toMatchObject([{ to: 3, type: 'request', body: request }])
    // Two servers that name each other are not asked for ever.
    const [, ...again] = it.on.reply(s, not, 2, at(4))
    const [t] = it.on.reply(s, not, 2, at(4))
    expect(sends([t, ...again])).toHaveLength(1)
    expect(sends(it.on.reply(t, not, 2, at(4)))).toEqual([])
  })

  test('asks anybody again when nobody has answered, under the same serial number', () => {
    const [s, ...does] = it.after.retry(asked, at(4, 0.9))
    expect(sends([s, ...does])).toMatchObject([{ type: 'request', body: request }])
    expect((s as Client).ops).toMatchObject([{ tries: 2 }])
  })

  test('takes the first answer to its last command, and keeps to who gave it', () => {
    const [s] = it.on.reply(asked, { serial: request.serial, place: 1, leader: 0 }, 3, at(4))
    expect(s).toMatchObject({ leader: 3, ops: [{ outcome: 'ok', place: 1 }] })
    expect(it.on.reply(s, { serial: request.serial, place: 2, leader: 0 }, 3, at(4))).toEqual([s])
    expect(it.after.retry(s, at(4))).toEqual([{ ...s, leader: 0 }])
  })

  test('goes on where it was when it wakes', () => {
    expect(sends(it.wake!(asked, at(4)))).toMatchObject([{ type: 'request', body: request }])
  })
})

describe('a server', () => {
  test('that does not lead says whom it follows', () => {
    const s = leader({ role: 'follower', leader: 3 })
    expect(sends(it.on.request(s, request, 4, at(1)))).toMatchObject([
      { to: 4, type: 'reply', body: { place: 0, leader: 3 } },
    ])
  })

  test('that leads logs a command, and answers when it has applied it', () => {
    const [s, ...does] = it.on.request(leader(), request, 4, at(1))
    expect((s as Serving).log).toEqual([entry(request.serial)])
    expect(sends([s, ...does]).filter((e) => e.type === 'reply')).toEqual([])
    const ok = { term: 1, ok: true, index: 1, took: 1, round: 0 }
    expect(sends(it.on.appended(s, ok, 2, at(1)))).toMatchObject([
      { to: 4, type: 'reply', body: { serial: request.serial, place: 1 } },
    ])
  })

  test('answers a command that is applied again without logging it', () => {
    const s = leader({ log: [entry('n4.1')], committed: 1 })
    const [after, ...does] = it.on.request(s, request, 4, at(1))
    expect(after).toEqual(s)
    expect(sends([after, ...does])).toMatchObject([{ body: { serial: 'n4.1', place: 1 } }])
  })

  test('logs a command once in its term, and again if it is of an older one (§5.4.2)', () => {
    const log = [entry('n4.1')]
    expect(it.on.request(leader({ log }), request, 4, at(1))).toEqual([leader({ log })])
    const [s] = it.on.request(leader({ log, term: 2 }), request, 4, at(1))
    expect((s as Serving).log).toEqual([...log, entry('n4.1', 2)])
  })
})

describe('a read', () => {
  const query = { serial: serialOf(4, 1), type: 'read', value: '' } as const
  const log = [entry('n4.0')]
  const asks = (s: Serving) => it.on.request(s, query, 4, at(1))
  const heard = (s: State, from: number, change = {}) =>
    it.on.appended(s, { term: 1, ok: true, index: 1, took: 0, round: 1, ...change }, from, at(1))
  const replies = (step: readonly unknown[]) => sends(step).filter((e) => e.type === 'reply')

  test('is not answered before a majority has heard from the leader since (§8)', () => {
    const step = asks(leader({ log, committed: 1, next: { 2: 2, 3: 2 } }))
    expect(sends(step)).toMatchObject([2, 3].map((to) => ({ to, body: { round: 1 } })))
    // An answer to an earlier append does not say that it still leads.
    expect(replies(heard(step[0], 2, { round: 0 }))).toEqual([])
    const answer = { serial: query.serial, place: 1, leader: 0, value: 'Ada' }
    expect(replies(heard(step[0], 2))).toMatchObject([{ to: 4, body: answer }])
    expect(heard(step[0], 2)[0]).toMatchObject({ reads: [] })
  })

  test('waits until an entry of the leader’s own term is committed, if need be blank (§8)', () => {
    const old = leader({ log: [entry('')], committed: 0, term: 2, next: { 2: 2, 3: 2 } })
    const step = asks(old)
    expect((step[0] as Serving).log.at(-1)).toEqual({ term: 2, value: 'blank', serial: '' })
    // A majority has heard, but holds nothing of this term.
    const lead = heard(step[0], 2, { term: 2 })
    expect(replies(lead)).toEqual([])
    const knows = heard(lead[0], 3, { term: 2, index: 2, took: 1 })
    expect(replies(knows)).toMatchObject([{ body: { place: 1, value: 'Ada' } }])
  })

  test('is forgotten by a leader that steps down', () => {
    const [s] = asks(leader({ log, committed: 1 }))
    const vote = { term: 2, granted: false }
    expect(it.on.vote(s, vote, 2, at(1))[0]).toMatchObject({ role: 'follower', reads: [] })
  })

  test('of an append is repeated by whoever takes it', () => {
    const follower = it.start(at(2))[0]
    const append = { term: 1, prevIndex: 0, prevTerm: 0, entries: [], committed: 0, round: 7 }
    expect(sends(it.on.append(follower, append, 1, at(2)))).toMatchObject([
      { type: 'appended', body: { round: 7 } },
    ])
  })

  test('of nothing returns nothing, and its client takes that for an answer', () => {
    const [reading] = it.ask.query(fresh, {}, at(4))
    const none = { serial: query.serial, place: 0, leader: 0, value: '' }
    expect(it.on.reply(reading, none, 1, at(4))[0]).toMatchObject({
      ops: [{ type: 'read', outcome: 'ok', value: '', place: 0 }],
    })
  })
})

test('a deposed leader that knows nothing of it does not answer from the past', () => {
  const lines: Line[] = [
    [10, { ask: { node: 1, type: 'campaign' } }],
    [100, { ask: { node: 4, type: 'order', value: 'Ada' } }],
    [
      200,
      {
        cut: [
          [1, 4],
          [2, 3, 5],
        ],
      },
      1200,
    ],
    [220, { ask: { node: 2, type: 'campaign' } }],
    [300, { ask: { node: 5, type: 'order', value: 'Ben' } }],
    [600, { ask: { node: 4, type: 'query' } }],
  ]
  const nodes = [...cast, 'client']
  const given = { protocol: 'raft-clients', nodes, seed: 2, delay: 10, script: lines, poster: 0 }
  const at1000 = run(it as AnyProtocol, { ...given, until: 1000 })
  expect(at1000.facts).toMatchObject({ leaders: [1, 2], ordered: 3, answered: 2, lastRead: null })
  const end = run(it as AnyProtocol, { ...given, until: 3000 })
  expect(end.facts).toMatchObject({ answered: 3, lastRead: 'Ben' })
  expect(end.broken).toEqual([])
})

const cut = (seed: number): AnyScenario => {
  const lines: Line[] = [
    [10, { ask: { node: 1, type: 'campaign' } }],
    [100, { ask: { node: 4, type: 'order', value: 'Ada' } }],
    [180, { cut: { from: 1, to: 4 } }, 900],
    [200, { ask: { node: 4, type: 'order', value: 'Ben' } }],
  ]
  const nodes = [...cast]
  return {
    protocol: 'raft-clients',
    ...{ nodes, seed, delay: 10, script: lines, until: 3000, poster: 0 },
  }
}

test('answers that are lost make a client ask again, and nothing is applied twice', () => {
  for (let seed = 0; seed < 20; seed++) {
    const { facts, broken } = run(it as AnyProtocol, cut(seed))
    expect(broken).toEqual([])
    expect(facts).toMatchObject({ applied: ['Ada', 'Ben'], ordered: 2, answered: 2 })
    expect(facts.requests).toBeGreaterThan(2)
  }
})
