// Does each rule of the overload do what it says, and is goodput what theory expects?

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { done, hereOf } from '../here'
import { overload, type State } from './index'
import type { Overload } from './kind'

type Given = NonNullable<Parameters<typeof hereOf<Overload>>[1]>
const nodes = ['window', 'crowd'] as const
const at = (self: 1 | 2, options: Given['options'] = {}, clock = 0) =>
  hereOf(overload, { nodes, self, options: { rate: 0, ...options }, clock })
const [fresh] = overload.start(at(1))
const sent = (step: readonly unknown[], type: string) =>
  (done(step) as { type?: string; body: Record<string, unknown> }[]).filter((e) => e.type === type)
const waits = (step: readonly unknown[], timer: string) =>
  (done(step) as { timer?: string; ms: number }[]).find((e) => e.timer === timer)?.ms
const come = (many: number, options: Given['options'] = {}) =>
  overload.ask.flood(fresh, { many }, at(2, options))
const queued = (length: number): State => ({
  ...fresh,
  queue: [Array.from({ length }, (_, i) => ({ from: 2, id: i + 1, nth: 1 }))],
})

test('who comes asks at once, and waits so long for an answer', () => {
  const step = come(3)
  expect(sent(step, 'request').map((e) => e.body)).toEqual([1, 2, 3].map((id) => ({ id, nth: 1 })))
  expect(waits(step, 'due')).toBe(1000)
})

test('an open loop: customers come whether or not others were served', () => {
  const step = overload.after.arrival(fresh, at(2, { rate: 10 }))
  expect(step[0].arrived).toBe(1)
  expect(waits(step, 'arrival')).toBeGreaterThan(0)
})

test('a window serves one after another', () => {
  const step = overload.on.request(fresh, { id: 1, nth: 1 }, 2, at(1))
  expect(waits(step, 'served')).toBe(100)
  expect(done(overload.on.request(step[0], { id: 2, nth: 1 }, 2, at(1)))).toEqual([])
  const served = overload.after.served(queued(2), at(1))
  expect(sent(served, 'answer')).toMatchObject([{ body: { id: 1, done: true } }])
  expect(waits(served, 'served')).toBe(100)
})

test('shedding: beyond its limit a window turns away at once', () => {
  const step = overload.on.request(queued(5), { id: 9, nth: 1 }, 2, at(1, { limit: 5 }))
  expect(sent(step, 'answer')).toMatchObject([{ body: { id: 9, done: false } }])
  expect(step[0].queue.flat()).toHaveLength(5)
  const [taken] = overload.on.request(queued(5), { id: 9, nth: 1 }, 2, at(1))
  expect(taken.queue.flat()).toHaveLength(6)
})

test('back-pressure: without credit customers wait at the door, and are let in one by one', () => {
  const step = come(5, { credits: 2 })
  expect(sent(step, 'request')).toHaveLength(2)
  const next = overload.on.answer(step[0], { id: 1, nth: 1, done: true }, 1, at(2, { credits: 2 }))
  expect(sent(next, 'request')).toMatchObject([{ body: { id: 3 } }])
})

test('an answer to an attempt that was given up is of no use', () => {
  const [s] = come(1, { retries: 1 })
  const [paused] = overload.after.due(s, at(2, { retries: 1 }, 1000))
  expect(paused.open[0]![0]!.waits).toBe('pause')
  const [late] = overload.on.answer(paused, { id: 1, nth: 1, done: true }, 1, at(2, {}, 1001))
  expect([late.good, late.late]).toEqual([0, 1])
})

test('who was turned away asks again after a pause, so often, and then leaves', () => {
  const given = { retries: 1, pause: 50 }
  const busy = (s: State, nth: number, clock: number) =>
    overload.on.answer(s, { id: 1, nth, done: false }, 1, at(2, given, clock))
  const step = busy(come(1, given)[0], 1, 10)
  expect(waits(step, 'due')).toBe(50)
  const again = overload.after.due(step[0], at(2, given, 60))
  expect(sent(again, 'request')).toMatchObject([{ body: { id: 1, nth: 2 } }])
  expect(busy(again[0], 2, 70)[0]).toMatchObject({ open: [], gaveUp: 1 })
})

test('back-off doubles the pause, and jitter takes any part of it', () => {
  const pause = (tries: number, options: Given['options']) => {
    const open = [[{ id: 1, tries, due: 1000, waits: 'answer' }]] as const
    const given = at(2, { retries: 9, pause: 100, ...options })
    const s = { ...fresh, open, arrived: 1 }
    return overload.on.answer(s, { id: 1, nth: tries, done: false }, 1, given)[0].open[0]![0]!.due
  }
  expect([1, 2, 3, 4].map((n) => pause(n, { backOff: true }))).toEqual([100, 200, 400, 800])
  expect(pause(3, {})).toBe(100)
  expect(pause(3, { backOff: true, jitter: true })).toBeLessThan(400)
})

type Scenario = ScenarioOf<typeof overload, 'overload'>
/** Facts of twelve runs. */
const factsOf = (options: Scenario['options'], script: Scenario['script'], until: number) =>
  Array.from({ length: 12 }, (_, seed) => {
    const it: Scenario = { protocol: 'overload', nodes, seed, delay: 5, until, poster: 0 }
    return run(overload, { ...it, ...(options && { options }), ...(script && { script }) }).facts
  })
const mean = (all: readonly { readonly [fact: string]: unknown }[], fact: string) =>
  all.reduce((sum, facts) => sum + (facts[fact] as number), 0) / all.length

test('below its capacity a window serves nearly all; far above it, nearly nobody in time', () => {
  expect(mean(factsOf({ rate: 5 }, [], 30_000), 'goodShare')).toBeGreaterThan(0.98)
  const above = factsOf({ rate: 20 }, [], 30_000)
  expect(mean(above, 'goodput')).toBe(0)
  expect(mean(above, 'served') / 30).toBeCloseTo(10, 0)
})

test('shedding and back-pressure keep the goodput at the capacity, whatever comes', () => {
  for (const options of [{ limit: 8 }, { credits: 8 }])
    expect(mean(factsOf({ rate: 20, ...options }, [], 30_000), 'goodput')).toBeGreaterThan(9)
})

test('a stall passes; with retries at once it never does, unless the window sheds', () => {
  const stall: Scenario['script'] = [[5000, { pause: 1 }, 8000]]
  const after = (options: Scenario['options']) =>
    mean(factsOf({ rate: 6, ...options }, stall, 60_000), 'goodput')
  const storm = { retries: 3, pause: 1 }
  expect(after({})).toBeGreaterThan(4)
  expect(after(storm)).toBe(0)
  expect(after({ ...storm, limit: 9 })).toBeGreaterThan(4)
})

test('sixty at once: retries in step serve a quarter, back-off half, jitter most', () => {
  const flood: Scenario['script'] = [[1000, { ask: { node: 2, type: 'flood', many: 60 } }]]
  const share = (options: Scenario['options']) =>
    mean(factsOf({ rate: 0, limit: 8, retries: 4, ...options }, flood, 20_000), 'goodShare')
  const shares = [
    share({ pause: 200 }),
    share({ pause: 200, backOff: true }),
    share({ pause: 400, backOff: true, jitter: true }),
  ]
  expect(shares.map((it) => Math.round(it * 100))).toEqual([27, 50, expect.any(Number)])
  expect(shares[2]).toBeGreaterThan(0.8)
})
