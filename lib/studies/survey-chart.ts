// A survey as a chart: a heap of runs, dots against a curve, or a band over time.

import type { AnyProtocol } from '@/lib/sim/protocol'
import type { sizeName, Theory } from '@/lib/sim/survey'
import type { Axis, Chart, Layer, Place } from './drawn'
import { placeOf, type Row, type Summary } from './many-runs'
import { percentWords, spelled } from './study'
import type { AnySurvey } from './subject'

/** What the fact is called on an axis and in a sentence. */
export const factWords = ({ says, fact }: AnySurvey) => says ?? spelled(fact)

const grouped = (n: number) => `${n}`.replace(/\B(?=(\d{3})+$)/g, ',')
/** Three figures are as fine as a sentence gets. */
const word = (value: number) => {
  const three = Number(value.toPrecision(3))
  return Math.abs(three) >= 10_000 ? grouped(three) : `${three}`
}

const fine = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
const ladder = [1, 2, 2.5, 5, 10]

/** The power of ten that a number is at least one and less than ten of. */
function tenOf(value: number): number {
  let ten = 1
  while (ten * 10 <= value) ten *= 10
  while (ten > value && ten > 1e-12) ten /= 10
  return ten
}

/** The least round number that is not below this one: where an axis ends. */
function roundUp(value: number): number {
  const ten = tenOf(value)
  return (fine.find((one) => one * ten >= value * (1 - 1e-9)) ?? 10) * ten
}

/** The round number next to this one: how wide a bin is. */
function roundTo(value: number): number {
  const ten = tenOf(value)
  const off = (one: number) => Math.max(one * ten, value) / Math.min(one * ten, value)
  return ladder.reduce((best, one) => (off(one) < off(best) ? one : best)) * ten
}

type Bins = Extract<Layer, { is: 'heap' }>['bins']
const aboutBins = 36

/** Whole numbers have a bin each while they are few; else bins are equally wide and round. */
function binsOf(values: readonly (number | null)[], yes: boolean): Bins {
  const known = values.flatMap((value) => value ?? [])
  const [least, most] = yes ? [0, 1] : [Math.min(...known), Math.max(...known)]
  const whole = known.every((value) => value === Math.floor(value))
  const width =
    whole && most - least <= 2 * aboutBins ? 1 : roundTo((most - least) / aboutBins || 1)
  const before = whole && width === 1 ? 0.5 : 0
  const edge = (nth: number) => nth * width - before
  /** Division may round over an edge: it is the edges that count. */
  const nthOf = (value: number) => {
    const nth = Math.floor((value + before) / width)
    return value < edge(nth) ? nth - 1 : value >= edge(nth + 1) ? nth + 1 : nth
  }
  const first = nthOf(least)
  const bins = Array.from({ length: nthOf(most) - first + 1 }, (_, i) => ({
    from: edge(first + i),
    to: edge(first + i + 1),
    seeds: [] as number[],
  }))
  values.forEach((value, seed) => {
    if (value !== null) bins[nthOf(value) - first]!.seeds.push(seed)
  })
  return bins
}

/** Mean, median and p90 in one sentence, and how many runs had no number. */
function heapWords(survey: AnySurvey, { values = [], yes, runs }: Summary): string {
  const known = values.flatMap((value) => value ?? []).sort((a, b) => a - b)
  const head = `${grouped(runs)} runs, ${factWords(survey)}: `
  if (known.length === 0) return `${head}none.`
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length
  if (yes) return `${head}yes in ${percentWords(mean)}.`
  const at = (part: number) => word(known[placeOf(known.length, part)]!)
  const none = runs - known.length
  return (
    `${head}${word(mean)} on average, ${at(0.5)} in the middle, and in nine of ten at most ` +
    `${at(0.9)}${none > 0 ? `; ${grouped(none)} had none` : ''}.`
  )
}

/** A survey, and the one curve that it is held against. */
type Held = AnySurvey & { readonly curve: Theory | undefined }

function heapChart(survey: Held, summary: Summary): Chart {
  const { values = [], yes } = summary
  const bins = values.some((value) => value !== null) ? binsOf(values, yes) : []
  const tallest = Math.max(1, ...bins.map(({ seeds }) => seeds.length))
  const middle = bins.length > 0 ? survey.curve?.values[0] : undefined
  return {
    says: heapWords(survey, summary),
    across: {
      says: factWords(survey),
      from: bins[0]?.from ?? 0,
      to: bins.at(-1)?.to ?? 1,
      ...(yes && { as: 'yes' as const }),
    },
    up: { says: 'runs', from: 0, to: roundUp(tallest) },
    layers: [
      ...(bins.length > 0
        ? [{ is: 'heap', says: 'each dot is a run', hue: 4, bins } as const]
        : []),
      ...(middle === undefined
        ? []
        : [{ is: 'rule', says: survey.curve!.says, hue: 0, x: middle } as const]),
    ],
  }
}

type Whole = { [K in keyof Row]: number }
const isWhole = (row: Row): row is Whole => Object.values(row).every((value) => value !== null)

