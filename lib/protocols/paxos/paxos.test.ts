// Does each rule do what Paxos Made Simple says? One test per rule, the section in its name.

import { describe, expect, test } from 'vitest'
import { factsAt, shoot } from '@/lib/sim/film'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { numberAbove, type Paxos, paxos, type State, valueFor } from './index'

const nodes = ['proposer', 'acceptor', 'acceptor', 'acceptor', 'proposer'] as const
const at = (self: number, options: Partial<Values<Paxos['options']>> = {}, dice = 0.5) =>
  hereOf(paxos, { nodes, self, options, dice })
const [fresh] = paxos.start(at(1)) as readonly [State]
const [preparing] = paxos.ask.propose(fresh, { value: 'Ada' }, at(1))
const promise = (s: State, from: number, accepted: State['accepted'] = null) =>
  paxos.on.promise(s, { n: s.n, accepted }, from, at(1))
const [asking] = promise(promise(preparing, 2)[0], 3)

describe('paxos', () => {
  test('numbers are unique, and each is above those heard of (§2.2)', () => {
    const all = [0, 1, 4, 5, 7, 11].flatMap((n) =>
      [1, 2, 3, 4, 5].map((i) => [n, numberAbove(n, i, 5)]),
    )
    expect(all.every(([n, above]) => above! > n! && above! - n! <= 5)).toBe(true)
    expect(new Set([1, 2, 3, 4, 5].map((i) => numberAbove(7, i, 5))).size).toBe(5)
  })

  test('phase 1 (a): a proposer asks every acceptor to promise a number (§2.2)', () => {
    const step = paxos.ask.propose(fresh, { value: 'Ada' }, at(1))
    expect(done(step)).toEqual([
      ...[2, 3, 4].map((to) => ({ do: 'send', to, type: 'prepare', body: { n: 1 } })),
      { do: 'wait', timer: 'again', ms: 300 },
    ])
  })

  test('nothing (an empty text) is no proposal', () => {
    const step = paxos.ask.propose(fresh, { value: '' }, at(1))
    expect([step[0], said(step)]).toEqual([fresh, ['n1 has nothing to propose']])
  })

  test('phase 1 (b): an acceptor promises, and tells what it has accepted (§2.2)', () => {
    const accepted = { n: 1, value: 'Ada' }
    const step = paxos.on.prepare({ ...fresh, promised: 1, accepted }, { n: 5 }, 5, at(2))
    expect(step[0].promised).toBe(5)
    expect(done(step)).toMatchObject([{ to: 5, type: 'promise', body: { n: 5, accepted } }])
  })

  test('an acceptor that has promised more refuses, and says how much (§2.4)', () => {
    const before = { ...fresh, promised: 6 }
    const prepare = paxos.on.prepare(before, { n: 5 }, 5, at(2))
    const accept = paxos.on.accept(before, { n: 5, value: 'Ben' }, 5, at(2))
    const refuse = { do: 'send', to: 5, type: 'refuse', body: { n: 5, promised: 6 } }
    expect(prepare).toEqual([before, refuse])
    expect(accept).toEqual([before, refuse])
  })

  test('phase 2 (a): with a majority of promises the proposer asks to accept (§2.2)', () => {
    const [one] = promise(preparing, 2)
    expect(one.phase).toBe('prepare')
    expect(promise(one, 2)[0]).toEqual(one)
    const two = promise(one, 3)
    expect(two[0]).toMatchObject({ phase: 'accept', value: 'Ada' })
    expect(done(two)).toHaveLength(3 + 1)
  })

  test('phase 2 (a): of values already accepted that with the highest number is proposed', () => {
    const about = (...accepted: State['accepted'][]) =>
      accepted.map((a, i) => ({ from: i + 1, accepted: a }))
    const [low, high] = [
      { n: 2, value: 'Ben' },
      { n: 6, value: 'Cy' },
    ]
    expect(valueFor(about(null, null), 'Ada')).toBe('Ada')
    expect(valueFor(about(low, null, high), 'Ada')).toBe('Cy')
    const [, ...rest] = promise(promise(preparing, 2, high)[0], 3, low)
    expect(rest).toContainEqual({
      do: 'send',
      to: 2,
      type: 'accept',
      body: { n: 1, value: 'Cy' },
    })
  })

  test('phase 2 (b): an acceptor accepts what its promise allows (§2.2)', () => {
    const step = paxos.on.accept({ ...fresh, promised: 5 }, { n: 5, value: 'Ben' }, 5, at(2))
    expect(step[0]).toMatchObject({ promised: 5, accepted: { n: 5, value: 'Ben' } })
    expect(said(step)).toEqual(['n2 accepts Ben under 5'])
  })

  test('phase 2 (b): who accepts a number has promised it, unasked (§2.2)', () => {
    const [s] = paxos.on.accept(fresh, { n: 7, value: 'Ada' }, 5, at(2))
    expect(s).toMatchObject({ promised: 7, accepted: { n: 7 } })
    const older = paxos.on.accept(s, { n: 5, value: 'Ben' }, 1, at(2))
    expect(older[0]).toEqual(s)
    expect(done(older)).toMatchObject([{ type: 'refuse', body: { promised: 7 } }])
  })

  test('with a majority of acceptances the value is chosen, and all are told (§2.3)', () => {
    const [one] = paxos.on.accepted(asking, { n: 1 }, 2, at(1))
    expect(one.learned).toBe('')
    const two = paxos.on.accepted(one, { n: 1 }, 4, at(1))
    expect(two[0].learned).toBe('Ada')
    expect(
      done(two)
        .slice(1)
        .map((e) => (e as { to: number }).to),
    ).toEqual([2, 3, 4, 5])
  })

  test('a refused proposer waits at random, longer each time (§2.4)', () => {
    const step = paxos.on.refuse(preparing, { n: 1, promised: 5 }, 2, at(1))
    expect(step[0]).toMatchObject({ phase: 'pause', n: 5 })
    expect(done(step)).toEqual([{ do: 'wait', timer: 'again', ms: 110 }])
    const [again] = paxos.after.again(step[0], at(1))
    expect(again).toMatchObject({ phase: 'prepare', n: 7, tries: 2 })
    const longer = paxos.on.refuse(again, { n: 7, promised: 10 }, 2, at(1))
    expect(done(longer)).toEqual([{ do: 'wait', timer: 'again', ms: 220 }])
  })

  test('without back-off it tries at once, above what it was refused for', () => {
    const [s] = paxos.on.refuse(preparing, { n: 1, promised: 5 }, 2, at(1, { backoff: false }))
    expect(s).toMatchObject({ phase: 'prepare', n: 7 })
  })

  test('answers to another number do not count', () => {
    const late = { ...preparing, n: 6 }
    expect(paxos.on.promise(late, { n: 1, accepted: null }, 2, at(1))).toEqual([late])
    expect(paxos.on.refuse(late, { n: 1, promised: 5 }, 2, at(1))).toEqual([late])
    expect(paxos.on.accepted({ ...asking, n: 6 }, { n: 1 }, 2, at(1))[0].acceptances).toEqual([])
  })

  test('a proposer that wakes takes a new number (§2.4: its highest is on disk)', () => {
    expect(paxos.wake!(asking, at(1))[0]).toMatchObject({ phase: 'prepare', n: 3, wants: 'Ada' })
  })
})

describe('two proposers', () => {
  const duel = (backoff: boolean): AnyScenario => ({
    protocol: 'paxos',
    nodes,
    seed: 1,
    // To accept takes longer than to promise, as where what is accepted goes to a disk.
    delay: { each: { accept: 30 }, other: 10 },
    options: { backoff },
    script: [
      [0, { ask: { node: 1, type: 'propose', value: 'Ada' } }],
      [25, { ask: { node: 5, type: 'propose', value: 'Ben' } }],
    ],
    until: 3000,
    poster: 0,
  })

  test('without back-off they refuse each other for ever (§2.4)', () => {
    const facts = factsAt(shoot(paxos, duel(false)), 3000)
    expect(facts.decided).toBe(false)
    expect(facts.tries).toBeGreaterThan(50)
  })

  test('with back-off one of them gets through', () => {
    const facts = factsAt(shoot(paxos, duel(true)), 3000)
    expect(facts).toMatchObject({ decided: true, knows: [1, 2, 3, 4, 5] })
  })
})
