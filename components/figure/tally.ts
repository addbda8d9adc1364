// Many runs in a few rows: how often a fact had which value, and which runs those are.

import type { Sample } from '@/lib/sim/lean'
import type { Json } from '@/lib/sim/protocol'

export type Row = {
  readonly says: string
  /** The seeds of these runs, in order. */
  readonly seeds: readonly number[]
}

const mostRows = 12
const number = (value: Json): value is number => typeof value === 'number'
const words = (value: Json) =>
  value === null ? 'none' : typeof value === 'object' ? JSON.stringify(value) : `${value}`
const short = (value: number) => `${Number(value.toPrecision(3))}`

/** Numbers that are many and unlike fall into equal steps; all else is counted as it is. */
export function tally(samples: readonly Sample[]): readonly Row[] {
  const values = samples.map(({ value }) => value)
  const numbers = values.filter(number)
  if (new Set(values.map(words)).size <= mostRows || numbers.length < values.length / 2)
    return counted(samples)
  const least = Math.min(...numbers)
  const step = (Math.max(...numbers) - least) / mostRows
  const rows = Array.from({ length: mostRows }, (_, i) => ({
    says: `${short(least + i * step)} to ${short(least + (i + 1) * step)}`,
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
function counted(samples: readonly Sample[]): readonly Row[] {
  const found = new Map<string, number[]>()
  for (const { seed, value } of samples) {
    const seeds = found.get(words(value))
    if (seeds) seeds.push(seed)
    else found.set(words(value), [seed])
  }
  const ranked = [...found].sort(([, a], [, b]) => b.length - a.length)
  const kept = ranked.slice(0, mostRows).map(([says, seeds]) => ({ says, seeds }))
  const rest = ranked.slice(mostRows).flatMap(([, seeds]) => seeds)
  const rows = kept.sort(
    (a, b) => Number(a.says) - Number(b.says) || a.says.localeCompare(b.says, 'en'),
  )
  return rest.length > 0 ? [...rows, { says: 'other', seeds: rest }] : rows
}
