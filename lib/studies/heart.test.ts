// Hearts have areas: known ones, and the same counted another way.

import { expect, test } from 'vitest'
import { defaults } from '@/lib/sim/protocol'
import { heart } from './heart'

const at = (options: object) => heart.compute({ ...defaults(heart.options), ...options })

test('without a dent the equation is a circle', () => {
  const { area, width, tall, paths } = at({ dent: 0 })
  expect(area).toBeCloseTo(Math.PI, 2)
  expect([width, tall]).toEqual([2, 2])
  for (const [x, y] of paths[0]!) expect(Math.hypot(x, y)).toBeCloseTo(1, 2)
})

test('beside each way of saying it stand the other two', () => {
  for (const way of ['equation', 'curve', 'segments']) {
    const { paths, others } = at({ way })
    expect(others).toHaveLength(2)
    const all = [paths[0]!, ...others.map(({ path }) => path)]
    const widths = all.map((path) => Math.max(...path.map(([x]) => x)).toFixed(2))
    expect(widths.toSorted()).toEqual(['1.00', '1.00', '1.14'])
  }
})

test('every point of the outline satisfies the equation', () => {
  for (const dent of [0.5, 1, 2])
    for (const [x, y] of at({ dent }).paths[0]!) {
      const left = (x * x + y * y - 1) ** 3
      expect(Math.abs(left - dent * x * x * y ** 3)).toBeLessThan(0.02)
    }
})

test('the equation’s heart is as large as a grid of points counts it', () => {
  let inside = 0
  const n = 600
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const [x, y] = [((i + 0.5) / n) * 3 - 1.5, ((j + 0.5) / n) * 3 - 1.5]
      if ((x * x + y * y - 1) ** 3 < x * x * y ** 3) inside++
    }
  expect(at({}).area).toBeCloseTo((9 * inside) / (n * n), 2)
})

test('the curve’s heart has the area 180π at its full size, however deep the dent', () => {
  // ∮ x dy with x = 16 sin³ t; cos 2t and cos 3t contribute nothing or what 180π has already.
  expect(at({ way: 'curve' }).area * 256).toBeCloseTo(180 * Math.PI, 0)
  expect(at({ way: 'curve', dent: 2 }).area * 256).toBeCloseTo(180 * Math.PI, 0)
})

test('all three are mirrored, and stretch with their height', () => {
  for (const way of ['equation', 'curve', 'segments']) {
    const [once, twice] = [at({ way, height: 0.6 }), at({ way, height: 1.2 })]
    expect(twice.area / once.area).toBeCloseTo(2, 1)
    const xs = once.paths[0]!.map(([x]) => x)
    expect(Math.max(...xs)).toBeCloseTo(-Math.min(...xs), 6)
  }
})

test('the equation beside the heart says what was drawn', () => {
  expect(at({}).equation).toEqual(['(x² + y² − 1)³ = x²y³'])
  expect(at({ dent: 0.5 }).equation).toEqual(['(x² + y² − 1)³ = 0.5 x²y³'])
  expect(at({ way: 'curve' }).equation[1]).toBe('y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t')
  expect(at({ way: 'segments' }).equation).toHaveLength(4)
  expect(at({ way: 'segments' }).handles).toHaveLength(8)
})

test('few points are shown, each on the outline', () => {
  const { knots, paths } = at({ points: 12 })
  expect(knots).toHaveLength(12)
  expect(knots).toEqual(paths[0])
  expect(at({}).knots).toEqual([])
})
