// The numbers of linear consensus (Olfati-Saber and Murray 2004): waves, rounds, and rings cut.

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import type { Line } from '@/lib/sim/scenario'
import { type Formation, formation, type State } from './index'
import { placesIn } from './shape'

type Turned = Partial<Values<Formation['options']>>
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
