// What the kernel promises of time, order, faults and acts, one sentence each.

import { describe, expect, test } from 'vitest'
import { type Chatter, chatter } from './chatter'
import type { Film } from './film'
import { eventAt, factsAt, lastEvent, messagesOf, next, previous, shoot, worldAt } from './film'
import { run } from './lean'
import { type Protocol, say, send, wait } from './protocol'
import type { AnyScenario, Line } from './scenario'

const scenario = (more: Partial<AnyScenario> = {}): AnyScenario => ({
  protocol: 'chatter',
  nodes: 4,
  seed: 7,
  delay: [5, 15],
  until: 1000,
  poster: 100,
  ...more,
})
const film = (more: Partial<AnyScenario> = {}) => shoot(chatter, scenario(more))
const events = (it: Film) => Array.from({ length: it.length }, (_, i) => eventAt(it, i))
const deaths = (it: Film, fate: string) => [...messagesOf(it)].filter((m) => m.fate === fate)
const script = (...lines: Line[]) => film({ script: lines })

/** A protocol made of a few rules, to look at one thing at a time. */
const tiny = (rules: Partial<Protocol<Chatter>>): Protocol<Chatter> => ({
  ...chatter,
  start: () => [{ heard: 0, kept: 0, last: '' }],
  ...rules,
})

