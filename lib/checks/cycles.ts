// Transactions that each depend on the one before, and so in a circle: the kinds of Adya's cycles.

import { type Dependency, type Gait, type Rivals, way } from './dependencies'
import { nameAt } from './transaction'

export type CycleName = 'G0' | 'G1c' | 'G-single' | 'G-nonadjacent' | 'G2-item'
export type Cycle = {
  readonly name: CycleName
  /** Each depends on the one before, and the first on the last. */
  readonly transactions: readonly number[]
  readonly says: string
}
type Edges = readonly Dependency[]
/** The edges of a cycle, each from where the one before led. */
type Round = { readonly name: CycleName; readonly path: Edges }

const verbs: { readonly [K in Dependency['kind']]: string } = {
  ww: 'was overwritten by',
  wr: 'was read by',
  rw: 'did not see',
}
const said = (path: Edges) =>
  path.map((d) => `${nameAt(d.from)} ${verbs[d.kind]} ${nameAt(d.to)} (${d.key})`).join(', ')
const met = (path: Edges) => path.map(({ from }) => from)

/** The shortest cycle of each kind: an edge of the kind that makes it, and a way back. */
function rounds(edges: Edges): Round[] {
  const of = (...kinds: string[]) => edges.filter(({ kind }) => kinds.includes(kind))
  const shortest = (through: Edges, back: Edges, gait?: Gait) =>
    through.reduce<Edges | undefined>((best, edge) => {
      const rest = way(back, edge.to, edge.from, gait)
      return rest && (!best || rest.length + 1 < best.length) ? [edge, ...rest] : best
    }, undefined)
  const seen = of('ww', 'wr')
  const several = of('rw').filter((edge) => !way(seen, edge.to, edge.from))
  const found: [CycleName, Edges | undefined][] = [
    ['G0', shortest(of('ww'), of('ww'))],
    ['G1c', shortest(of('wr'), seen)],
    ['G-single', shortest(of('rw'), seen)],
    ['G-nonadjacent', shortest(several, edges, 'between')],
    ['G2-item', shortest(several, edges)],
  ]
  return found.flatMap(([name, path]) => (path ? [{ name, path }] : []))
}

/** The shortest cycle of each kind. */
export const cycles = (edges: Edges): Cycle[] =>
  rounds(edges).map(({ name, path }) => ({ name, transactions: met(path), says: said(path) }))

type Ruled = Pick<Cycle, 'transactions' | 'says'>

const ordersOf = ({ key, pair: [a, b] }: Rivals): Dependency[] => [
  { from: b, to: a, kind: 'ww', key },
  { from: a, to: b, kind: 'ww', key },
]

/** After so many choices it is taken that some order fits. */
const patience = 1000

/** What follows of itself: the edges with it, and whom it leaves; or why no order fits. */
function follow(edges: Edges, pairs: readonly Rivals[], gait: Gait) {
  let [known, left, before] = [edges, pairs, pairs.length + 1]
  while (left.length < before) {
    before = left.length
    const undecided: Rivals[] = []
    for (const rivals of left) {
      const tried = ordersOf(rivals).map((edge) => {
        return { edge, path: way(known, edge.to, edge.from, gait) }
      })
      const open = tried.filter(({ path }) => !path)
      const why =
        open.length === 0 &&
        either(
          tried.flatMap(({ path }) => path!),
          rivals,
        )
      if (why) return { known, left, why }
      if (open.length === 1) known = [...known, open[0]!.edge]
      else undecided.push(rivals)
    }
    left = undecided
  }
  return { known, left }
}

/**
 * Why each order of some rivals closes a forbidden way; undefined if one does not. Those of whom
 * one order closes one come in the other; where that is so of none, both are tried.
 */
function everyOrder(edges: Edges, pairs: readonly Rivals[], gait: Gait): Ruled | undefined {
  let choices = 0
  const go = (from: Edges, all: readonly Rivals[]): Ruled | undefined => {
    const { known, left, why } = follow(from, all, gait)
    const [first, ...rest] = left
    if (why || !first || ++choices > patience) return why
    const both: Ruled[] = []
    for (const edge of ordersOf(first)) {
      const ruled = go([...known, edge], rest)
      if (!ruled) return undefined
      both.push({ ...ruled, says: `if ${said([edge])}: ${ruled.says}` })
    }
    return { transactions: both[0]!.transactions, says: both.map(({ says }) => says).join('; ') }
  }
  return go(edges, pairs)
}

function either(path: Edges, { key, pair: [a, b] }: Rivals): Ruled {
  const lastly = `and one of ${nameAt(a)} and ${nameAt(b)} overwrote the other (${key})`
  return { transactions: met(path), says: `${said(path)}, ${lastly}` }
}

/**
 * A worse cycle than those that the edges show, which there is whoever overwrote whom where nobody
 * has read it: so is a lost update. Rivals of whom one comes after the other in no circle can come
 * in that order, which adds none.
 */
export function hidden(edges: Edges, pairs: readonly Rivals[]): Cycle[] {
  const shown = rounds(edges).map(({ name }) => name)
  if (!shown.includes('G2-item')) return []
  const tied = pairs.filter(({ pair: [a, b] }) => way(edges, a, b) && way(edges, b, a))
  const worse: CycleName[] = ['G0', 'G1c']
  for (const [name, gait] of [
    ['G-single', 'once'],
    ['G-nonadjacent', 'apart'],
  ] as const) {
    worse.push(name)
    if (worse.some((one) => shown.includes(one))) return []
    const ruled = everyOrder(edges, tied, gait)
    if (ruled) return [{ name, ...ruled }]
  }
  return []
}
