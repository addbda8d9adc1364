// Anomalies of transactions: Elle's cases, its map of levels, and random serial histories.

import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anomalies, levels, levelsLeft } from './isolation'
import type { Transaction } from './transaction'
import { serial, transactions } from './transaction.fixture'

const names = (text: string) => anomalies(transactions(text)).map(({ name }) => name)
const left = (text: string) => levelsLeft(anomalies(transactions(text)))

// jepsen-io/elle test/elle/list_append_test.clj
describe('Elle’s cases', () => {
  test.each([
    ['G0', 'ax1ay1; ax2ay2; rx12ry21', ['G0']],
    ['G1a', '!ax1; rx1', ['G1a']],
    ['G1c', 'ax1ry1; ax2ay1; rx12ry1', ['G1c']],
    ['G-single', 'ax1ay1; ax2ry; rx12', ['G-single']],
    ['G2-item (write skew)', 'ax1ry; ay1rx', ['G2-item']],
    ['G1b', 'ax1ax2; rx1', ['G-single', 'G1b']],
    ['nothing', 'ax1; rx1ax2; rx12', []],
  ])('%s: %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('rule out the levels that Elle says they rule out', () => {
    expect(left('ax1ay1; ax2ay2; rx12ry21')).not.toContain('read-uncommitted')
    expect(left('!ax1; rx1')).toEqual(['read-uncommitted'])
    expect(left('ax1ay1; ax2ry; rx12')).toEqual(['read-uncommitted', 'read-committed'])
    const skew = left('ax1ry; ay1rx')
    expect(skew).toContain('snapshot-isolation')
    expect(skew).not.toContain('repeatable-read')
    expect(skew).not.toContain('serializable')
  })
})

test('a cycle is told transaction by transaction', () => {
  const [found] = anomalies(transactions('ax1ry; ay1rx'))
  expect(found).toEqual({
    name: 'G2-item',
    transactions: [0, 1],
    says: 'T1 did not see T2 (y), T2 did not see T1 (x)',
  })
})

// Long fork (Sovran et al. 2011): two readers see two writes in opposite orders.
test('a long fork is a cycle of reads that are not in a row, so not snapshot isolation', () => {
  const text = 'ax1; ay1; rx1ry; rxry1'
  expect(names(text)).toEqual(['G-nonadjacent', 'G2-item'])
  expect(left(text)).not.toContain('snapshot-isolation')
})

test('a transaction that does not see its own append is internally wrong', () => {
  expect(names('ax1rx')).toEqual(['internal'])
  expect(names('ax1rx1')).toEqual([])
  expect(names('ax1; rx1ax2rx12; rx12')).toEqual([])
})

test('two reads that no order of versions fits are incompatible', () => {
  expect(names('ax1; ax2; rx12; rx21')).toContain('incompatible-order')
})

test('an element appended twice cannot be judged', () => {
  expect(() => names('ax1; ax1')).toThrow('1 is appended twice to x')
})

const tables = new URL('../../../shared/reference/tables/', import.meta.url)
const rowsOf = (name: string) =>
  readFileSync(new URL(name, tables), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t') as [string, string])

/** Everything reached from one name along the rows. */
function reached(from: string, rows: readonly [string, string][]) {
  const all = new Set([from])
  for (const name of all) for (const [a, b] of rows) if (a === name) all.add(b)
  return all
}

/** Adya's names for some of the levels. */
const adya: { readonly [level: string]: string } = {
  'read-uncommitted': 'PL-1',
  'read-committed': 'PL-2',
  serializable: 'PL-3',
}

// The map of jepsen.io/consistency as Elle has it: 66 + 57 + 56 rows.
test.skipIf(!existsSync(tables))('every level forbids what Elle’s three tables say', () => {
  const implied = rowsOf('elle-model-implications.tsv')
  const proscribed = rowsOf('elle-proscribed-anomalies.tsv')
  const also = rowsOf('elle-anomaly-implications.tsv')
  const cycles = ['G0', 'G1c', 'G-single', 'G-nonadjacent', 'G2-item'] as const
  const reads = ['G1a', 'G1b', 'internal', 'future-read', 'duplicate-elements'] as const
  const kinds = [...cycles, ...reads, 'incompatible-order'] as const
  for (const level of levels)
    for (const name of kinds) {
      const models = new Set([level, adya[level]].flatMap((m) => [...reached(m ?? '', implied)]))
      const item = name === 'G-single' || name === 'G-nonadjacent'
      const names = reached(item ? `${name}-item` : name, also)
      const forbidden = proscribed.some(([model, what]) => models.has(model) && names.has(what))
      const kept = levelsLeft([{ name, transactions: [], says: '' }]).includes(level)
      expect([level, name, kept]).toEqual([level, name, !forbidden])
    }
})

const plans = fc.array(
  fc.array(fc.tuple(fc.constantFrom('read', 'append'), fc.constantFrom('x', 'y')), {
    minLength: 1,
    maxLength: 4,
  }),
  { minLength: 2, maxLength: 8 },
)

test('transactions run one after another show no anomaly, in whatever order they are told', () => {
  fc.assert(
    fc.property(plans, fc.nat(), (plan, turn) => {
      const history = serial(plan)
      const told = history.map((_, i) => history[(i + turn) % history.length]!)
      expect(anomalies(told)).toEqual([])
    }),
    { seed: 37, numRuns: 400 },
  )
})

test('a transaction that reads x from before T1 and y from after it is always found', () => {
  const first = [['append', 'x'] as const, ['append', 'y'] as const]
  fc.assert(
    fc.property(plans, (plan) => {
      const history = serial([first, ...plan, [['read', 'x']], [['read', 'y']]])
      const reader = history.length
      const torn: Transaction = {
        steps: [
          ['read', 'x', []],
          ['read', 'y', [2]],
        ],
      }
      const found = anomalies([...history, torn])
      const single = found.find(({ name }) => name === 'G-single')
      expect(single?.transactions).toContain(reader)
      expect(levelsLeft(found)).toEqual(['read-uncommitted', 'read-committed'])
    }),
    { seed: 41, numRuns: 100 },
  )
})
