// Many runs in a few rows: how often a fact had which value, and which runs those are.

import type { Sample } from '@/lib/sim/lean'
import type { Json } from '@/lib/sim/protocol'

export type Row = {
  readonly says: string
  /** The seeds of these runs, in order. */
  readonly seeds: readonly number[]
}

/** The run after the one that is shown, and after the last the first: each can be opened. */
export const seedAfter = ({ seeds }: Row, shown: number): number =>
  seeds.find((seed) => seed > shown) ?? seeds[0]!

/** "one of 61 runs". */
export const amongWords = ({ seeds: { length } }: Row): string =>
  length > 1 ? `one of ${length} runs` : 'the only run'

const mostRows = 12
const number = (value: Json): value is number => typeof value === 'number'
type Spelled = (value: number) => string
const words = (value: Json, spelled: Spelled) =>
  value === null
    ? 'none'
    : number(value)
      ? spelled(value)
      : typeof value === 'object'
        ? JSON.stringify(value)
        : `${value}`

const inFigures = (figures: number) => (value: number) => `${Number(value.toPrecision(figures))}`
/** In so few figures, from `least` to `most`, as tell the numbers apart that `most` would. */
function spelling(numbers: readonly number[], least: number, most: number): Spelled {
  const apart = (figures: number) => new Set(numbers.map(inFigures(figures))).size
  let figures = least
  while (figures < most && apart(figures) < apart(most)) figures++
  return inFigures(figures)
}

/** Numbers that are many and unlike fall into equal steps; all else is counted as it is. */
export function tally(samples: readonly Sample[]): readonly Row[] {
  const values = samples.map(({ value }) => value)
  const numbers = values.filter(number)
  const whole = numbers.every((value) => value === Math.floor(value))
  // Beyond 15 figures two numbers differ by a rounding alone.
  const spelled = whole ? String : spelling(numbers, 6, 15)
  const kinds = new Set(values.map((value) => words(value, spelled))).size
  if (kinds <= mostRows || numbers.length < values.length / 2) return counted(samples, spelled)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const edges = Array.from({ length: mostRows + 1 }, (_, i) => {
    const part = i / mostRows
    return least * (1 - part) + most * part
  })
  const step = edges[1]! - least
  const edge = spelling(edges, 3, 17)
  const rows = edges.slice(1).map((to, i) => ({
    says: `${edge(edges[i]!)} to ${edge(to)}`,
    seeds: [] as number[],
  }))
  const others: number[] = []
  for (const { seed, value } of samples)
    if (number(value))
      rows[Math.min(mostRows - 1, Math.floor((value - least) / step))]!.seeds.push(seed)
    else others.push(seed)
  return others.length > 0 ? [...rows, { says: 'none', seeds: others }] : rows
}

/** The commonest values in order; what is rarer is put together. */
function counted(samples: readonly Sample[], spelled: Spelled): readonly Row[] {
  const found = new Map<string, number[]>()
  for (const { seed, value } of samples) {
    const says = words(value, spelled)
    const seeds = found.get(says)
    if (seeds) seeds.push(seed)
    else found.set(says, [seed])
  }
  const ranked = [...found].sort(([, a], [, b]) => b.length - a.length)
  const kept = ranked.slice(0, mostRows).map(([says, seeds]) => ({ says, seeds }))
  const rest = ranked.slice(mostRows).flatMap(([, seeds]) => seeds)
  const rows = kept.sort(
    (a, b) => Number(a.says) - Number(b.says) || a.says.localeCompare(b.says, 'en'),
  )
  return rest.length > 0 ? [...rows, { says: 'other', seeds: rest }] : rows
}
