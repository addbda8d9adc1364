// Are servers filtered, chosen and combined as RFC 5905 says, and is its bound on the error kept?

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { combined, type Exchange, filtered, grown, rootDistance, truth } from './clock-filter'
import { agreement } from './intervals'

const exchange = (offset: number, delay: number, given: Partial<Exchange> = {}): Exchange => ({
  ...{ offset, delay, dispersion: 0, at: 0 },
  ...given,
})
const source = (offset: number, delay: number, jitter = 0.1) => ({
  ...exchange(offset, delay),
  ...{ jitter, rootDelay: 0, rootDispersion: 0 },
})

describe('the clock filter of RFC 5905', () => {
  test('an hour without an answer adds 54 ms to what may be wrong, a day 1.3 s (§7.2)', () => {
    expect(grown(3_600_000)).toBeCloseTo(54, 9)
    expect(grown(86_400_000)).toBeCloseTo(1296, 9)
  })

  test('dispersion falls with the first eight answers as ntpq shows it (§10)', () => {
    const all = Array.from({ length: 9 }, () => exchange(0, 10))
    const shown = all.map((_, i) => filtered(all.slice(0, i), 0)?.dispersion)
    expect(shown).toEqual([undefined, 7937.5, 3937.5, 1937.5, 937.5, 437.5, 187.5, 62.5, 0])
  })

  test('of eight answers that of the least delay counts, and its dispersion the most (§10)', () => {
    const late = [30, 20, 10, 40, 50, 60, 70, 80].map((delay, i) =>
      exchange(delay / 10, delay, { dispersion: i === 2 ? 8 : i === 1 ? 4 : 0 }),
    )
    const first = exchange(99, 1)
    expect(filtered([first, ...late], 0)).toMatchObject({ offset: 1, delay: 10, dispersion: 5 })
  })

  test('a stage grows wrong by 15 ppm while it waits (§10)', () => {
    const all = Array.from({ length: 8 }, () => exchange(0, 10))
    // Σ 2^−(i + 1) of eight is 255/256.
    expect(filtered(all, 1_000_000)?.dispersion).toBeCloseTo((15 * 255) / 256, 9)
  })

  test('jitter is √Σ(θ₀ − θⱼ)² / (n − 1) (§10)', () => {
    const all = [exchange(5, 1), exchange(8, 2), exchange(1, 3)]
    expect(filtered(all, 0)?.jitter).toBe(2.5)
    expect(filtered(all.slice(0, 1), 0)?.jitter).toBe(0)
  })

  test('the root distance is half of all delay and all that may be wrong besides (A.5.5.2)', () => {
    const far = { ...source(0, 40, 2), rootDelay: 20, rootDispersion: 7, dispersion: 3 }
    expect(rootDistance(far, 200_000)).toBe(30 + 7 + 3 + 3 + 2)
    expect(rootDistance(source(0, 0, 0), 0)).toBe(2.5)
  })
})

describe('the selection of RFC 5905', () => {
  const [a, b, c, wrong] = [
    { from: 0, to: 20 },
    { from: 2, to: 22 },
    { from: 8, to: 16 },
    { from: 30, to: 40 },
  ]
  test('three that agree outvote one; two against two are no majority (§11.2.1)', () => {
    expect(truth([a, wrong, b, c])).toEqual({ from: 8, to: 16 })
    expect(truth([a, b, wrong, { from: 31, to: 41 }])).toBeUndefined()
    expect(truth([])).toBeUndefined()
  })

  test('where the stretch would miss a middle it is widened, unlike Marzullo’s (§11.2.1)', () => {
    const aside = { from: 14, to: 40 }
    expect(agreement([a, b, c, aside])).toMatchObject({ from: 14, to: 16, agree: 4 })
    // All four share that, but not one middle lies in it.
    expect(truth([a, b, c, aside])).toEqual({ from: 8, to: 20 })
  })

  test('more than half of the middles lie in the stretch, and as many hold all of it', () => {
    const pair = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 9 }), (pairs) => {
        const all = pairs.map(([from, width]) => ({ from, to: from + width }))
        const it = truth(all)
        if (!it) return
        const middles = all.map(({ from, to }) => (from + to) / 2)
        const inside = middles.filter((at) => it.from <= at && at <= it.to).length
        expect(2 * inside).toBeGreaterThan(all.length)
      }),
      { seed: 5905, numRuns: 1000 },
    )
  })

  test('a false server is left out, and the true ones count by 1/Λ (§11.2.3)', () => {
    const sources = [source(0, 19.8), source(900, 10), source(3, 39.8)]
    const it = combined(sources, 0)
    expect(it?.believed).toEqual([0, 2])
    expect(it?.offset).toBeCloseTo((0 / 10 + 3 / 20) / (1 / 10 + 1 / 20), 9)
    expect(combined([source(0, 10), source(900, 10)], 0)).toBeUndefined()
  })

  test('outliers go while servers differ more than they waver, down to three (§11.2.2)', () => {
    const offsets = [0, 1, 2, 4, 20]
    const believed = (jitter: number) =>
      combined(
        offsets.map((offset) => source(offset, 100, jitter)),
        0,
      )?.believed
    expect(believed(0.1)).toEqual([0, 1, 2])
    expect(believed(4)).toEqual([0, 1, 2, 3])
    expect(believed(30)).toEqual([0, 1, 2, 3, 4])
  })
})
