// Does each clock tick as its paper says? One test per rule.

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { AnyScenario } from '@/lib/sim/scenario'
import { clocks, type State } from './clocks'
import { done, hereOf, said } from './here'

const at = (self: number, clock = 0, options = {}) =>
  hereOf(clocks, { nodes: 3, self, clock, options })
const [fresh] = clocks.start(at(1))
const act = (s: State, self: number, clock = 0) => clocks.ask.act(s, {}, at(self, clock))[0]
const note = (lamport: number, vector: State['vector'], wall = 0, n = 1) => ({
  lamport,
  vector,
  hybrid: { wall, logical: 0 },
  n,
})

test('IR1: each event of a node has a greater stamp than the one before', () => {
  const one = act(fresh, 1, 10)
  const two = act(one, 1, 10)
  expect([one.lamport, two.lamport]).toEqual([1, 2])
  expect(two.vector).toEqual({ 1: 2 })
  expect(two.hybrid).toEqual({ wall: 10, logical: 1 })
})

test('IR2: whoever receives a note takes the larger stamp, and ticks', () => {
  const [s] = clocks.on.note(act(fresh, 1), note(7, { 2: 5 }, 900), 2, at(1, 40))
  expect([s.lamport, s.vector]).toEqual([8, { 1: 2, 2: 5 }])
  expect(s.hybrid).toEqual({ wall: 900, logical: 1 })
})

test('Tanenbaum’s clocks of 6, 8 and 10: sent at 60 and received at 56, it becomes 61', () => {
  const busy = { ...fresh, lamport: 56 }
  expect(clocks.on.note(busy, note(60, {}), 3, at(2))[0].lamport).toBe(61)
  expect(clocks.on.note({ ...fresh, lamport: 54 }, note(69, {}), 2, at(1))[0].lamport).toBe(70)
})

test('a note carries the stamps of its own sending', () => {
  const step = clocks.ask.write(act(fresh, 1), { to: 3 }, at(1, 20))
  expect(done(step)).toMatchObject([{ to: 3, body: { lamport: 2, vector: { 1: 2 }, n: 2 } }])
  expect(said(step)).toEqual(['n1 sends: 2 · [2 0 0] · 20'])
})

test('what happened is on disk: a clock that forgot would go back', () => {
  expect(clocks.wake!(act(fresh, 1), at(1))[0]).toEqual(act(fresh, 1))
})

test('whoever is only to act when asked sets no timer', () => {
  expect(done(clocks.start(at(1, 0, { every: 0 })))).toEqual([])
  expect(done(clocks.after.act(fresh, at(1)))).toContainEqual(
    expect.objectContaining({ timer: 'act' }),
  )
})

test('the face shows Lamport’s number, the vector and the hybrid clock', () => {
  expect(clocks.face(act(fresh, 1, 20.9), at(1)).holds).toBe('1 · [1 0 0] · 20')
  expect(clocks.face(act(act(fresh, 1, 20), 1, 20), at(1)).holds).toBe('2 · [2 0 0] · 20+1')
})

const busy = (script: AnyScenario['script'], until: number): AnyScenario => ({
  ...{ protocol: 'clocks', nodes: 3, seed: 1, delay: [30, 40], options: { every: 1 } },
  ...{ script, until, poster: 0 },
})
test('what is promised of 20,000 events is held as they come', () => {
  const { broken, events } = run(clocks, busy([], 4600))
  expect([broken, events > 20_000]).toEqual([[], true])
})

test('a node that lost its disk has stamps that go back, and the promise says so', () => {
  const { broken } = run(clocks, busy([[100, { crash: 2, wipe: true }, 150]], 300))
  expect(broken[0]?.says).toMatch(/^the vector of 2\.1 does not count what happened before it$/)
})
