// Each level of isolation, held against every order in which the versions may have been written.

import { expect, test } from 'vitest'
import { source } from './history.fixture'
import { type AnomalyName, anomalies, type Level, levels, levelsLeft } from './isolation'
import type { Element, Transaction } from './transaction'
import { transactions } from './transaction.fixture'

type Versions = { readonly [key: string]: readonly Element[] }
type Edge = readonly [from: number, to: number, kind: 'ww' | 'wr' | 'rw']
const keys = ['x', 'y'] as const

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, i) => permutations(all.toSpliced(i, 1)).map((rest) => [one, ...rest]))

const stepsOn = (kind: string, key: string, { steps }: Transaction) =>
  steps.filter((step) => step[0] === kind && step[1] === key)
const appendsOn = (key: string, t: Transaction) =>
  stepsOn('append', key, t).map((step) => step[2] as Element)
const readsOn = (key: string, t: Transaction) =>
  stepsOn('read', key, t).map((step) => (step[2] ?? []) as readonly Element[])

/** All orders of the versions that fit the reads, and each transaction's own. */
function* ordersOf(history: readonly Transaction[]): Generator<Versions> {
  const [xs, ys] = keys.map((key) => {
    const begins = history.flatMap((t) => readsOn(key, t))
    const fits = (order: Element[]) => begins.every((list) => list.every((e, i) => e === order[i]))
    const own = history.map((t) => appendsOn(key, t))
    const keeps = (order: Element[]) =>
      own.every((list) =>
        list.every((e, i) => !i || order.indexOf(list[i - 1]!) < order.indexOf(e)),
      )
    return permutations(own.flat()).filter((order) => fits(order) && keeps(order))
  }) as [Element[][], Element[][]]
  for (const x of xs) for (const y of ys) yield { x, y }
}

/** Adya's direct dependencies under one order of the versions. */
function edgesOf(history: readonly Transaction[], versions: Versions): Edge[] {
  return keys.flatMap((key) => {
    const order = versions[key]!
    const by = (e: Element | undefined) => history.findIndex((t) => appendsOn(key, t).includes(e!))
    const written = order.slice(1).map((e, i): Edge => [by(order[i]), by(e), 'ww'])
    const read = history.flatMap((t, reader) =>
      readsOn(key, t).flatMap((list): Edge[] => [
        [by(list.at(-1)), reader, 'wr'],
        [reader, by(order[list.length]), 'rw'],
      ]),
    )
    return [...written, ...read].filter(([from, to]) => from !== to && from >= 0 && to >= 0)
  })
}

type Kinds = readonly string[]
/** Whether some cycle, each transaction met once, is of a kind that is forbidden. */
function isRound(edges: readonly Edge[], forbids: (kinds: Kinds) => boolean): boolean {
  const from = (start: number, at: number, met: readonly number[], kinds: Kinds): boolean =>
    edges.some(([a, b, kind]) => {
      if (a !== at || b < start || (b !== start && met.includes(b))) return false
      const all = [...kinds, kind]
      return b === start ? forbids(all) : from(start, b, [...met, b], all)
    })
  return edges.some(([start]) => from(start, start, [start], []))
}

const missed = (kinds: Kinds) => kinds.filter((kind) => kind === 'rw').length
const inRow = (kinds: Kinds) => kinds.some((k, i) => k === 'rw' && kinds.at(i - 1) === 'rw')
/** Adya 1999; snapshot isolation as in Fekete et al. 2005: any cycle has two of rw in a row. */
const forbidden: { readonly [level in Level]: (kinds: Kinds) => boolean } = {
  'read-uncommitted': (kinds) => kinds.every((kind) => kind === 'ww'),
  'read-committed': (kinds) => missed(kinds) === 0,
  'consistent-view': (kinds) => missed(kinds) < 2,
  'snapshot-isolation': (kinds) => missed(kinds) < 2 || !inRow(kinds),
  'repeatable-read': () => true,
  serializable: () => true,
}

/** Some transactions on two keys, whose reads are of beginnings of one order, often of nothing. */
function drawn(seed: number): Transaction[] {
  const below = source(seed)
  let element = 0
  const plan = Array.from({ length: 2 + below(5) }, () =>
    Array.from({ length: 1 + below(3) }, () => [below(2) === 0, keys[below(2)]!] as const),
  )
  const written = plan.map((steps) =>
    steps.map(([reads, key]) => ({ key, element: reads ? 0 : ++element })),
  )
  const orderOf = (key: string) => {
    const lists = written.map((steps) => steps.flatMap((s) => (s.key === key && s.element) || []))
    return permutations(lists.filter((list) => list.length).slice(0, 4))
  }
  const orders = Object.fromEntries(keys.map((key) => [key, orderOf(key)]))
  const order = Object.fromEntries(
    keys.map((key) => [key, orders[key]![below(orders[key]!.length)]?.flat() ?? []]),
  )
  const most = below(3) ? 1 : 0
  return written.map((steps) => ({
    steps: steps.map(({ key, element }) =>
      element
        ? (['append', key, element] as const)
        : (['read', key, order[key]!.slice(0, below(order[key]!.length * most + 1))] as const),
    ),
  }))
}

const cycles: readonly AnomalyName[] = ['G0', 'G1c', 'G-single', 'G-nonadjacent', 'G2-item']

test('a level is left exactly where some order of versions has no cycle that it forbids', () => {
  const met: { [what: string]: number } = {}
  for (let seed = 1; seed < 5000; seed++) {
    const history = drawn(seed * 7919)
    const found = anomalies(history)
    const few = keys.every((key) => history.flatMap((t) => appendsOn(key, t)).length <= 4)
    if (!few || found.some(({ name }) => !cycles.includes(name))) continue
    const left = levelsLeft(found)
    const graphs = [...ordersOf(history)].map((versions) => edgesOf(history, versions))
    for (const level of levels) {
      const holds = graphs.some((edges) => !isRound(edges, forbidden[level]))
      met[`${level}, ${holds}`] = (met[`${level}, ${holds}`] ?? 0) + 1
      expect([level, left.includes(level), history]).toEqual([level, holds, history])
    }
  }
  for (const level of levels) expect(met[`${level}, false`], level).toBeGreaterThan(3)
})

// What no two alone show: whichever order each pair of writers had, another is ruled out by it.
test.each([
  ['snapshot-isolation', 'az1rx; rzax2; az3ryrx42; ax4ry; rxay5; rxay6'],
  ['snapshot-isolation', 'ryax1; ay2ay3az4; rxaz5ry6; ay6; ryax7ax8; ry'],
  ['consistent-view', 'rwax1ay2; ryaz3ax4; aw5; rxaw6az7; az8az9aw0'],
] as const)('%s is lost in every order at once: %s', (level, text) => {
  const found = anomalies(transactions(text))
  expect(found[0]!.says).toMatch(/, and one of T\d and T\d overwrote the other/)
  expect(levelsLeft(found)).not.toContain(level)
})
