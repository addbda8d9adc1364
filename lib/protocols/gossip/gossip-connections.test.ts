// Do connection limits and hunting do what Demers et al. (1987) say in §1.4?

import { expect, test } from 'vitest'
import { done, hereOf } from '../here'
import type { GossipConnections, State } from './connections.kind'
import { withConnections } from './gossip-connections'
import * as whole from './index'

const it = withConnections(whole.gossip, whole)
const at = (given: Parameters<typeof hereOf<GossipConnections>>[1] = {}) => hereOf(it, given)
const [fresh] = it.start(at())
const hot: State = { ...it.ask.tell(fresh, { key: '12A', value: 'sold' }, at())[0], ...rest() }
function rest() {
  const { tried, served, calls, taken } = fresh
  return { tried, served, calls, taken }
}
const types = (step: readonly unknown[]) =>
  (done(step) as { type?: string; timer?: string }[]).map((e) => e.type ?? e.timer)

test('§1.4 a site calls before it tells: nothing is sent until the call is taken', () => {
  const step = it.after.cycle(hot, at())
  expect(types(step)).toEqual(['call', 'cycle'])
  expect(step[0]).toMatchObject({ calls: 1, sent: 0 })
  const [to] = step[0].tried
  const told = it.on.taken(step[0], { nth: 1 }, to!, at())
  expect(types(told)).toEqual(['news'])
  expect(done(told)).toMatchObject([{ to }])
  expect(told[0]).toMatchObject({ sent: 1, tried: [] })
  // The same answer twice does not tell twice.
  expect(done(it.on.taken(told[0], { nth: 1 }, to!, at()))).toEqual([])
})

test('§1.4 a site takes as many calls a cycle as its limit, and refuses the rest', () => {
  const call = (s: State, from: number, clock: number, limit = 1) =>
    it.on.call(s, { nth: 7 }, from, at({ clock, options: { limit } }))
  const one = call(fresh, 2, 110)
  expect(types(one)).toEqual(['taken'])
  const two = call(one[0], 3, 150)
  expect(types(two)).toEqual(['busy'])
  expect(done(two)).toMatchObject([{ to: 3, body: { nth: 7 } }])
  expect(types(call(one[0], 3, 150, 2))).toEqual(['taken'])
  expect(types(call(two[0], 3, 210))).toEqual(['taken'])
})

test('§1.4 a refused call is no contact: it counts as nothing', () => {
  const [called] = it.after.cycle(hot, at())
  const step = it.on.busy(called, { nth: 1 }, called.tried[0]!, at())
  expect(done(step)).toEqual([])
  expect(step[0]).toMatchObject({ hot: { '12A': 0 }, sent: 0 })
})

test('§1.4 hunting: who is refused tries others, each once, so many', () => {
  const here = at({ options: { hunt: 2 } })
  let [s] = it.after.cycle(hot, here)
  for (const _ of [1, 2]) {
    const step = it.on.busy(s, { nth: s.calls }, s.tried.at(-1)!, here)
    expect(types(step)).toEqual(['call'])
    s = step[0]
  }
  expect(new Set(s.tried).size).toBe(3)
  expect(done(it.on.busy(s, { nth: s.calls }, s.tried.at(-1)!, here))).toEqual([])
  // An answer to an earlier call does nothing.
  expect(done(it.on.busy(s, { nth: 1 }, s.tried[0]!, at({ options: { hunt: 9 } })))).toEqual([])
})

test('§1.4 hunting ends when everybody has been tried', () => {
  const here = at({ nodes: 2, options: { hunt: 9 } })
  const [s] = it.after.cycle(hot, here)
  expect(done(it.on.busy(s, { nth: 1 }, 2, here))).toEqual([])
})

test('a new cycle forgets whom the last one tried, and counts what came back', () => {
  const back = { ...hot, hot: { '12A': 1 }, back: { '12A': false }, tried: [2, 3] }
  expect(types(it.after.cycle(back, at()))).toEqual([])
  const useful = { ...back, back: { '12A': true } }
  expect(it.after.cycle(useful, at())[0].tried).toHaveLength(1)
})
