// Does φ agree with the normal distribution, and with the tables of others?

import { describe, expect, test } from 'vitest'
import { deviationsFor, moments, phi, phiAt } from './phi'

describe('phi', () => {
  test.each([
    [0, 0, 10, 0.5],
    [6, 0, 10, 0.7257],
    [15, 0, 10, 0.9332],
    [20, 0, 10, 0.97725],
    [25, 0, 10, 0.99379],
    [35, 0, 10, 0.99977],
    [40, 0, 10, 0.99997],
    [22, 20, 3, 0.7475],
  ])(
    'after %d with mean %d and deviation %d, 1 − 10^−φ is %d (Akka’s table)',
    (t, mean, sd, cdf) => {
      expect(1 - 10 ** -phi(t, mean, sd)).toBeCloseTo(cdf, 3)
    },
  )

  test.each([
    [500, 0.0],
    [1000, 0.301],
    [1200, 1.643],
  ])('with mean 1000 and deviation 100, φ(%d) is %d', (t, expected) => {
    expect(phi(t, 1000, 100)).toBeCloseTo(expected, 3)
  })

  test('the normal tail at 5, 10 and 37 deviations is right to many digits', () => {
    // Q(5) = 2.866515718791939e-7, Q(10) = 7.61985302416053e-24, Q(37) = 5.725571e-300.
    expect(phiAt(5)).toBeCloseTo(-Math.log10(2.866515718791939e-7), 10)
    expect(phiAt(10)).toBeCloseTo(-Math.log10(7.61985302416053e-24), 10)
    expect(phiAt(37)).toBeCloseTo(-Math.log10(5.725571e-300), 5)
  })

  test('the two ways to reckon the tail meet where one takes over', () => {
    expect(phiAt(3) - phiAt(3 - 1e-9)).toBeLessThan(1e-8)
  })

  test('phi only grows with the silence, and its inverse finds the silence', () => {
    for (let y = -5; y < 20; y += 0.25) expect(phiAt(y + 0.25)).toBeGreaterThan(phiAt(y))
    for (const threshold of [0.1, 1, 3, 8, 16, 100]) {
      expect(phiAt(deviationsFor(threshold))).toBeCloseTo(threshold, 8)
    }
  })

  test('moments of the last gaps, as in Akka’s own test', () => {
    expect(moments([100, 200, 125, 340, 130])).toEqual({ mean: 179, variance: 7584 })
    const three = moments([110, 90, 140])
    expect([three.mean, three.variance].map((it) => it.toFixed(3))).toEqual(['113.333', '422.222'])
    const next = moments([90, 140, 80])
    expect([next.mean, next.variance].map((it) => it.toFixed(3))).toEqual(['103.333', '688.889'])
  })
})
