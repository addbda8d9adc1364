// Many runs in few numbers, and as a chart in which each of them can be found again.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { roll } from '@/lib/sim/dice'
import type { Sample } from '@/lib/sim/lean'
import type { Json } from '@/lib/sim/protocol'
import { theoryOf } from '@/lib/sim/survey'
import { factsOfSamples, summaryOf, surveyFacts } from './many-runs'
import { percentWords } from './study'
import type { AnySurvey } from './subject'
import { acrossWords, onAxesOf, surveyChart } from './survey-chart'

const survey = (more: object = {}): AnySurvey => ({
  of: { protocol: 'raft', nodes: 5, seed: 0, delay: 10, until: 600, poster: 0 },
  seeds: 4,
  fact: 'electedAfter',
  ...more,
})
const samplesOf = (values: readonly Json[], at: number | null = null): Sample[] =>
  values.map((value, seed) => ({ seed, at, value }))
const uniform = (count: number, scale: number) =>
  Array.from({ length: count }, (_, i) => roll(0.5, i) * scale)

test('mean, median and p90 leave out runs without a number, the share counts them', () => {
  expect(surveyFacts(samplesOf([1, 2, 3, null]))).toEqual({
    ...{ mean: 2, median: 2, p90: 3, share: 0.75 },
  })
  expect(surveyFacts(samplesOf([true, false, true, true])).mean).toBe(0.75)
  expect(surveyFacts(samplesOf([null, null]))).toMatchObject({ mean: null, median: null, share: 0 })
})

test('a part of the runs is at most a value where more than that part do not exceed it', () => {
  const facts = (count: number) =>
    surveyFacts(samplesOf(Array.from({ length: count }, (_, i) => i + 1)))
  expect(facts(10)).toMatchObject({ median: 6, p90: 10 })
  expect(facts(11)).toMatchObject({ median: 6, p90: 10 })
  expect(facts(4)).toMatchObject({ median: 3, p90: 4 })
  for (const count of [1, 2, 7, 30, 99, 100, 1000]) {
    const { median, p90 } = facts(count)
    for (const [value, part] of [
      [median!, 0.5],
      [p90!, 0.9],
    ] as const) {
      expect(value).toBeGreaterThan(part * count)
      expect(value - 1).toBeLessThanOrEqual(part * count)
    }
  }
})

test('of no runs there is neither a mean nor a share', () => {
  expect(surveyFacts([])).toEqual({ mean: null, median: null, p90: null, share: null })
})

test('over an option there is a list of each, in the order of its values', () => {
  const over = survey({ over: { option: 'heartbeat', values: [10, 20] } })
  const samples = [...samplesOf([1, 3], 10), ...samplesOf([5, 7], 20)]
  expect(factsOfSamples(over, samples)).toEqual({
    ...{ mean: [2, 6], median: [3, 7], p90: [3, 7], share: [1, 1] },
  })
})

test('every run is in one heap, and its seed says which it was', () => {
  const values = uniform(500, 300)
  const chart = surveyChart(survey(), summaryOf(survey(), samplesOf(values)), 'ms')
  const heap = chart.layers.find(({ is }) => is === 'heap')
  if (heap?.is !== 'heap') throw new Error('there is no heap')
  const seeds = heap.bins.flatMap((bin) => bin.seeds)
  expect([...seeds].sort((a, b) => a - b)).toEqual(values.map((_, i) => i))
  for (const { from, to, seeds: own } of heap.bins)
    for (const seed of own) {
      expect(values[seed]).toBeGreaterThanOrEqual(from - 1e-3)
      expect(values[seed]).toBeLessThanOrEqual(to + 1e-3)
    }
  expect(Math.max(...heap.bins.map((bin) => bin.seeds.length))).toBeLessThanOrEqual(chart.up.to)
})

test('a dot stands between the ends of its bin, whatever the numbers are', () => {
  const inside = (values: readonly number[]) => {
    const summary = { runs: values.length, yes: false, values }
    const [heap] = surveyChart(survey(), summary, 'ms').layers
    if (heap?.is !== 'heap') throw new Error('there is no heap')
    expect(heap.bins.flatMap(({ seeds }) => seeds)).toHaveLength(values.length)
    heap.bins.forEach(({ from, to, seeds }, i) => {
      expect(from).toBe(heap.bins[i - 1]?.to ?? from)
      for (const seed of seeds)
        expect(values[seed]! >= from && values[seed]! < to, `${values} in ${from}–${to}`).toBe(true)
    })
  }
  inside([0.82, 0.94, 1.18])
  const value = fc
    .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom(1, 10, 1000))
    .map(([n, of]) => n / of)
  fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), inside))
  const near = fc
    .tuple(fc.nat(20_000), fc.constantFrom(3.6, 0.36, 36.1, 9.05, 1.8, 0.9))
    .map(([n, span]) => [
      n / 1000,
      Math.round(n + span * 333) / 1000,
      Math.round(n + span * 1000) / 1000,
    ])
  fc.assert(fc.property(near, inside), { numRuns: 2000 })
})

test('few whole numbers have a heap each, and yes and no have two', () => {
  const bins = (values: Json[]) => {
    const summary = summaryOf(survey(), samplesOf(values))
    const [heap] = surveyChart(survey(), summary, 'ms').layers
    return heap?.is === 'heap' ? heap.bins.map(({ from, seeds }) => [from, seeds.length]) : []
  }
  expect(bins([1, 1, 3, 2, 1])).toEqual([
    [0.5, 3],
    [1.5, 1],
    [2.5, 1],
  ])
  expect(bins([true, true, false])).toEqual([
    [-0.5, 1],
    [0.5, 2],
  ])
  expect(bins([7, 7])).toEqual([[6.5, 2]])
  expect(bins([null, null])).toEqual([])
})

