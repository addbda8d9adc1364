// Do points find their shape as linear consensus has them, rule by rule and number by number?

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import type { Line } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { type Formation, formation, neighboursOf, type State, wanted } from './index'
import { distance, placesIn } from './shape'

type Turned = Partial<Values<Formation['options']>>
const at = (self: number, options: Turned = {}, clock = 0) =>
  hereOf(formation, { self, nodes: 60, clock, options })
const start = (self: number, options: Turned = {}) => formation.start(at(self, options))
const scenario = (options: Turned, until: number, script: readonly Line[] = [], nodes = 60) => ({
  protocol: 'formation',
  nodes,
  options,
  seed: 4,
  delay: [5, 20] as const,
  script,
  until,
  poster: 0,
})
const end = (...given: Parameters<typeof scenario>) => run(formation, scenario(...given))

describe('formation', () => {
  test('a point knows those one and seven places to either side, around the ring', () => {
    expect(neighboursOf(at(1))).toEqual([60, 2, 54, 8])
    expect(neighboursOf(at(1, { neighbours: 2 }))).toEqual([60, 2])
    expect(neighboursOf(at(1, { closed: false }))).toEqual([2, 8])
  })

  test('it starts on a line, and tells its neighbours where it stands', () => {
    expect([1, 60].map((self) => start(self)[0].place)).toEqual([
      [-2, 0],
      [2, 0],
    ])
    expect(done(start(1))).toMatchObject([
      { to: 60, type: 'place', body: { place: [-2, 0] } },
      { to: 2 },
      { to: 54 },
      { to: 8 },
      { timer: 'move', ms: 100 },
    ])
  })

  test('it moves to the mean of what its neighbours say, each with the offset to it', () => {
    const shape = placesIn('heart', 60)
    const [a, b, c] = [shape[0]!, shape[1]!, shape[59]!]
    const heard = { 2: { place: [5, 5], at: 0 }, 60: { place: [1, 1], at: 0 } } as const
    const [x, y] = wanted(heard, at(1))
    expect(x).toBeCloseTo((5 + a[0] - b[0] + 1 + a[0] - c[0]) / 2, 12)
    expect(y).toBeCloseTo((5 + a[1] - b[1] + 1 + a[1] - c[1]) / 2, 12)
    const [s] = formation.after.move({ ...start(1)[0], heard }, at(1))
    expect(s.place).toEqual([x, y])
  })

  test('what a neighbour says replaces what it said before', () => {
    const [one] = formation.on.place(start(1)[0], { place: [3, 3] }, 2, at(1, {}, 10))
    const [two] = formation.on.place(one, { place: [4, 4] }, 2, at(1, {}, 20))
    expect(two.heard).toEqual({ 2: { place: [4, 4], at: 20 } })
  })

  test('who has been silent for three rounds is no longer counted', () => {
    const heard = { 2: { place: [0, 0], at: 0 }, 60: { place: [0, 0], at: 200 } } as const
    const step = formation.after.move({ ...start(1)[0], heard }, at(1, {}, 301))
    expect(Object.keys(step[0].heard)).toEqual(['60'])
    expect(said(step)).toEqual(['n1 misses n2, and goes on without'])
  })

  test('one that hears nobody stays where it is', () => {
    const [s] = start(1)
    const step = formation.after.move(s, at(1))
    expect(step[0].place).toEqual(s.place)
    expect(formation.face(step[0], at(1))).toEqual({ word: 'alone', mood: 'ill', place: [-2, 0] })
  })

  test('each moves after a while of its own, or all at once', () => {
    const waits = (inStep: boolean, dice: number) =>
      done(formation.start({ ...at(1, { inStep }), dice })).at(-1)
    expect([0, 0.5].map((dice) => waits(false, dice))).toMatchObject([{ ms: 50 }, { ms: 100 }])
    expect([0, 0.5].map((dice) => waits(true, dice))).toMatchObject([{ ms: 100 }, { ms: 100 }])
  })

  test('in every shape the points stand at equal distances along the outline', () => {
    for (const shape of ['heart', 'arrow', 'star'] as const) {
      const all = placesIn(shape, 200)
      const steps = all.map((place, i) => distance(place, all[(i + 1) % all.length]!))
      const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
      // Corners are cut; nothing else is shorter than its fellows, and nothing longer.
      expect(steps.filter((step) => step > mean * 1.05)).toEqual([])
      expect(steps.filter((step) => step < mean * 0.95).length).toBeLessThanOrEqual(12)
    }
  })

  test('a heart has its dent above and its tip below, and is the same on both sides', () => {
    const heart = placesIn('heart', 60)
    expect(heart[0]).toEqual([0, 0.5])
    expect(heart[30]![0]).toBeCloseTo(0, 9)
    expect(heart[30]![1]).toBeCloseTo(-1, 9)
    for (let i = 1; i < 30; i++) {
      expect(heart[i]![0]).toBeCloseTo(-heart[60 - i]![0], 9)
      expect(heart[i]![1]).toBeCloseTo(heart[60 - i]![1], 9)
    }
  })
})

