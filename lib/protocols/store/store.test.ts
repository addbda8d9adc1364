// Does each rule of the store do what an available and a consistent form ask? One test per rule.

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import { done, hereOf, said } from '../here'
import { store } from './index'
import type { State, Store } from './kind'

const nodes = ['window', 'window', 'buyer', 'buyer'] as const
const at = (self: number, clock = 0, options: Partial<Values<Store['options']>> = {}) =>
  hereOf(store, { nodes, self, clock, options })
const [fresh] = store.start(at(1)) as readonly [State]
const ask = (buyer: number, nth = 1, sale = 0) => ({ buyer, nth, seat: '12A', sale })
const bought = (buyer: number, here: ReturnType<typeof at>, s = fresh) =>
  store.on.buy(s, ask(buyer), buyer, here)[0]
const holders = (s: State) => s.plan.map((sale) => sale.buyer)

describe('store, available', () => {
  test('a window that knows of no sale sells at once, and copies later', () => {
    const step = store.on.buy(fresh, ask(3), 3, at(1))
    expect(holders(step[0])).toEqual([3])
    expect(said(step)).toEqual(['n1 sells 12A to n3'])
    expect(done(step)).toMatchObject([
      { to: 3, type: 'answer', body: { why: '' } },
      { do: 'wait', timer: 'copy', ms: 300 },
    ])
  })

  test('a window shows that others lack its news, and a buyer that it has a ticket', () => {
    const s = bought(3, at(1))
    expect(store.face(s, at(1))).toMatchObject({ word: 'will copy', mood: 'busy' })
    const [asks] = store.ask.buy(fresh, { seat: '12A', window: 0 }, at(3))
    const [has] = store.on.answer(asks, { ...ask(3), why: '' }, 1, at(3))
    expect(store.face(has, at(3))).toMatchObject({ word: 'has a ticket', mood: 'proud' })
  })

  test('a window that drops a sale it knew of shows whose', () => {
    const [first, later] = [bought(3, at(1, 10)), bought(4, at(2, 20))]
    const step = store.on.copy(first, { plan: later.plan }, 2, at(1, 30))
    expect(said(step)).toEqual(['n1 forgets that 12A was sold to n3'])
    const face = store.face(step[0], at(1))
    expect(face).toMatchObject({ word: 'forgot n3', mood: 'ill', holds: '12A: n4' })
  })

  test('a window refuses a seat that it knows to be sold', () => {
    const step = store.on.buy(bought(3, at(1)), ask(4), 4, at(1))
    expect(holders(step[0])).toEqual([3])
    expect(done(step)).toMatchObject([{ to: 4, body: { why: '12A is sold to n3' } }])
  })

  test('a question that comes twice is one sale', () => {
    const s = bought(3, at(1))
    const step = store.on.buy(s, ask(3), 3, at(1))
    expect(step[0]).toBe(s)
    expect(done(step)).toMatchObject([{ body: { why: '' } }])
  })

  test('a question that comes again after its ticket was given back sells nothing', () => {
    const [free] = store.on.giveBack(bought(3, at(1)), ask(3, 2, 1), 3, at(1, 10))
    const [s, ...does] = store.on.buy(free, ask(3), 3, at(1, 20))
    expect(s).toBe(free)
    expect(done([s, ...does])).toMatchObject([{ to: 3, body: { why: '' } }])
    expect(holders(store.on.buy(free, ask(3, 3), 3, at(1, 20))[0])).toEqual([3])
    expect(holders(store.on.buy(free, ask(4), 4, at(1, 20))[0])).toEqual([4])
  })

  test('a second question of the same buyer for the seat is refused', () => {
    const step = store.on.buy(bought(3, at(1)), ask(3, 2), 3, at(1))
    expect(done(step)).toMatchObject([{ body: { why: '12A is sold to n3' } }])
  })

  test('a window copies its plan to those that lack it, until they have it', () => {
    const s = bought(3, at(1))
    const copies = store.after.copy(s, at(1))
    expect(done(copies)).toMatchObject([{ to: 2, type: 'copy' }, { timer: 'copy' }])
    const reply = store.on.copy(fresh, { plan: s.plan }, 1, at(2))
    expect(done(reply)).toMatchObject([{ to: 1, type: 'copied', body: { plan: s.plan } }])
    const [told] = store.on.copied(s, { plan: s.plan }, 2, at(1))
    expect(done(store.after.copy(told, at(1)))).toEqual([])
  })

  test('a ticket given back frees the seat, once', () => {
    const s = bought(3, at(1))
    const [free] = store.on.giveBack(s, ask(3, 2, 1), 3, at(1))
    expect(holders(free)).toEqual([0])
    expect(store.on.giveBack(free, ask(3, 2, 1), 3, at(1))[0]).toBe(free)
    expect(holders(bought(4, at(1), free))).toEqual([4])
  })

  test('a sale is later than what it replaces, though a clock has gone back in between', () => {
    const [free] = store.on.giveBack(bought(3, at(1, 1000)), ask(3, 2, 1), 3, at(1, 1010))
    expect(holders(bought(4, at(1, 20), free))).toEqual([4])
    // Nor does it matter whose clock that was.
    expect(holders(bought(4, at(2, 20), free))).toEqual([4])
  })

  test('of two purchases of one buyer only the one that is named is given back', () => {
    const s = bought(3, at(1))
    const later = store.on.buy(fresh, ask(3, 5), 3, at(2, 50))[0]
    const both = { ...later, plan: [...s.plan, ...later.plan] }
    const [left] = store.on.giveBack(both, ask(3, 6, 5), 3, at(2, 60, { merge: 'versions' }))
    expect(left.plan.filter((sale) => sale.buyer).map((sale) => sale.nth)).toEqual([1])
  })
})