function rowWords(
  survey: AnySurvey,
  { runs, yes }: Summary,
  rows: readonly Whole[],
  across: string,
) {
  const [first, last] = [rows[0], rows.at(-1)]
  const head = `${grouped(runs)} runs each, ${factWords(survey)}: `
  if (!first || !last) return `${head}none.`
  const share = yes || survey.axis?.as === 'percent'
  const value = ({ mean }: Whole) => (share ? percentWords(mean, mean < 0.01 ? 2 : 1) : word(mean))
  const at = (row: Whole) => `${value(row)} at ${word(row.at)}${survey.along ? ' ms' : ''}`
  const of = survey.along ? '' : ` (${across})`
  return `${head}on average ${at(first)}, and ${at(last)}${of}.`
}

/** From nought where that is near, to a little above the highest. */
function upOf(survey: Held, rows: readonly Whole[], yes: boolean): Axis {
  const says = factWords(survey)
  if (yes) return { says, from: 0, to: 1, as: 'percent' }
  const { curve, axis = {} } = survey
  const as = axis.as && { as: axis.as }
  const all = [
    ...rows.flatMap(({ least, most, mean }) => [least, most, mean]),
    ...(curve?.values ?? []),
  ]
  const [least, most] = [Math.min(0, ...all), Math.max(...all, 1e-9)]
  if (axis.log) return { says, from: axis.log, to: roundUp(most), log: true, ...as }
  return { says, from: least < 0 ? -roundUp(-least) : 0, to: roundUp(most), ...as }
}

function layersOf(survey: Held, rows: readonly Whole[], yes: boolean): Layer[] {
  const { curve: theory, along } = survey
  const groups = survey.over?.values ?? along ?? []
  const curve: Layer[] = theory
    ? [
        {
          is: 'line',
          says: theory.says,
          hue: along ? 1 : 4,
          dashed: along !== undefined,
          points: theory.values.map((value, i): Place => [groups[i] ?? 0, value]),
        },
      ]
    : []
  const points = rows.map(({ at, mean }): Place => [at, mean])
  const reach = yes ? {} : { reach: rows.map(({ least, most }): Place => [least, most]) }
  if (along)
    return [
      {
        is: 'band',
        says: 'eight runs in ten',
        hue: 4,
        points: rows.map(({ at, least, most }) => [at, least, most] as const),
      },
      { is: 'line', says: 'mean of all runs', hue: 4, points },
      ...curve,
    ]
  const seeds = rows.map(({ seed }) => seed)
  const says = yes ? 'runs' : 'mean of the runs, and eight in ten of them'
  return [...curve, { is: 'dots', says, hue: 1, points, ...reach, seeds }]
}

const alongAxis = (says: string, times: readonly number[]): Axis => ({
  says,
  from: Math.min(...times),
  to: Math.max(...times),
})

/** Few values are the only numbers on their axis; no dot stands on its end. */
function overAxis(says: string, values: readonly number[]): Axis {
  const [from, to] = [Math.min(...values), Math.max(...values)]
  const marks = values.length <= fewValues && { marks: values }
  if (from > 0 && to / from >= manifold)
    return { says, from: from / 1.15, to: to * 1.15, log: true, ...marks }
  const edge = (to - from || 1) * 0.04
  return { says, from: from - edge, to: to + edge, ...marks }
}
const fewValues = 6
/** Values that are so many times as large stand in equal ratios. */
const manifold = 16

function rowChart(survey: Held, summary: Summary, across: string): Chart {
  const { rows = [], yes } = summary
  const whole = rows.filter(isWhole)
  const { over } = survey
  return {
    says: rowWords(survey, summary, whole, across),
    across: over ? overAxis(across, over.values) : alongAxis(across, survey.along ?? [0, 1]),
    up: upOf(survey, whole, yes),
    layers: layersOf(survey, whole, yes),
  }
}

const size: typeof sizeName = 'nodes'

/** What the axis below counts: what is turned, in its protocol's words; or time. */
export const acrossWords = (
  { over }: AnySurvey,
  { options, roles }: Pick<AnyProtocol, 'options' | 'roles'>,
): string => {
  if (!over) return 'ms'
  const words = over.option === size ? `${roles?.[0] ?? 'node'}s` : options[over.option]?.says
  return over.says ?? words ?? spelled(over.option)
}

/** The chart of a survey; `curve` is what its runs are held against. */
export function surveyChart(
  survey: AnySurvey,
  summary: Summary,
  across: string,
  curve?: Theory,
): Chart {
  const held = { ...survey, curve }
  return summary.rows ? rowChart(held, summary, across) : heapChart(held, summary)
}

/** On axes that hold another chart too: after a lever its dots stand where they can be compared. */
export const onAxesOf = (chart: Chart, first: Chart): Chart => ({
  ...chart,
  across: joined(chart.across, first.across),
  up: joined(chart.up, first.up),
})
const joined = (axis: Axis, other: Axis): Axis => ({
  ...axis,
  from: Math.min(axis.from, other.from),
  to: Math.max(axis.to, other.to),
})
