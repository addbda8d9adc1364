// Does a snapshot record what Chandy and Lamport 1985 say it must? Rule by rule, then in runs.

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { done, hereOf, said } from './here'
import { onTheWay, type Snapshot, snapshot } from './snapshot'

type Turned = Partial<Values<Snapshot['options']>>
const at = (self: number, options: Turned = {}) => hereOf(snapshot, { self, nodes: 3, options })
const { on, after, ask } = snapshot
const [fresh] = snapshot.start(at(1))
const marker = { snapshot: 1, after: 0 }

describe('Chandy and Lamport 1985', () => {
  test('who begins notes its state, and sends a marker on each channel (§3.2)', () => {
    const step = ask.snapshot({ ...fresh, sent: { 3: 2 } }, {}, at(1))
    expect(step[0].note).toEqual({
      ...{ snapshot: 1, tickets: 20, sent: { 3: 2 }, got: {}, channels: {}, open: [2, 3] },
    })
    expect(done(step)).toEqual([
      { do: 'send', to: 2, type: 'marker', body: { snapshot: 1, after: 0 } },
      { do: 'send', to: 3, type: 'marker', body: { snapshot: 1, after: 2 } },
    ])
  })

  test('the first marker makes one note its state; its channel is empty (§3.2)', () => {
    const step = on.marker(fresh, marker, 2, at(1))
    expect(step[0].note).toMatchObject({ tickets: 20, open: [3], channels: {} })
    expect(done(step)).toMatchObject([
      { to: 2, type: 'marker' },
      { to: 3, type: 'marker' },
    ])
  })

  test('what comes after one’s own note and before the marker was on its way (§3.2)', () => {
    const [noted] = on.marker(fresh, marker, 2, at(1))
    const [two] = on.parcel(noted, { nth: 1, tickets: 5 }, 3, at(1))
    expect(two).toMatchObject({ tickets: 25, note: { tickets: 20, channels: { 3: [5] } } })
    const step = on.marker(two, { snapshot: 1, after: 1 }, 3, at(1))
    expect(step[0]).toMatchObject({ note: { open: [] }, overtaken: 0 })
    expect(done(step)).toEqual([])
    expect(said(step)).toEqual(['n1 has its part: 20 and 5 on the way'])
    const [later] = on.parcel(step[0], { nth: 2, tickets: 3 }, 3, at(1))
    expect(later.note).toBe(step[0].note)
    expect(onTheWay(later.note!)).toBe(5)
  })

  test('what comes before one’s own note is in one’s own state', () => {
    const [rich] = on.parcel(fresh, { nth: 1, tickets: 5 }, 3, at(1))
    expect(on.marker(rich, marker, 2, at(1))[0].note).toMatchObject({ tickets: 25, channels: {} })
  })

  test('a marker of an older snapshot is left; a newer one begins anew', () => {
    const [one] = ask.snapshot(fresh, {}, at(1))
    const [two] = ask.snapshot(one, {}, at(1))
    expect(two.note!.snapshot).toBe(2)
    expect(on.marker(two, marker, 2, at(1))).toEqual([two])
    expect(on.marker(two, { snapshot: 3, after: 0 }, 2, at(1))[0].note!.snapshot).toBe(3)
  })

  test('a receiver sees that a marker has overtaken a parcel, or a parcel another', () => {
    expect(on.marker(fresh, { snapshot: 1, after: 1 }, 2, at(1))[0].overtaken).toBe(1)
    expect(on.parcel(fresh, { nth: 2, tickets: 1 }, 2, at(1))[0].overtaken).toBe(1)
  })

  test('in a roll call each notes what it holds when it is called, and nothing else', () => {
    const step = ask.snapshot(fresh, {}, at(1, { method: 'roll call' }))
    expect(done(step)).toEqual([{ do: 'sendAll', type: 'call', body: { snapshot: 1 } }])
    const [called] = on.call(fresh, { snapshot: 1 }, 1, at(2))
    expect(called.note).toMatchObject({ tickets: 20, open: [] })
    expect(on.call(called, { snapshot: 1 }, 1, at(2))).toEqual([called])
  })

  test('nobody gives what it has not', () => {
    expect(done(ask.give(fresh, { to: 2, tickets: 21 }, at(1)))).toEqual([])
    expect(done(ask.give(fresh, { to: 1, tickets: 1 }, at(1)))).toEqual([])
    const step = ask.give(fresh, { to: 2, tickets: 20 }, at(1))
    expect(done(step)).toMatchObject([{ to: 2, type: 'parcel', body: { nth: 1, tickets: 20 } }])
    expect(done(after.trade(step[0], at(1)))).toMatchObject([{ timer: 'trade' }])
  })
})

