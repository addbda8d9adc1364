// Does each rule of the broker do what its delivery promises? One test per rule.

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { broker, type State } from './index'
import type { Broker } from './kind'

type Given = NonNullable<Parameters<typeof hereOf<Broker>>[1]>
const nodes = ['broker', 'publisher', 'consumer', 'consumer'] as const
const at = (self: number, options: Given['options'] = {}, clock = 0) =>
  hereOf(broker, { nodes, self, options, clock })
const [fresh] = broker.start(at(1))
const letter = (n: number, poison = false) => ({ id: `2.${n}`, value: `order ${n}`, poison })
const sent = (step: readonly unknown[], type: string) =>
  (done(step) as { type?: string; to: number; body: unknown }[]).filter((e) => e.type === type)
/** The broker after these were published. */
const holding = (count: number, options: Given['options'] = {}) =>
  Array.from({ length: count }, (_, i) => letter(i + 1)).reduce<State>(
    (s, it) => broker.on.publish(s, it, 2, at(1, options))[0],
    fresh,
  )

test('a message is accepted once, however often it is published', () => {
  const step = broker.on.publish(holding(1), letter(1), 2, at(1))
  expect(step[0]).toEqual(holding(1))
  expect(done(step)).toMatchObject([{ type: 'accepted', to: 2 }])
})

test('where there is no broker, nothing is sent to nobody', () => {
  const alone = hereOf(broker, { nodes: ['publisher', 'consumer'], self: 1 })
  const step = broker.ask.publish(fresh, { value: 'order 1', poison: false }, alone)
  expect(sent(step, 'publish')).toEqual([])
  expect(broker.after.again(step[0], alone)).toEqual([step[0]])
})

test('a fan-out to nobody loses nothing', () => {
  const script: ScenarioOf<typeof broker, 'broker'>['script'] = [
    [5, { ask: { node: 2, type: 'publish' } }],
  ]
  const options = { fanOut: true } as const
  const it = { protocol: 'broker', nodes: ['broker', 'publisher'], options, script } as const
  expect(run(broker, { ...it, delay: 10, seed: 1, until: 500, poster: 0 }).broken).toEqual([])
})

test('at least once, each consumer has one message at a time; the others wait', () => {
  const { items } = holding(3)
  expect(items.map((it) => it.with).sort()).toEqual([0, 3, 4])
})

test('at most once, what is given out is forgotten', () => {
  expect(holding(3, { delivery: 'at most once' }).items).toEqual([])
})

test('a fan-out gives every consumer its copy', () => {
  const step = broker.on.publish(fresh, letter(1), 2, at(1, { fanOut: true }))
  expect(sent(step, 'deliver').map((e) => e.to)).toEqual([3, 4])
})

test('a consumer acknowledges what it has handled, after it has', () => {
  const [busy, ...first] = broker.on.deliver(fresh, letter(1), 1, at(3))
  expect(first).toEqual([{ do: 'wait', timer: 'work', ms: 100 }])
  const step = broker.after.work(busy, at(3))
  expect(step[0].done).toEqual(['2.1'])
  expect(sent(step, 'ack')).toMatchObject([{ to: 1, body: { id: '2.1', failed: false } }])
})

test('an acknowledged message leaves the broker, and the next is given out', () => {
  const s = holding(3)
  const first = s.items[0]!
  const step = broker.on.ack(s, { id: first.id, failed: false }, first.with, at(1))
  expect(step[0].items.map((it) => it.with > 0)).toEqual([true, true])
})

test('only who has it can acknowledge it, and of a fan-out only its own copy', () => {
  const s = holding(1)
  const [{ with: taker }] = s.items as [State['items'][number]]
  const other = broker.on.ack(s, { id: '2.1', failed: false }, 7 - taker, at(1))
  expect(other[0].items).toEqual(s.items)
  const all = holding(1, { fanOut: true })
  const one = broker.on.ack(all, { id: '2.1', failed: false }, 3, at(1, { fanOut: true }))
  expect(one[0].items.map((it) => it.to)).toEqual([4])
})

test('without an answer in time it is delivered again', () => {
  const s = holding(1)
  expect(sent(broker.after.again(s, at(1, {}, 299)), 'deliver')).toEqual([])
  const step = broker.after.again(s, at(1, {}, 300))
  expect(sent(step, 'deliver')).toHaveLength(1)
  expect(step[0].items[0]!.tries).toBe(2)
  expect(said(step)).toEqual(['no answer for “order 1” in time'])
})