describe('store, merging after a cut', () => {
  const first = bought(3, at(1, 10))
  const second = bought(4, at(2, 20))
  const merged = (merge: 'last writer' | 'versions' | 'grow-only') => [
    store.on.copy(first, { plan: second.plan }, 2, at(1, 30, { merge })),
    store.on.copy(second, { plan: first.plan }, 1, at(2, 30, { merge })),
  ]

  test('by the last writer the earlier sale is forgotten, and the window says so', () => {
    const [one, two] = merged('last writer')
    expect([holders(one![0]), holders(two![0])]).toEqual([[4], [4]])
    expect(said(one!)).toEqual(['n1 forgets that 12A was sold to n3'])
    expect(said(two!)).toEqual([])
  })

  test('versions keep both sales and show the conflict', () => {
    const [one, two] = merged('versions')
    expect([holders(one![0]), holders(two![0])]).toEqual([
      [3, 4],
      [3, 4],
    ])
    expect(store.face(one![0], at(1))).toMatchObject({ word: 'conflict', holds: '12A: n3 | n4' })
  })

  test('with versions one of two holders can give back, and the other keeps the seat', () => {
    const [both] = merged('versions')
    const [s] = store.on.giveBack(both![0], ask(4, 2, 1), 4, at(1, 40, { merge: 'versions' }))
    expect(holders(s)).toEqual([3, 0])
  })

  test('a set that only grows keeps both, and takes nothing back', () => {
    const [one] = merged('grow-only')
    expect(holders(one![0])).toEqual([3, 4])
    const step = store.on.giveBack(one![0], ask(4, 2, 1), 4, at(1, 40, { merge: 'grow-only' }))
    expect(step[0]).toBe(one![0])
    expect(said(step)).toEqual(['a set that only grows keeps 12A sold'])
  })
})

describe('store, consistent', () => {
  const form = 'consistent'

  test('only the first window decides; another asks it', () => {
    const step = store.on.buy(fresh, ask(4), 4, at(2, 0, { form }))
    expect(step[0]).toBe(fresh)
    expect(done(step)).toEqual([{ do: 'send', to: 1, type: 'buy', body: ask(4) }])
  })

  test('the answer goes back by the window that was asked', () => {
    const here = at(1, 0, { form })
    expect(done(store.on.buy(fresh, ask(4), 2, here))).toMatchObject([{ to: 2 }, {}])
    const answer = { ...ask(4), why: '' }
    expect(done(store.on.answer(fresh, answer, 1, at(2, 0, { form })))).toMatchObject([
      { to: 4, type: 'answer' },
    ])
  })
})

