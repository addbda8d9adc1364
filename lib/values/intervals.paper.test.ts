// Marzullo's algorithm against TigerBeetle's cases and against trying every point.

import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement, type Interval } from './intervals'

const parse = (text: string): Interval[] =>
  text.split(';').map((pair) => {
    const [from, to] = pair.split(',').map(Number)
    return { from: from!, to: to! }
  })
const found = (text: string) => {
  const best = agreement(parse(text))!
  return [best.from, best.to, best.agree, best.differ]
}

// tigerbeetle/tigerbeetle src/vsr/marzullo.zig.
test.each([
  ['11,13;10,12;8,12', [11, 12, 3, 0]],
  ['8,12;11,13;14,15', [11, 12, 2, 1]],
  ['-10,10;-1,1;0,0', [0, 0, 3, 0]],
  ['8,12;10,11;8,10', [10, 10, 3, 0]],
  ['8,12;10,12;8,9', [8, 9, 2, 1]],
  ['7,9;7,12;10,11', [10, 11, 2, 1]],
])('sources %s agree as in TigerBeetle’s tests', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

const table = new URL('../../../shared/reference/tables/marzullo.tsv', import.meta.url)
test.skipIf(!existsSync(table))('every row of the reference table', () => {
  const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1)
  expect(rows).toHaveLength(6)
  for (const row of rows) {
    const [text, ...expected] = row.split('\t')
    expect(found(text!)).toEqual(expected.map(Number))
  }
})

test('Marzullo takes the first of equally supported stretches, not the smallest', () => {
  const sources = parse('7,9;7,12;10,11')
  expect(agreement(sources, 'first')).toEqual({ from: 7, to: 9, agree: 2, differ: 1 })
  expect(agreement([])).toBeUndefined()
  expect(() => agreement([{ from: 2, to: 1 }])).toThrow('from 2 to 1')
})

test('no point lies in more intervals than the stretch, and all of it lies in as many', () => {
  const pair = fc.tuple(fc.nat(20), fc.nat(8)).map(([from, width]) => ({ from, to: from + width }))
  const covering = (all: Interval[], at: number) =>
    all.filter((i) => i.from <= at && at <= i.to).length
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), (all) => {
      const best = agreement(all)!
      for (let at = 0; at <= 30; at += 0.5)
        expect(covering(all, at)).toBeLessThanOrEqual(best.agree)
      const whole = all.filter((i) => i.from <= best.from && best.to <= i.to).length
      expect(whole).toBe(best.agree)
    }),
    { seed: 23, numRuns: 300 },
  )
})
