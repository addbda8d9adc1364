// Many servers, one slow answer: the published number, the draws against the formula.

import { expect, test } from 'vitest'
import { sqrt } from '@/lib/sim/curves'
import { defaults } from '@/lib/sim/protocol'
import { fanOut } from './fan-out'

const at = (options: object) => fanOut.compute({ ...defaults(fanOut.options), ...options })

test('with one slow answer in a hundred, 100 servers make 63 % of pages slow', () => {
  // Dean and Barroso 2013, “Component-level variability amplified by scale”.
  expect(at({}).chance).toBeCloseTo(0.634, 3)
  expect(at({ servers: 1 }).chance).toBeCloseTo(0.01, 12)
  expect(at({ slow: 0.001, servers: 200 }).chance).toBeCloseTo(1 - 0.999 ** 200, 12)
})

test('half of all pages are slow from 69 servers on', () => {
  expect(at({}).half).toBe(69)
  expect(at({ servers: 68 }).chance).toBeLessThan(0.5)
  expect(at({ servers: 69 }).chance).toBeGreaterThan(0.5)
  expect(at({ slow: 0.1 }).half).toBe(7)
})

test('the pages drawn agree with the formula, in the mean and in how they scatter', () => {
  const [p, pages] = [0.634, 400]
  const drawn = Array.from({ length: 100 }, (_, i) => at({ draw: i + 1 }).drawn)
  const mean = drawn.reduce((sum, one) => sum + one, 0) / 100
  const sd = sqrt((p * (1 - p)) / pages)
  expect(Math.abs(mean - p)).toBeLessThan((4 * sd) / 10)
  const scatter = sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 99)
  expect(Math.abs(scatter / sd - 1)).toBeLessThan(0.3)
})

test('a page that asks more servers is never faster', () => {
  const dots = at({}).layers.find(({ is }) => is === 'dots') as unknown as {
    points: [number, number][]
  }
  for (const [i, [, share]] of dots.points.entries())
    if (i > 0) expect(share).toBeGreaterThanOrEqual(dots.points[i - 1]![1])
})