test('what fails is delivered again, and after so many attempts set aside', () => {
  let s = holding(1, { attempts: 2 })
  const fail = () =>
    broker.on.ack(s, { id: '2.1', failed: true }, s.items[0]!.with, at(1, { attempts: 2 }))
  s = fail()[0]
  expect(s.items[0]!.tries).toBe(2)
  const step = fail()
  expect([step[0].items, step[0].dead.length]).toEqual([[], 1])
  expect(said(step)).toEqual(['n1 sets “order 1” aside after 2 attempts'])
})

test('a poisonous message cannot be handled', () => {
  const [busy] = broker.on.deliver(fresh, letter(1, true), 1, at(3))
  const step = broker.after.work(busy, at(3))
  expect(step[0].done).toEqual([])
  expect(sent(step, 'ack')).toMatchObject([{ body: { failed: true } }])
})

test('a consumer that remembers does not handle a message again', () => {
  const busy = { ...fresh, inbox: [letter(1)], done: ['2.1'] }
  expect(broker.after.work(busy, at(3))[0].done).toHaveLength(2)
  expect(broker.after.work(busy, at(3, { remembers: true }))[0].done).toHaveLength(1)
})

test('at most once, a second copy is ignored', () => {
  const here = at(3, { delivery: 'at most once' })
  const [s] = broker.on.deliver(fresh, letter(1), 1, here)
  expect(broker.on.deliver({ ...s, inbox: [] }, letter(1), 1, here)[0].inbox).toEqual([])
})

test('a publisher publishes again until the broker has accepted', () => {
  const step = broker.ask.publish(fresh, { value: 'sell 12A', poison: false }, at(2))
  expect(step[0].pending).toHaveLength(1)
  expect(sent(broker.after.again(step[0], at(2)), 'publish')).toHaveLength(1)
  expect(broker.on.accepted(step[0], { id: '2.1' }, 1, at(2))[0].pending).toEqual([])
})

test('a consumer that crashes at work handles it never, or once more: the two deliveries', () => {
  type Scenario = ScenarioOf<typeof broker, 'broker'>
  const crash = (delivery: 'at most once' | 'at least once', during: readonly [number, number]) => {
    const scenario: Scenario = {
      protocol: 'broker',
      nodes: ['broker', 'publisher', 'consumer'],
      options: { delivery },
      seed: 1,
      delay: 10,
      script: [
        [0, { ask: { node: 2, type: 'publish' } }],
        [during[0], { crash: 3 }, during[1]],
      ],
      until: 2000,
      poster: 0,
    }
    return run(broker, scenario).facts
  }
  expect(crash('at most once', [50, 60])).toMatchObject({ handled: 0, lost: 1 })
  expect(crash('at least once', [50, 60])).toMatchObject({ handled: 1, again: 0, lost: 0 })
})

test('a lost acknowledgement makes at-least-once handle it twice', () => {
  const scenario: ScenarioOf<typeof broker, 'broker'> = {
    protocol: 'broker',
    nodes: ['broker', 'publisher', 'consumer'],
    seed: 1,
    delay: 10,
    script: [
      [0, { ask: { node: 2, type: 'publish' } }],
      [0, { lose: { from: 3, to: 1 } }],
    ],
    until: 2000,
    poster: 0,
  }
  expect(run(broker, scenario).facts).toMatchObject({ handled: 1, again: 1, waiting: 0, out: 0 })
})

/** More than two can handle, and the broker's disk is lost or not. */
const flooded = (script: ScenarioOf<typeof broker, 'broker'>['script'], until: number) =>
  run(broker, {
    ...{ protocol: 'broker', nodes, seed: 1, delay: [10, 20], script, until, poster: 0 },
    options: { every: 1, work: 500, patience: 2500 },
  } as ScenarioOf<typeof broker, 'broker'>)
test('with thousands that wait, what is promised is held as they come', () => {
  const { broken, events, facts } = flooded([], 7000)
  expect([broken, events > 20_000, (facts.waiting as number) > 6000]).toEqual([[], true, true])
})

test('a broker that lost its disk has lost what it accepted, and the promise says so', () => {
  const { broken } = flooded([[400, { crash: 1, wipe: true }, 450]], 600)
  expect(broken).toMatchObject([{ at: 450, says: 'a message is gone, and nobody has handled it' }])
})
