// Which isolation a history of list-append transactions lacks, by the cycles among them.

import { type Dependency, dependencies, way } from './dependencies'
import { appendsOf, nameOf, readsOf, type Transaction, versionsOf } from './transaction'

/**
 * Names of Adya 1999 and of Elle: 'internal', a transaction that does not see its own appends;
 * 'incompatible-order', two reads that no order of versions fits; 'G-nonadjacent', a cycle of
 * several reads that missed a write, no two of them in a row.
 */
export type AnomalyName =
  | 'internal'
  | 'G0'
  | 'G1a'
  | 'G1b'
  | 'G1c'
  | 'G-single'
  | 'G-nonadjacent'
  | 'G2-item'
  | 'incompatible-order'
export type Anomaly = {
  readonly name: AnomalyName
  /** The transactions that show it, by their places; of a cycle each depends on the one before. */
  readonly transactions: readonly number[]
  readonly says: string
}

const nameAt = (i: number) => `T${i + 1}`
const committed = (t: Transaction) => (t.outcome ?? 'ok') === 'ok'

/** Reads of what a failed transaction appended, or of the middle of another one. */
function strangeReads(transactions: readonly Transaction[]): Anomaly[] {
  const appends = appendsOf(transactions)
  return transactions.flatMap((transaction, reader) => {
    if (!committed(transaction)) return []
    return readsOf(transaction).flatMap(({ key, list }): Anomaly[] => {
      const by = list.map((element) => appends.get(nameOf(key, element)))
      const failed = by.findIndex((a) => a && transactions[a.by]!.outcome === 'fail')
      const aborted: Anomaly[] = []
      if (failed !== -1) {
        const from = by[failed]!.by
        const what = `${list[failed]} from ${key}`
        const whose = `which ${nameAt(from)} had appended and taken back`
        const says = `${nameAt(reader)} read ${what}, ${whose}`
        aborted.push({ name: 'G1a', transactions: [reader, from], says })
      }
      const end = by.at(-1)
      if (!end || end.last || end.by === reader) return aborted
      const where = `in the middle of ${nameAt(end.by)}: up to ${list.at(-1)}`
      const says = `${nameAt(reader)} read ${key} ${where}`
      return [...aborted, { name: 'G1b', transactions: [reader, end.by], says }]
    })
  })
}

/** Reads that do not end with what the transaction itself appended before. */
function unlikeOwn(transactions: readonly Transaction[]): Anomaly[] {
  return transactions.flatMap((transaction, reader) =>
    readsOf(transaction).flatMap(({ key, list, own }): Anomaly[] => {
      const end = list.slice(Math.max(0, list.length - own.length))
      if (own.length === end.length && own.every((element, i) => element === end[i])) return []
      const says = `${nameAt(reader)} read ${key} without its own ${own.join(' ')}`
      return [{ name: 'internal', transactions: [reader], says }]
    }),
  )
}

/** Reads that are no beginning of the longest one of their key. */
function incompatible(transactions: readonly Transaction[]): Anomaly[] {
  const versions = versionsOf(transactions)
  return transactions.flatMap((transaction, reader) =>
    committed(transaction)
      ? readsOf(transaction).flatMap(({ key, list }): Anomaly[] => {
          const longest = versions.get(key)!
          if (list.every((element, i) => element === longest[i])) return []
          const unlike = `${list.join(' ')}, another as ${longest.join(' ')}`
          const says = `${nameAt(reader)} read ${key} as ${unlike}`
          return [{ name: 'incompatible-order', transactions: [reader], says }]
        })
      : [],
  )
}

const verbs: { readonly [K in Dependency['kind']]: string } = {
  ww: 'was overwritten by',
  wr: 'was read by',
  rw: 'did not see',
}

function cycleOf(name: AnomalyName, path: readonly Dependency[]): Anomaly {
  const says = path.map((d) => `${nameAt(d.from)} ${verbs[d.kind]} ${nameAt(d.to)} (${d.key})`)
  return { name, transactions: path.map(({ from }) => from), says: says.join(', ') }
}

/** The shortest cycle of each kind: an edge of the kind that makes it, and a way back. */
function cycles(edges: readonly Dependency[]): Anomaly[] {
  const of = (...kinds: string[]) => edges.filter(({ kind }) => kinds.includes(kind))
  const shortest = (through: readonly Dependency[], back: readonly Dependency[], apart = false) =>
    through.reduce<Dependency[] | undefined>((best, edge) => {
      const rest = way(back, edge.to, edge.from, apart)
      return rest && (!best || rest.length + 1 < best.length) ? [edge, ...rest] : best
    }, undefined)
  const seen = of('ww', 'wr')
  const several = of('rw').filter((edge) => !way(seen, edge.to, edge.from))
  const found: [AnomalyName, Dependency[] | undefined][] = [
    ['G0', shortest(of('ww'), of('ww'))],
    ['G1c', shortest(of('wr'), seen)],
    ['G-single', shortest(of('rw'), seen)],
    ['G-nonadjacent', shortest(several, edges, true)],
    ['G2-item', shortest(several, edges)],
  ]
  return found.flatMap(([name, path]) => (path ? [cycleOf(name, path)] : []))
}

/**
 * The anomalies of a history (Adya 1999; found as in Elle: Kingsbury and Alvaro 2020). A cycle of
 * writes alone is G0, with reads of what was written G1c, with one read that missed a write
 * G-single, with more than one G2-item (and G-nonadjacent if no two are in a row). Of each kind
 * of cycle the shortest is given. RangeError if one element is appended twice to one key.
 */
export function anomalies(transactions: readonly Transaction[]): Anomaly[] {
  return [
    ...cycles(dependencies(transactions)),
    ...unlikeOwn(transactions),
    ...strangeReads(transactions),
    ...incompatible(transactions),
  ]
}

const g1 = ['G0', 'G1a', 'G1b', 'G1c', 'incompatible-order'] as const
const split = [...g1, 'G-single'] as const
/** What each level forbids (Adya 1999, Table 1; jepsen.io/consistency), from weak to strong. */
const forbidden = {
  'read-uncommitted': ['G0'],
  'read-committed': g1,
  'consistent-view': split,
  'snapshot-isolation': [...split, 'internal', 'G-nonadjacent'],
  'repeatable-read': [...split, 'G-nonadjacent', 'G2-item'],
  serializable: [...split, 'internal', 'G-nonadjacent', 'G2-item'],
} as const satisfies { readonly [level: string]: readonly AnomalyName[] }

export type Level = keyof typeof forbidden
export const levels = Object.keys(forbidden) as readonly Level[]

/** The levels of isolation that these anomalies do not rule out. */
export const levelsLeft = (found: readonly Anomaly[]): Level[] =>
  levels.filter((level) => {
    const names: readonly AnomalyName[] = forbidden[level]
    return !found.some(({ name }) => names.includes(name))
  })