describe('order', () => {
  test('events come by time; at one instant starts, then lines in order, then the rest', () => {
    const greet = (word: string): Line => [0, { ask: { node: 1, type: 'greet', word } }]
    const it = film({ script: [greet('one'), greet('two')], delay: 0 })
    const first = events(it).slice(0, 7)
    expect(first.map(({ kind }) => kind)).toEqual([
      ...['start', 'start', 'start', 'start', 'ask', 'ask', 'message'],
    ])
    expect(first.slice(4, 6).flatMap(({ says }) => says.slice(1))).toEqual([
      'n1 greets with one',
      'n1 greets with two',
    ])
    const times = events(it).map(({ at }) => at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  test('a run ends after the last event at or before its end', () => {
    const rules = { start: () => [{ heard: 0, kept: 0, last: '' }, wait('greet', 50)] as const }
    const it = shoot(tiny(rules), scenario({ nodes: 1, until: 50, options: { loud: true } }))
    expect(events(it).map(({ kind, at }) => [kind, at])).toEqual([
      ['start', 0],
      ['timer', 50],
    ])
  })

  test('the world at a moment has everything up to and including it', () => {
    const it = film()
    for (const { at, node, index } of events(it).slice(0, 200)) {
      expect(lastEvent(it, at)).toBeGreaterThanOrEqual(index)
      if (node) expect(worldAt(it, at).at).toBe(at)
    }
    const whole = run(chatter, scenario()).world
    const end = worldAt(it, 1000)
    expect(end.nodes.map(({ state }) => state)).toEqual(whole.nodes.map(({ state }) => state))
    expect(end.messages).toEqual(whole.messages)
    expect(end.nodes.map(({ timers }) => timers.map((t) => t.name).sort())).toEqual(
      whole.nodes.map(({ timers }) => timers.map((t) => t.name).sort()),
    )
  })

  test('stepping forwards and backwards visits the same events', () => {
    const it = film({ until: 300 })
    const forth: number[] = []
    for (let e = next(it, -1); e; e = next(it, e.at)) forth.push(e.at)
    const back: number[] = []
    for (let e = previous(it, Infinity); e; e = previous(it, e.at)) back.push(e.at)
    expect(back.reverse()).toEqual(forth)
    expect(new Set(forth)).toEqual(new Set(events(it).map(({ at }) => at)))
  })
})

describe('clocks', () => {
  test('timers run on the crystal: a fast one fires early, a bump fires none', () => {
    const rules = { start: () => [{ heard: 0, kept: 0, last: '' }, wait('lonely', 110)] as const }
    const at = (more: Partial<AnyScenario>) =>
      events(shoot(tiny(rules), scenario({ nodes: 1, until: 115, ...more })))
        .filter(({ kind }) => kind === 'timer')
        .map((event) => event.at)
    expect(at({})).toEqual([110])
    expect(at({ clocks: [{ driftPpm: 100_000 }] })[0]).toBeCloseTo(100, 9)
    expect(at({ script: [[50, { bump: { node: 1, ms: 500 } }]] })).toEqual([110])
    const later: Line = [55, { drift: { node: 1, ppm: 100_000 } }]
    expect(at({ script: [later] })[0]).toBeCloseTo(105, 9)
    const short: Line = [10, { drift: { node: 1, ppm: 100_000 } }, 65]
    expect(at({ script: [short] })[0]).toBeCloseTo(104.5, 9)
  })

  test('the clock is the crystal and its offset, and a bump changes the offset', () => {
    const it = film({
      clocks: [{ offset: 30, driftPpm: 1000 }],
      script: [[500, { bump: { node: 1, ms: -200 } }]],
    })
    expect(worldAt(it, 400).nodes[0]!.clock).toBeCloseTo(30 + 400.4, 9)
    expect(worldAt(it, 600).nodes[0]!.clock).toBeCloseTo(30 + 600.6 - 200, 9)
    expect(worldAt(it, 600).nodes[1]!.clock).toBe(600)
  })
})

describe('nodes', () => {
  test('a crash takes what is not on disk, a wipe takes all', () => {
    const at = (line: Line) => worldAt(script(line), 500).nodes[1]!.state as { kept: number }
    expect(at([499.99, { crash: 2 }, 500]).kept).toBeGreaterThan(5)
    expect(at([499.99, { crash: 2, wipe: true }, 500]).kept).toBe(0)
    const down = worldAt(script([300, { crash: 2 }]), 400).nodes[1]!
    expect([down.up, down.timers.length]).toEqual([false, 0])
    expect((down.state as { heard: number }).heard).toBeGreaterThan(0)
  })

  test('a paused node takes nothing, then all that waited at one instant, in order', () => {
    const it = script([200, { pause: 3 }, 420])
    const mine = events(it).filter(({ node, kind }) => node === 3 && kind !== 'death')
    expect(mine.some(({ at }) => at > 200 && at < 420)).toBe(false)
    const burst = mine.filter(({ at, kind }) => at === 420 && kind !== 'end')
    expect(burst.length).toBeGreaterThan(3)
    const dues = burst
      .filter(({ message }) => message >= 0)
      .map(({ message }) => [...messagesOf(it)][message]!.due)
    expect(dues).toEqual([...dues].sort((a, b) => a - b))
  })

  test('a timer that an earlier item sets again does not fire when the pause ends', () => {
    const rules: Partial<Protocol<Chatter>> = {
      start: (here) => [
        { heard: 0, kept: 0, last: '' },
        ...(here.self === 1 ? [wait('lonely', 60)] : [send(1, 'hello', { word: 'x' })]),
      ],
      on: {
        hello: (state) => [{ ...state, heard: 1 }, wait('lonely', 500)],
        back: (state) => [state],
      },
      after: { greet: (state) => [state], lonely: (state) => [state, say('fired')] },
    }
    const at = (pause: Line[]) => {
      const it = shoot(tiny(rules), scenario({ nodes: 2, until: 200, delay: 50, script: pause }))
      return events(it).filter(({ says }) => says.includes('fired')).length
    }
    expect(at([[40, { pause: 1 }, 100]])).toBe(0)
    expect(at([[55, { pause: 1 }, 100]])).toBe(0)
  })

  test('a crash empties the queue of a paused node: unheard', () => {
    const it = script([200, { pause: 3 }, 500], [400, { crash: 3 }, 450])
    const unheard = deaths(it, 'unheard').filter(({ until }) => until === 400)
    expect(unheard.length).toBeGreaterThan(3)
    expect(worldAt(it, 460).nodes[2]!.paused).toBe(false)
  })

  test('what a node is asked while it is paused to the end does nothing, and says so', () => {
    const asked: Line = [300, { ask: { node: 3, type: 'greet' } }]
    const why = (pause: Line) => script(pause, asked).skipped.map((it) => [it.line, it.why])
    expect(why([200, { pause: 3 }])).toEqual([[1, 'n3 is paused to the end']])
    expect(why([200, { pause: 3 }, 500])).toEqual([])
  })

  test('a line may name a fact, settled at its moment; one that finds nobody says so', () => {
    const it = film({
      script: [
        [500, { crash: 'most' }, 700],
        [600, { pause: 'nobody' }],
      ],
    })
    const most = factsAt(film(), 500).most as number
    expect(
      worldAt(it, 600)
        .nodes.filter(({ up }) => !up)
        .map(({ id }) => id),
    ).toEqual([most])
    expect(worldAt(it, 700).nodes.every(({ up }) => up)).toBe(true)
    expect(it.skipped).toEqual([{ line: 1, at: 600, why: 'there is no nobody' }])
    expect(events(it).some(({ says }) => says[0]?.startsWith('nothing happens'))).toBe(true)
  })

  test('turn changes an option for all from then on', () => {
    const it = script([500, { turn: { loud: true } }])
    const hellos = (from: number, to: number) =>
      [...messagesOf(it)].filter((m) => m.type === 'hello' && m.sent > from && m.sent < to).length
    expect(hellos(500, 900)).toBeGreaterThan(hellos(100, 500) * 2)
    expect([worldAt(it, 499).options.loud, worldAt(it, 500).options.loud]).toEqual([false, true])
  })

  test('links say who is a peer and who may talk', () => {
    const it = film({ links: 'ring', options: { loud: true } })
    for (const { from, to } of messagesOf(it)) expect([1, 3]).toContain(Math.abs(from - to))
  })
})

describe('what a rule may not do ends the film with one sentence', () => {
  const stopped = (start: Protocol<Chatter>['start']) =>
    shoot(tiny({ start }), scenario({ nodes: 2 })).stopped
  const state = { heard: 0, kept: 0, last: '' }
  test('a timer of nothing, a message to nobody, an exception, a loop at one instant', () => {
    expect(stopped(() => [state, wait('greet', 0)])).toMatch(
      'the rule start of chatter set the timer',
    )
    expect(stopped(() => [state, wait('greet', Number.NaN)])).toMatch('NaN ms')
    expect(stopped(() => [state, send(9, 'hello', { word: '' })])).toMatch('n1 has no link to it')
    expect(stopped(() => [state, send(1, 'hello', { word: '' })])).toMatch('no link')
    const failing = () => {
      throw new Error('oops')
    }
    expect(stopped(failing)).toMatch('the rule start of chatter failed at n1: oops')
    const loop = shoot(
      tiny({
        start: ({ self }) => (self === 1 ? [state, send(2, 'hello', { word: '' })] : [state]),
        on: {
          hello: (s, _b, from) => [s, send(from, 'hello', { word: '' })],
          back: (s) => [s],
        },
      }),
      scenario({ nodes: 2, delay: 0 }),
    )
    expect(loop.stopped).toMatch('more than 10000 events at one instant')
    expect(loop.length).toBeGreaterThan(10_000)
  })
})