describe('the numbers of linear consensus', () => {
  const turn = 2 * Math.PI
  /** The eigenvalue of the averaging with which the k-th wave around a ring of n shrinks. */
  const shrinks = (k: number, n: number) =>
    (Math.cos((turn * k) / n) + Math.cos((turn * 7 * k) / n)) / 2
  /** How strong the k-th wave is in what the points still lack of their places. */
  const wave = (k: number, points: readonly State[]) => {
    const shape = placesIn('heart', points.length)
    const off = points.map(({ place }, i) => place[0] - shape[i]![0])
    const by = (f: (x: number) => number) =>
      off.reduce((sum, x, i) => sum + x * f((turn * k * i) / points.length), 0)
    return Math.hypot(by(Math.cos), by(Math.sin))
  }
  const after = (rounds: number, n: number) =>
    end({ inStep: true }, rounds * 100 + 50, [], n).world.nodes.map(({ state }) => state as State)

  test('in step every wave shrinks by its eigenvalue in every round', () => {
    const [five, six] = [after(5, 60), after(6, 60)]
    for (const k of [1, 2, 3, 8, 30]) {
      const ratio = wave(k, six) / wave(k, five)
      expect(ratio).toBeCloseTo(Math.abs(shrinks(k, 60)), 9)
    }
    expect(shrinks(1, 60)).toBeCloseTo(0.869, 3)
  })

  test('in step an even ring swings for ever, and an odd one comes to rest', () => {
    expect(shrinks(30, 60)).toBe(-1)
    const even = end({ inStep: true }, 20_050)
    expect(even.facts).toMatchObject({ rounds: 200, settled: false, atRest: 0, error: 0.034 })
    expect(end({ inStep: true }, 20_050, [], 61).facts).toMatchObject({ settled: true, atRest: 61 })
  })

  test('each in its own time, some thirty rounds make a heart of a line', () => {
    const { facts } = end({}, 3500)
    expect(facts).toMatchObject({ settled: true, atRest: 60 })
    expect(facts.restAfter).toBeGreaterThan(20)
    expect(facts.restAfter).toBeLessThan(35)
  })

  test('with two neighbours five hundred rounds are not enough', () => {
    const { facts } = end({ neighbours: 2 }, 50_500)
    expect(facts).toMatchObject({ settled: false })
    expect(facts.rounds).toBeGreaterThanOrEqual(500)
    expect(end({ neighbours: 2 }, 65_000).facts).toMatchObject({ settled: true })
  })

  test('in a ring cut in two each half finds half a heart; healed, they find the whole', () => {
    const left = Array.from({ length: 30 }, (_, i) => i + 1)
    const line: Line = [0, { cut: [left, left.map((id) => id + 30)] }, 4000]
    const cut = end({}, 3900, [line]).facts
    expect(cut).toMatchObject({ settled: false, errorFirst: 0, errorSecond: 0 })
    expect(cut.apart).toBeGreaterThan(0.7)
    expect(end({}, 8000, [line]).facts).toMatchObject({ settled: true, error: 0 })
  })

  test('without a few points the others still find their places, and the few join again', () => {
    const lines: Line[] = [7, 8, 40].map((crash) => [500, { crash }, 4500])
    expect(end({}, 4400, lines).facts).toMatchObject({ up: 57, settled: true })
    expect(end({}, 9000, lines).facts).toMatchObject({ up: 60, settled: true })
  })

  test('a shape can be turned into another while they stand', () => {
    const line: Line = [3000, { turn: { shape: 'arrow' } }]
    expect(end({}, 3100, [line]).facts).toMatchObject({ settled: false })
    expect(end({}, 7000, [line]).facts).toMatchObject({ settled: true, error: 0 })
  })
})
