// Which transaction must come before which: what overwrote, read, or missed what.

import {
  type Appended,
  appendsOf,
  committed,
  type Element,
  happened,
  nameOf,
  readsOf,
  type Transaction,
  versionsOf,
} from './transaction'

/**
 * ww: `to` wrote the version after `from`'s; wr: `to` read `from`'s version; rw: `from` read a
 * version that `to` overwrote (Adya 1999, §3.1).
 */
export type Dependency = {
  readonly from: number
  readonly to: number
  readonly kind: 'ww' | 'wr' | 'rw'
  readonly key: string
}

type Known = {
  readonly transactions: readonly Transaction[]
  readonly happened: readonly boolean[]
  readonly appends: ReadonlyMap<string, Appended>
  readonly versions: ReadonlyMap<string, readonly Element[]>
}

const by = ({ appends }: Known, key: string, element: Element | undefined) =>
  element === undefined ? undefined : appends.get(nameOf(key, element))?.by

/** Who has appended to a key, is known to have happened, and was never read there. */
function unseen({ transactions, happened, versions }: Known, key: string): number[] {
  const read = versions.get(key) ?? []
  return transactions.flatMap(({ steps }, i) => {
    const news = steps.some((s) => s[0] === 'append' && s[1] === key && !read.includes(s[2]))
    return happened[i] && news ? [i] : []
  })
}

/** Two that both appended to a key what nobody has read: which of them came first is not known. */
export type Rivals = { readonly key: string; readonly pair: readonly [number, number] }

function rivalsOn(known: Known, key: string): Rivals[] {
  const all = unseen(known, key)
  return all.flatMap((a, i) => all.slice(i + 1).map((b): Rivals => ({ key, pair: [a, b] })))
}

/** The versions of one key in order, and after the last of them those that nobody has read. */
function overwrites(known: Known, key: string): Dependency[] {
  const list = known.versions.get(key) ?? []
  const writers = list.map((element) => by(known, key, element))
  const pairs = writers.slice(1).map((to, i) => ({ from: writers[i], to }))
  const later = list.length > 0 ? unseen(known, key) : []
  const all = [...pairs, ...later.map((to) => ({ from: writers.at(-1), to }))]
  return all.flatMap(({ from, to }) =>
    from === undefined || to === undefined || from === to ? [] : [{ from, to, kind: 'ww', key }],
  )
}

/** What one read came after, and what it missed: the next version, or all that nobody has read. */
function reading(known: Known, reader: number, key: string, list: readonly Element[]) {
  const longest = known.versions.get(key) ?? []
  const from = by(known, key, list.at(-1))
  const seen = new Set(list).size
  const missed = seen < longest.length ? [by(known, key, longest[seen])] : unseen(known, key)
  const after: Dependency[] =
    from === undefined || from === reader ? [] : [{ from, to: reader, kind: 'wr', key }]
  const others = missed.filter((to) => to !== undefined && to !== reader) as number[]
  return [...after, ...others.map((to) => ({ from: reader, to, kind: 'rw' as const, key }))]
}

const knownOf = (transactions: readonly Transaction[]): Known => ({
  transactions,
  happened: happened(transactions),
  appends: new Map(
    [...appendsOf(transactions)].filter(([, a]) => transactions[a.by]!.outcome !== 'fail'),
  ),
  versions: versionsOf(transactions),
})
const keysOf = (transactions: readonly Transaction[]) => [
  ...new Set(transactions.flatMap(({ steps }) => steps.map((step) => step[1]))),
]

export function rivals(transactions: readonly Transaction[]): Rivals[] {
  const known = knownOf(transactions)
  return keysOf(transactions).flatMap((key) => rivalsOn(known, key))
}

/** All direct dependencies that the reads of committed transactions betray. */
export function dependencies(transactions: readonly Transaction[]): Dependency[] {
  const known = knownOf(transactions)
  const written = keysOf(transactions).flatMap((key) => overwrites(known, key))
  const read = transactions.flatMap((transaction, i) =>
    committed(transaction)
      ? readsOf(transaction).flatMap(({ key, list }) => reading(known, i, key, list))
      : [],
  )
  return [...written, ...read]
}

type Edges = readonly Dependency[]
/**
 * How often a way may miss a write: as it likes; once; not twice in a row; or, as what lies between
 * one rw edge and another, not twice in a row and neither first nor last.
 */
export type Gait = 'any' | 'once' | 'apart' | 'between'

/** What counts of the missed writes after an edge; no more than one may. */
const counts: { readonly [G in Gait]: (missed: number, now: number) => number } = {
  any: () => 0,
  once: (missed, now) => missed + now,
  apart: (missed, now) => now * (missed + 1),
  between: (missed, now) => now * (missed + 1),
}

const known = new WeakMap<Edges, ReadonlyMap<number, Edges>>()
/** The edges by where they begin. */
function leaving(edges: Edges): ReadonlyMap<number, Edges> {
  const before = known.get(edges)
  if (before) return before
  const from = new Map<number, Dependency[]>()
  for (const edge of edges) {
    const others = from.get(edge.from)
    if (others) others.push(edge)
    else from.set(edge.from, [edge])
  }
  known.set(edges, from)
  return from
}

/** The shortest way along the edges from one transaction to another; undefined if there is none. */
export function way(edges: Edges, from: number, to: number, gait: Gait = 'any') {
  type Step = { readonly edge?: Dependency; readonly before?: Step; readonly missed: number }
  const next = leaving(edges)
  const begin: Step = { missed: gait === 'between' ? 1 : 0 }
  const met = new Set<number>()
  const queue: Step[] = [begin]
  for (const step of queue)
    for (const edge of next.get(step.edge?.to ?? from) ?? []) {
      const missed = counts[gait](step.missed, edge.kind === 'rw' ? 1 : 0)
      const place = 2 * edge.to + missed
      if (missed > 1 || met.has(place)) continue
      const here = { edge, before: step, missed }
      if (edge.to === to && !(gait === 'between' && missed)) return pathTo(here)
      met.add(place)
      queue.push(here)
    }
  return undefined

  function pathTo(last: Step): Dependency[] {
    const path: Dependency[] = []
    for (let step: Step | undefined = last; step?.edge; step = step.before) path.unshift(step.edge)
    return path
  }
}
