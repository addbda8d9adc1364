// Do segments, boxes and arcs meet where they should?

import { describe, expect, it } from 'vitest'
import { arc, type Box, meeting, overlap, path, simplified, touches } from './geometry'

const p = (x: number, y: number) => ({ x, y })
const box: Box = [10, 10, 20, 20]

describe('a segment and a box', () => {
  it('touch where the segment crosses, lies inside or ends at an edge', () => {
    expect(touches([p(0, 0), p(30, 30)], box)).toBe(true)
    expect(touches([p(12, 12), p(14, 18)], box)).toBe(true)
    expect(touches([p(0, 15), p(10, 15)], box)).toBe(true)
  })

  it('do not touch where it passes by, however long it is', () => {
    expect(touches([p(0, 25), p(30, 25)], box)).toBe(false)
    expect(touches([p(0, 19), p(11, 31)], box)).toBe(false)
    expect(touches([p(25, 0), p(25, 30)], box)).toBe(false)
  })

  it('agree with looking at every point of the segment', () => {
    let seed = 7
    const next = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      return (seed / 2 ** 32) * 30
    }
    for (let i = 0; i < 500; i++) {
      const [a, b] = [p(next(), next()), p(next(), next())]
      const hit = Array.from({ length: 400 }, (_, k) => k / 399).some((t) => {
        const [x, y] = [a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t]
        return x >= 10 && x <= 20 && y >= 10 && y <= 20
      })
      if (hit) expect(touches([a, b], box)).toBe(true)
      else expect(touches([a, b], [10.3, 10.3, 19.7, 19.7])).toBe(false)
    }
  })
})

it('two segments meet at the way along the first', () => {
  expect(meeting([p(0, 0), p(10, 0)], [p(4, -1), p(4, 1)])).toBeCloseTo(0.4)
  expect(meeting([p(0, 0), p(10, 0)], [p(4, 1), p(4, 2)])).toBeUndefined()
  expect(meeting([p(0, 0), p(10, 0)], [p(0, 1), p(10, 1)])).toBeUndefined()
})

it('boxes overlap only where they share room', () => {
  expect(overlap(box, [19, 19, 30, 30])).toBe(true)
  expect(overlap(box, [20, 10, 30, 20])).toBe(false)
})

it('an arc of half a turn ends below, and one of nothing is nothing', () => {
  expect(arc(p(50, 50), 10, 0.5)).toBe('M50 40A10 10 0 0 1 50 60')
  expect(arc(p(50, 50), 10, 0)).toBe('')
})

it('numbers in a path have one place after the point', () => {
  expect(path('M', 1.04, 2.06, 'L', -0.5, 1 / 3)).toBe('M1 2.1L-0.5 0.3')
})

it('a line through fewer points passes every one that was left out within its tolerance', () => {
  const wave = Array.from({ length: 500 }, (_, i) =>
    p(i, 40 * Math.sin(i / 30) + (i > 250 ? 9 : 0)),
  )
  const few = simplified(wave, 0.5)
  expect(few.length).toBeLessThan(80)
  expect([few[0], few.at(-1)]).toEqual([wave[0], wave.at(-1)])
  for (const one of wave) {
    const k = Math.max(
      1,
      few.findIndex(({ x }) => x >= one.x),
    )
    const [a, b] = [few[k - 1]!, few[k]!]
    const y = a.y + ((b.y - a.y) * (one.x - a.x)) / (b.x - a.x)
    expect(Math.abs(y - one.y)).toBeLessThan(0.5 * Math.hypot(1, (b.y - a.y) / (b.x - a.x)) + 1e-9)
  }
  expect(simplified(Array.from({ length: 99 }, (_, i) => p(i, 2 * i)))).toHaveLength(2)
})
