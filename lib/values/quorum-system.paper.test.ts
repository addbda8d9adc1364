// Quorum systems against quoracle's example, and the bounds of Naor and Wool.

import { expect, test } from 'vitest'
import { majority, majorityFails } from './quorum'
import {
  grid,
  intersecting,
  leastLoad,
  load,
  majorities,
  resilience,
  type Strategy,
  uniform,
} from './quorum-system'

// mwhittaker/quoracle README: a 2 × 3 grid, reads by rows, writes by one node of each row.
test('the 2 × 3 grid of quoracle has its resilience and its loads', () => {
  const { rows, onePerRow } = grid(2, 3)
  expect(rows).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ])
  expect(onePerRow).toHaveLength(9)
  expect(intersecting(rows, onePerRow)).toBe(true)
  expect(resilience(rows)).toBe(1)
  expect(resilience(onePerRow)).toBe(2)
  const reads: Strategy = [
    [rows[0]!, 2 / 3],
    [rows[1]!, 1 / 3],
  ]
  const columns = uniform([1, 2, 3].map((c) => [c, c + 3]))
  expect(load(reads, columns, 1)).toBeCloseTo(2 / 3, 12)
  expect(load(reads, columns, 0)).toBeCloseTo(1 / 3, 12)
  expect(load(reads, columns, 0.25)).toBeCloseTo(5 / 12, 12)
})

// Naor and Wool 1998; derived: a majority loads ⌈(n+1)/2⌉/n, a k × k grid (2k − 1)/k².
test.each([3, 5, 7])('majorities of %i load a little over one half, and meet each other', (n) => {
  const all = majorities(n)
  expect(load(uniform(all), uniform(all), 0.5)).toBeCloseTo(majority(n) / n, 12)
  expect(leastLoad(all)).toBeCloseTo(majority(n) / n, 12)
  expect(intersecting(all, all)).toBe(true)
  expect(resilience(all)).toBe(n - majority(n))
})

// Naor and Wool 1998: F_p ≥ p^(n L). Majorities reach it only with one node.
test.each([0.01, 0.1, 0.3, 0.5])('with p = %f majorities fail no less than p^(n L)', (p) => {
  for (const n of [1, 3, 5, 7, 9]) {
    const bound = p ** (n * load(uniform(majorities(n)), uniform(majorities(n)), 0.5))
    expect(majorityFails(n, p) / bound).toBeGreaterThan(n === 1 ? 1 - 1e-9 : 1)
    if (n === 1) expect(majorityFails(n, p)).toBeCloseTo(bound, 12)
  }
})

test.each([2, 3, 4])('a grid of side %i loads (2k − 1)/k², never under 1/√n', (k) => {
  const { crosses } = grid(k, k)
  expect(crosses).toHaveLength(k * k)
  expect(intersecting(crosses, crosses)).toBe(true)
  const own = load(uniform(crosses), uniform(crosses), 0.5)
  expect(own).toBeCloseTo((2 * k - 1) / (k * k), 12)
  expect(own).toBeGreaterThanOrEqual(1 / k)
})