test('the sentence says what the facts say', () => {
  const says = (values: Json[]) =>
    surveyChart(survey({ says: 'ms to a leader' }), summaryOf(survey(), samplesOf(values)), 'ms')
      .says
  expect(says([100, 200, 300, null])).toBe(
    '4 runs, ms to a leader: 200 on average, 200 in the middle, ' +
      'and in nine of ten at most 300; 1 had none.',
  )
  expect(says([true, false, false, false])).toBe('4 runs, ms to a leader: yes in 25 %.')
  expect(says([null])).toBe('1 runs, ms to a leader: none.')
})

test('over an option dots stand against the curve, each for the run in its middle', () => {
  const values = [10, 1000]
  const over = survey({ over: { option: 'n', values }, theory: { says: 'theory', values: [4, 6] } })
  const samples = [...samplesOf([3, 9, 5], 10), ...samplesOf([6, 8, 7], 1000)]
  const n = { is: 'number', from: 1, to: 1000, default: 10, says: 'how many' } as const
  const across = acrossWords(over, { options: { n } })
  const chart = surveyChart(over, summaryOf(over, samples), across, theoryOf(over, over.of))
  expect(chart.across).toMatchObject({ says: 'how many', log: true })
  expect(chart.layers.map(({ is }) => is)).toEqual(['line', 'dots'])
  const dots = chart.layers[1]!
  if (dots.is !== 'dots') throw new Error('there are no dots')
  expect(dots.points.map(([x]) => x)).toEqual(values)
  expect(dots.points[1]![1]).toBe(7)
  expect(dots.seeds).toEqual([2, 2])
})

test('a curve stands beside the runs that it speaks of, and beside no others', () => {
  const of = { ...survey().of, options: { k: 1, coin: false } }
  const [one, two] = [
    { says: 'Table 1', values: [1, 2] },
    { says: 'Table 2', values: [3, 4], where: { coin: true } },
  ]
  const tables = survey({ of, over: { option: 'k', values: [1, 2] }, theory: [one, two] })
  expect(theoryOf(tables, of)).toBe(one)
  expect(theoryOf(tables, { ...of, seed: 9, options: { coin: false, k: 1 } })).toBe(one)
  expect(theoryOf(tables, { ...of, options: { k: 1, coin: true } })).toBe(two)
  expect(theoryOf(tables, { ...of, options: { k: 2, coin: true } })).toBeUndefined()
  expect(theoryOf(tables, { ...of, nodes: 7 })).toBeUndefined()
  const runs = summaryOf(tables, [...samplesOf([1], 1), ...samplesOf([2], 2)])
  const names = surveyChart(tables, runs, 'k').layers.map(({ is }) => is)
  expect(names).toEqual(['dots'])
})

test('shares can stand as per cent, in equal ratios', () => {
  const axis = { as: 'percent', log: 0.001 } as const
  const shares = survey({ axis, over: { option: 'nodes', values: [3, 5] }, says: 'left out' })
  const runs = summaryOf(shares, [...samplesOf([0.2], 3), ...samplesOf([0.004], 5)])
  const chart = surveyChart(shares, runs, acrossWords(shares, { options: {}, roles: ['site'] }))
  expect(chart.up).toMatchObject({ from: 0.001, log: true, as: 'percent' })
  expect(chart.says).toBe('1 runs each, left out: on average 20 % at 3, and 0.4 % at 5 (sites).')
})

test('over time there is a band that nine in ten stay below', () => {
  const along = survey({ along: [0, 50, 100] })
  const values = uniform(200, 10)
  const samples = [0, 50, 100].flatMap((at) =>
    samplesOf(
      values.map((v) => v + at),
      at,
    ),
  )
  const chart = surveyChart(along, summaryOf(along, samples), 'ms')
  expect(chart.layers.map(({ is }) => is)).toEqual(['band', 'line'])
  const [band] = chart.layers
  if (band?.is !== 'band') throw new Error('there is no band')
  for (const [at, least, most] of band.points) {
    const inside = values.filter((v) => v + at >= least && v + at <= most).length
    expect(Math.abs(inside - 160)).toBeLessThanOrEqual(2)
  }
})

test('after a lever stands on axes that hold the published runs and the new ones', () => {
  const heap = (values: readonly (number | null)[]) =>
    surveyChart(survey(), summaryOf(survey(), samplesOf(values)), 'ms')
  const [first, longer] = [heap([10, 20, 30]), heap([20, 40, 90])]
  const held = onAxesOf(longer, first)
  expect(held.across.from).toBe(first.across.from)
  expect(held.across.to).toBe(longer.across.to)
  expect(held.layers).toBe(longer.layers)
  expect(onAxesOf(first, first)).toEqual(first)
})

test('what is rare is neither never nor always', () => {
  expect([0, 1, 0.5, 0.634].map((share) => percentWords(share))).toEqual([
    ...['0 %', '100 %', '50 %', '63.4 %'],
  ])
  expect([1 / 3000, 1999 / 2000, 0.0005].map((share) => percentWords(share))).toEqual([
    ...['under 0.1 %', 'over 99.9 %', '0.1 %'],
  ])
  expect([0.004, 0.996, 0.01].map((share) => percentWords(share, 0))).toEqual([
    ...['under 1 %', 'over 99 %', '1 %'],
  ])
  expect([0.00004, 0.99996].map((share) => percentWords(share, 2))).toEqual([
    ...['under 0.01 %', 'over 99.99 %'],
  ])
})
