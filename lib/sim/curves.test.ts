// The curves against Math, and against themselves.

import { describe, expect, test } from 'vitest'
import { exp, exponential, ln, normal, pareto, power, sqrt } from './curves'
import { roll } from './dice'

const draws = Array.from({ length: 20_000 }, (_, i) => roll(0.31, i))
const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1e-300, Math.abs(b))

describe('curves', () => {
  test('ln agrees with Math.log to 1e-14 from the smallest to the largest numbers', () => {
    for (const u of draws) {
      for (const x of [u + 1e-12, 1 + u, u * 1e6 + 1e-9, 1 / (u + 1e-300), 5e-324, 1e308])
        expect(Math.abs(ln(x) - Math.log(x)) / Math.max(1, Math.abs(Math.log(x)))).toBeLessThan(
          1e-14,
        )
    }
    expect([ln(0), ln(1), ln(Infinity)]).toEqual([-Infinity, 0, Infinity])
    expect(ln(-1)).toBeNaN()
  })

  test('exp agrees with Math.exp to a relative 1e-14', () => {
    for (const u of draws)
      for (const x of [u, -u, 40 * u, -700 * u, 700 * u])
        expect(relative(exp(x), Math.exp(x))).toBeLessThan(1e-14)
    expect([exp(0), exp(-800), exp(710)]).toEqual([1, 0, Infinity])
  })

  test('power and sqrt follow from them', () => {
    for (const u of draws.slice(0, 2000)) {
      expect(relative(power(u, 2.5), u ** 2.5)).toBeLessThan(1e-13)
      expect(relative(sqrt(u), Math.sqrt(u))).toBeLessThan(1e-15)
    }
    expect([power(0, 3), power(5, 0), sqrt(0), sqrt(4)]).toEqual([0, 1, 0, 2])
  })

  test('the distributions have the means and spreads that they are named for', () => {
    const mean = (all: number[]) => all.reduce((a, b) => a + b, 0) / all.length
    expect(Math.abs(mean(draws.map((u) => exponential(10, u))) - 10)).toBeLessThan(0.3)
    expect(Math.abs(mean(draws.map((u) => pareto(2, 4, u))) - 8 / 3)).toBeLessThan(0.06)
    const normals = draws.map((u, i) => normal(u, roll(0.77, i)))
    expect(Math.abs(mean(normals))).toBeLessThan(0.03)
    expect(Math.abs(mean(normals.map((x) => x * x)) - 1)).toBeLessThan(0.05)
  })
})
