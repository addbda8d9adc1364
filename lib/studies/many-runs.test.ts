// Many runs in few numbers, and as a chart in which each of them can be found again.

import { expect, test } from 'vitest'
import { roll } from '@/lib/sim/dice'
import type { Sample } from '@/lib/sim/lean'
import type { Json } from '@/lib/sim/protocol'
import { factsOfSamples, summaryOf, surveyFacts } from './many-runs'
import type { AnySurvey } from './subject'
import { acrossWords, surveyChart } from './survey-chart'

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
  const across = acrossWords(over, {
    n: { is: 'number', from: 1, to: 1000, default: 10, says: 'how many' },
  })
  const chart = surveyChart(over, summaryOf(over, samples), across)
  expect(chart.across).toMatchObject({ says: 'how many', log: true })
  expect(chart.layers.map(({ is }) => is)).toEqual(['line', 'dots'])
  const dots = chart.layers[1]!
  if (dots.is !== 'dots') throw new Error('there are no dots')
  expect(dots.points.map(([x]) => x)).toEqual(values)
  expect(dots.points[1]![1]).toBe(7)
  expect(dots.seeds).toEqual([2, 2])
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