test('store, consistent: a window whose clock is set back still sells a seat once', () => {
  const seat = '12B'
  const { broken, facts } = run(store, {
    protocol: 'store',
    nodes: ['window', 'buyer', 'buyer'],
    seed: 1,
    delay: 10,
    options: { form: 'consistent', merge: 'last writer' },
    script: [
      [100, { ask: { node: 2, type: 'buy', seat } }],
      [200, { ask: { node: 2, type: 'giveBack', seat } }],
      [300, { bump: { node: 1, ms: -1383 } }],
      [400, { ask: { node: 2, type: 'buy', seat } }],
      [500, { ask: { node: 3, type: 'buy', seat } }],
    ],
    until: 1000,
    poster: 0,
  })
  expect([broken, facts.refused]).toEqual([[], 1])
})

describe('store, buyers', () => {
  const [asked] = store.ask.buy(fresh, { seat: '12A', window: 0 }, at(4, 100))
  const answer = (why = '') => ({ ...ask(4), why })

  test('a buyer asks its own window, or the one it is told', () => {
    expect(done(store.ask.buy(fresh, { seat: '12A', window: 0 }, at(4)))).toMatchObject([
      { to: 2, type: 'buy', body: ask(4) },
      { timer: 'patience', ms: 1000 },
    ])
    expect(done(store.ask.buy(fresh, { seat: '12A', window: 1 }, at(4)))[0]).toMatchObject({
      to: 1,
    })
  })

  test('the first answer counts, and a repeated one does not', () => {
    const [has] = store.on.answer(asked, answer(), 2, at(4, 140))
    expect(has.asked).toMatchObject([{ from: 100, to: 140, outcome: 'ok' }])
    expect(store.on.answer(has, answer('12A is sold to n3'), 2, at(4, 150))).toEqual([has])
    expect(store.face(has, at(4))).toMatchObject({ mood: 'proud', holds: '12A' })
  })

  test('a buyer waits until the last of its questions is answered, and no longer', () => {
    const [both] = store.ask.buy(asked, { seat: '12B', window: 0 }, at(4, 120))
    const one = store.on.answer(both, answer(), 2, at(4, 140))
    expect(done(one)).toEqual([])
    const other = store.on.answer(one[0], { ...answer(), nth: 2, seat: '12B' }, 2, at(4, 150))
    expect(done(other)).toEqual([{ do: 'stop', timer: 'patience' }])
  })

  test('a refused buyer knows why', () => {
    const step = store.on.answer(asked, answer('12A is sold to n3'), 2, at(4, 140))
    expect(said(step)).toEqual(['n4 is refused by n2: 12A is sold to n3'])
    expect(store.face(step[0], at(4))).toMatchObject({ word: 'refused', mood: 'ill' })
  })

  test('a buyer who has given a ticket back is well', () => {
    const [has] = store.on.answer(asked, answer(), 2, at(4, 140))
    const [asks] = store.ask.giveBack(has, { seat: '12A', window: 2 }, at(4, 200))
    const [rid] = store.on.answer(asks, { ...answer(), nth: 2 }, 2, at(4, 240))
    expect(store.face(rid, at(4))).toEqual({ word: 'buyer', mood: 'calm' })
  })

  test('a buyer without an answer gives up and does not know; a late answer still counts', () => {
    const step = store.after.patience(asked, at(4, 1100))
    expect(said(step)).toEqual(['n4 gives up on 12A: no answer'])
    expect(step[0].asked).toMatchObject([{ to: 1100, outcome: 'unknown' }])
    const [late] = store.on.answer(step[0], answer(), 2, at(4, 1500))
    expect(late.asked).toMatchObject([{ to: 1500, outcome: 'ok' }])
  })

  test('only a ticket that one has can be given back', () => {
    const none = store.ask.giveBack(asked, { seat: '12A', window: 0 }, at(4))
    expect(said(none)).toEqual(['n4 has no ticket for 12A'])
    const [has] = store.on.answer(asked, answer(), 2, at(4, 140))
    const [gave] = store.ask.giveBack(has, { seat: '12A', window: 0 }, at(4, 200))
    expect(store.face(gave, at(4)).holds).toBeUndefined()
  })
})
