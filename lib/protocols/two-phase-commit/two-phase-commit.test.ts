// Does each rule do what two-phase commit asks? One test per rule.

import { describe, expect, test } from 'vitest'
import type { Values } from '@/lib/sim/protocol'
import { done, hereOf, said } from '../here'
import { type State, type TwoPhaseCommit, twoPhaseCommit } from './index'

const nodes = ['coordinator', 'participant', 'participant'] as const
const at = (self: number, options: Partial<Values<TwoPhaseCommit['options']>> = {}) =>
  hereOf(twoPhaseCommit, { nodes, self, options })
const [idle] = twoPhaseCommit.start(at(1))
const [working] = twoPhaseCommit.start(at(2))
const [voting] = twoPhaseCommit.ask.begin(idle, {}, at(1))
const vote = (s: State, from: number, yes = true) => twoPhaseCommit.on.vote(s, { yes }, from, at(1))
const [prepared] = twoPhaseCommit.on.prepare(working, { nth: 0 }, 1, at(2))
const decided = (commit: boolean) =>
  [2, 3].map((to) => ({ do: 'send', to, type: 'decide', body: { commit } }))

describe('two-phase commit', () => {
  test('phase 1: the coordinator asks all to prepare, and waits for their votes', () => {
    const step = twoPhaseCommit.ask.begin(idle, {}, at(1))
    expect(step[0].phase).toBe('voting')
    expect(done(step)).toMatchObject([{ to: 2, type: 'prepare' }, { to: 3 }, { timer: 'patience' }])
  })

  test('a participant that can, votes yes and is bound', () => {
    const step = twoPhaseCommit.on.prepare(working, { nth: 0 }, 1, at(2))
    expect(step[0]).toMatchObject({ phase: 'prepared', voted: true })
    expect(done(step)).toMatchObject([{ to: 1, type: 'vote', body: { yes: true } }, { ms: 300 }])
    expect(said(twoPhaseCommit.ask.refuse(step[0], {}, at(2)))).toEqual([
      'n2 cannot refuse: it is prepared',
    ])
  })

  test('a participant that has refused votes no', () => {
    const [refused] = twoPhaseCommit.ask.refuse(working, {}, at(2))
    expect(done(twoPhaseCommit.on.prepare(refused, { nth: 0 }, 1, at(2)))).toMatchObject([
      { type: 'vote', body: { yes: false } },
    ])
  })

  test('phase 2: it commits when all have voted yes, and not before', () => {
    const [one] = vote(voting, 2)
    expect(vote(one, 2)[0].phase).toBe('voting')
    const two = vote(one, 3)
    expect(two[0].phase).toBe('committed')
    expect(done(two).slice(1)).toEqual(decided(true))
  })

  test('one no aborts', () => {
    const step = vote(voting, 3, false)
    expect(step[0].phase).toBe('aborted')
    expect(done(step).slice(1)).toEqual(decided(false))
    expect(vote(step[0], 2)).toEqual([step[0]])
  })

  test('votes that do not come in time abort', () => {
    const [one] = vote(voting, 2)
    expect(twoPhaseCommit.after.patience(one, at(1))[0].phase).toBe('aborted')
  })

  test('a prepared participant does as is decided, and only once', () => {
    const [committed] = twoPhaseCommit.on.decide(prepared, { commit: true }, 1, at(2))
    expect(committed.phase).toBe('committed')
    expect(twoPhaseCommit.on.decide(committed, { commit: false }, 1, at(2))).toEqual([committed])
  })

  test('in doubt it can only ask', () => {
    const alone = twoPhaseCommit.after.doubt(prepared, at(2))
    expect(alone[0]).toBe(prepared)
    expect(done(alone)).toMatchObject([{ to: 1, type: 'inquire' }, { timer: 'doubt' }])
    expect(done(twoPhaseCommit.after.doubt(prepared, at(2, { others: true })))).toMatchObject([
      { to: 1 },
      { to: 3, type: 'inquire' },
      {},
    ])
  })

  test('who is asked and has not voted aborts; who is in doubt too cannot help', () => {
    const step = twoPhaseCommit.on.inquire(working, { nth: 0 }, 3, at(2))
    expect(step[0].phase).toBe('aborted')
    expect(done(step).at(-1)).toMatchObject({ to: 3, type: 'decide', body: { commit: false } })
    expect(twoPhaseCommit.on.inquire(prepared, { nth: 0 }, 3, at(2))).toEqual([prepared])
  })

  test('a coordinator that wakes without a decision on disk aborts (presumed abort)', () => {
    const step = twoPhaseCommit.wake!(voting, at(1))
    expect(step[0].phase).toBe('aborted')
    expect(done(step).slice(1)).toEqual(decided(false))
  })

  test('a coordinator that wakes with a decision tells it again', () => {
    const [, ...told] = twoPhaseCommit.wake!({ ...voting, phase: 'committed' }, at(1))
    expect(told).toEqual(decided(true))
  })

  test('a participant that wakes prepared is in doubt', () => {
    expect(done(twoPhaseCommit.wake!(prepared, at(2)))).toMatchObject([{ type: 'inquire' }, {}])
  })
})