const scenario = (seed: number, options: Turned = {}, given: Partial<AnyScenario> = {}) =>
  ({
    protocol: 'snapshot',
    nodes: 4,
    options: { every: 30, ...options },
    seed,
    delay: [5, 60],
    fifo: true,
    script: [[200, { ask: { node: 1, type: 'snapshot' } }]],
    until: 600,
    poster: 0,
    ...given,
  }) as AnyScenario
const seeds = Array.from({ length: 80 }, (_, seed) => seed)
const over = (options: Turned, given: Partial<AnyScenario> = {}) =>
  seeds.map((seed) => run(snapshot, scenario(seed, options, given)))

describe('what is recorded', () => {
  test('markers count every ticket once, whatever is on its way', () => {
    const all = over({})
    const channels = all.filter(({ facts }) => (facts.recordedChannels as number) > 0)
    expect(channels.length).toBeGreaterThan(60)
    for (const { facts, broken } of all) {
      expect(broken).toEqual([])
      expect(facts).toMatchObject({ total: 80, recorded: 80, consistent: true, overtaken: 0 })
    }
  })

  test('a roll call counts some twice, and others not at all', () => {
    // Parcels are quicker than the call: some who were counted send to some who were not.
    const delay = { each: { call: [5, 150] }, other: [2, 20] } as const
    const all = over({ method: 'roll call' }, { delay, fifo: false })
    const counts = all.map(({ facts }) => facts.recorded as number)
    expect(counts.filter((n) => n < 80).length).toBeGreaterThan(20)
    expect(counts.filter((n) => n > 80).length).toBeGreaterThan(5)
    expect(all.filter(({ facts }) => facts.consistent === false).length).toBeGreaterThan(40)
  })

  test('one that forgets what was on its way breaks the promise', () => {
    const parcel: typeof on.parcel = (s, body, from, here) => {
      const [next] = on.parcel({ ...s, note: null }, body, from, here)
      return [{ ...next, note: s.note }]
    }
    const forgetful = { ...snapshot, on: { ...on, parcel } }
    const broken = seeds.filter((seed) => run(forgetful, scenario(seed)).broken.length)
    expect(broken.length).toBeGreaterThan(60)
  })

  test('where messages overtake each other markers count wrongly, and one can see it', () => {
    const all = over({}, { fifo: false })
    const wrong = all.filter(({ facts }) => facts.recorded !== 80)
    expect(wrong.length).toBeGreaterThan(15)
    for (const { facts } of wrong) expect(facts.overtaken).toBeGreaterThan(0)
  })

  test('two may begin at once, and several snapshots follow each other', () => {
    const script: Line[] = [200, 200, 230, 400].map((from, i) => [
      from,
      { ask: { node: i + 1, type: 'snapshot' } },
    ])
    for (const { facts } of over({}, { script })) {
      expect(facts).toMatchObject({ complete: true, recorded: 80, consistent: true })
    }
  })

  test('markers need only the channels that there are: on a ring too they reach all', () => {
    for (const { facts } of over({}, { links: 'ring', nodes: 6 })) {
      expect(facts).toMatchObject({ recorded: 120, consistent: true })
    }
  })
})
