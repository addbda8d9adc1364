// Does a saga go forward step by step, back step by step, and is nothing left half done?

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import type { Line } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { saga } from './index'
import { type Saga, type State, steps } from './kind'

type Turned = Partial<Values<Saga['options']>>
const nodes = ['office', 'bank', 'hall', 'post'] as const
const at = (self: number, options: Turned = {}) => hereOf(saga, { nodes, self, options })
const { on, after, ask } = saga
const [fresh] = saga.start(at(1))
const order = (s: State = fresh, seat = '12A', who = 'Ada') => ask.order(s, { seat, who }, at(1))
const [written] = order()
const [told] = after.tell(written, at(1))
const job = { order: 1, step: 0, who: 'Ada', seat: '12A' }

describe('the office', () => {
  test('writes an order at once, and tells the bank a little later', () => {
    expect(written.orders).toMatchObject([{ seat: '12A', phase: 'forward', step: 0 }])
    expect(done(order())).toMatchObject([{ timer: 'tell', ms: 20 }, { do: 'stop' }])
    expect(done(after.tell(written, at(1)))).toMatchObject([
      { to: 2, type: 'do', body: job },
      { timer: 'retry', ms: 200 },
    ])
  })

  test('asks again until it is answered', () => {
    expect(done(after.retry(told, at(1)))).toMatchObject([{ to: 2, type: 'do' }, { do: 'wait' }])
    const [answered] = on.answer(told, { order: 1, step: 0, ok: true }, 2, at(1))
    expect(done(after.retry(answered, at(1)))).toEqual([])
  })

  test('a second order does not hold up the first', () => {
    const [both] = order(written, '12B', 'Ben')
    expect(done(order(written, '12B', 'Ben'))).toEqual([{ do: 'stop', timer: 'retry' }])
    expect(done(after.tell(both, at(1)))).toMatchObject([
      { body: { order: 1 } },
      { body: { order: 2 } },
      { timer: 'retry' },
    ])
    expect(done(after.tell({ ...told, untold: [2], orders: both.orders }, at(1)))).toHaveLength(1)
  })

  test('goes on to the next step when one is done, and closes the order after the last', () => {
    const phases = steps.reduce(
      (all, _, step) => {
        const [next] = on.answer(all.s, { order: 1, step, ok: true }, 2, at(1))
        return { s: next, seen: [...all.seen, [next.orders[0]!.phase, next.orders[0]!.step]] }
      },
      { s: told, seen: [] as unknown[] },
    )
    expect(phases.seen).toEqual([
      ['forward', 1],
      ['forward', 2],
      ['done', 2],
    ])
    expect(phases.s).toMatchObject({ untold: [], told: [] })
  })

  test('an answer counts once', () => {
    const [once] = on.answer(told, { order: 1, step: 0, ok: true }, 2, at(1))
    expect(on.answer(once, { order: 1, step: 0, ok: true }, 2, at(1))).toEqual([once])
    expect(on.undone(once, { order: 1, step: 0 }, 2, at(1))).toEqual([once])
  })

  test('turns back when a step is refused, and undoes what was done, the latest first', () => {
    const ahead = { ...told, orders: [{ ...told.orders[0]!, step: 2 }] }
    const [back] = on.answer(ahead, { order: 1, step: 2, ok: false }, 4, at(1))
    expect(back.orders[0]).toMatchObject({ phase: 'back', step: 1 })
    expect(done(after.tell(back, at(1)))).toMatchObject([{ to: 3, type: 'undo' }, {}])
    const [further] = on.undone(back, { order: 1, step: 1 }, 3, at(1))
    expect(done(after.tell(further, at(1)))).toMatchObject([{ to: 2, type: 'undo' }, {}])
    const [end] = on.undone(further, { order: 1, step: 0 }, 2, at(1))
    expect(end.orders[0]).toMatchObject({ phase: 'undone' })
  })

  test('an order whose first step is refused is undone at once', () => {
    const step = on.answer(told, { order: 1, step: 0, ok: false }, 2, at(1))
    expect(step[0].orders[0]).toMatchObject({ phase: 'undone' })
    expect(said(step)).toEqual(['n1 turns back: order 1 is undone'])
  })

  test('wakes with its outbox, or with orders that nobody will carry on', () => {
    const woken = saga.wake!(told, at(1))
    expect(woken[0]).toMatchObject({ untold: [1], told: [] })
    expect(done(woken)).toMatchObject([{ timer: 'tell' }])
    const without = saga.wake!(told, at(1, { outbox: false }))
    expect(without[0]).toEqual({ ...told, untold: [], told: [] })
    expect(done(without)).toEqual([])
    expect(saga.face(without[0], at(1))).toMatchObject({ word: 'forgotten', mood: 'ill' })
  })
})

