// Do points find their shape as linear consensus has them, rule by rule and number by number?

import { describe, expect, test } from 'vitest'
import type { Values } from '@/lib/sim/protocol'
import { done, hereOf, said } from '../here'
import { type Formation, formation, neighboursOf, wanted } from './index'
import { distance, placesIn } from './shape'

type Turned = Partial<Values<Formation['options']>>
const at = (self: number, options: Turned = {}, clock = 0) =>
  hereOf(formation, { self, nodes: 60, clock, options })
const start = (self: number, options: Turned = {}) => formation.start(at(self, options))
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