describe('a machine', () => {
  test('takes its step once, and repeats its answer', () => {
    const one = on.do(fresh, job, 1, at(2))
    expect(done(one)).toMatchObject([{ to: 1, type: 'answer', body: { order: 1, ok: true } }])
    const two = on.do(one[0], job, 1, at(2))
    expect(two[0]).toBe(one[0])
    expect(done(two)).toEqual(done(one))
  })

  test('refuses where it is told to fail, and stays with that', () => {
    const one = on.do(fresh, job, 1, at(2, { fails: 'pay' }))
    expect(said(one)).toEqual(['n2 refuses: there is no money'])
    expect(done(on.do(one[0], job, 1, at(2)))).toMatchObject([{ body: { ok: false } }])
  })

  test('the hall holds a seat for one order at a time', () => {
    const [held] = on.do(fresh, { ...job, step: 1 }, 1, at(3))
    const second = { order: 2, step: 1, who: 'Ben', seat: '12A' }
    expect(said(on.do(held, second, 1, at(3)))).toEqual(['n3 refuses: 12A is held for order 1'])
    const [free] = on.undo(held, { order: 1, step: 1 }, 1, at(3))
    expect(done(on.do(free, second, 1, at(3)))).toMatchObject([{ body: { ok: true } }])
  })

  test('undoes once, and a step that comes after its undoing is not taken', () => {
    const [paid] = on.do(fresh, job, 1, at(2))
    const back = on.undo(paid, { order: 1, step: 0 }, 1, at(2))
    expect(back[0].deeds).toMatchObject([{ did: 'undone' }])
    expect(said(back)).toEqual(['n2 pays it back: order 1'])
    expect(said(on.undo(back[0], { order: 1, step: 0 }, 1, at(2)))).toEqual([])
    expect(on.do(back[0], job, 1, at(2))).toEqual([back[0]])
  })
})

describe('orders, whole', () => {
  const orders: Line[] = [
    [10, { ask: { node: 1, type: 'order', seat: '12A', who: 'Ada' } }],
    [60, { ask: { node: 1, type: 'order', seat: '12A', who: 'Ben' } }],
  ]
  const end = (options: Turned, script: readonly Line[], seed = 1) =>
    run(saga, {
      protocol: 'saga',
      nodes,
      options,
      seed,
      delay: [5, 15],
      script,
      until: 4000,
      poster: 0,
    })

  test('of two who want one seat one has it, and the other has the money back', () => {
    expect(end({}, orders).facts).toMatchObject({
      phases: ['done', 'undone'],
      paid: 1,
      held: 1,
      mailed: 1,
      takenBack: 1,
    })
  })

  test.each([
    ['pay', 0],
    ['hold', 1],
    ['mail', 2],
  ] as const)('when %s fails, %i steps are taken back and nothing stands', (fails, takenBack) => {
    expect(end({ fails }, orders.slice(0, 1)).facts).toMatchObject({
      ...{ phases: ['undone'], takenBack, paid: 0, held: 0, mailed: 0 },
    })
  })

  test('a crash between two writes loses the event; with an outbox it only comes later', () => {
    const crash: Line[] = [...orders.slice(0, 1), [20, { crash: 1 }, 200]]
    expect(end({ outbox: false }, crash).facts).toMatchObject({ stuck: 1, stuckPaid: 0, open: 1 })
    expect(end({ outbox: true }, crash).facts).toMatchObject({ stuck: 0, done: 1 })
  })

  test('a crash at any later moment leaves a buyer who paid for nothing, or nothing wrong', () => {
    const met = { astray: 0, done: 0 }
    for (let from = 31; from < 130; from += 3) {
      const crash: Line[] = [...orders.slice(0, 1), [from, { crash: 1 }, from + 100]]
      const { facts } = end({ outbox: false }, crash)
      met.astray += facts.stuckPaid as number
      met.done += facts.done as number
      expect(end({ outbox: true }, crash).facts, `${from}`).toMatchObject({ done: 1, mailed: 1 })
    }
    expect(met.astray).toBeGreaterThan(15)
    expect(met.astray + met.done).toBeLessThanOrEqual(33)
  })

  test('in rough weather every order ends, whole or not at all', () => {
    for (let seed = 0; seed < 60; seed++) {
      const node = (seed % 4) + 1
      const rough: Line[] = [
        [0, { drop: { chance: 0.4 } }, 1000],
        [0, { duplicate: { chance: 0.5 } }, 1000],
        [50 + 9 * seed, { crash: node }, 60 + 12 * seed],
      ]
      const { facts, broken } = end({}, [...orders, ...rough], seed)
      expect(broken).toEqual([])
      if (facts.orders === 2) expect(facts).toMatchObject({ done: 1, undone: 1, paid: 1 })
      expect(facts.open).toBe(0)
    }
  })
})
