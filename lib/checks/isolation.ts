// Which isolation a history of list-append transactions lacks, by the cycles among them.

import { sameJson } from '@/lib/values/json-text'
import { cycles, hidden } from './cycles'
import { dependencies, rivals } from './dependencies'
import {
  appendsOf,
  committed,
  type Element,
  nameAt,
  nameOf,
  readsOf,
  type Transaction,
  versionsOf,
} from './transaction'

/**
 * Names of Adya 1999 and of Elle: 'internal', a read unlike what its own transaction had read and
 * appended before; 'future-read', one of what its own transaction appends only later;
 * 'garbage-read', one of what nobody appended; 'duplicate-elements', one of the same element
 * twice; 'incompatible-order', two reads that no order of versions fits; 'G-nonadjacent', a cycle
 * of several reads that missed a write, no two of them in a row.
 */
export type AnomalyName =
  | 'internal'
  | 'future-read'
  | 'garbage-read'
  | 'duplicate-elements'
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

const listText = (list: readonly Element[]) => (list.length > 0 ? list.join(' ') : 'nothing')

type Appends = ReturnType<typeof appendsOf>

/** Reads of what a failed transaction appended, or of the middle of another one. */
function strangeReads(transactions: readonly Transaction[], reader: number, appends: Appends) {
  return readsOf(transactions[reader]!).flatMap(({ key, list }): Anomaly[] => {
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
}

/** Reads that no list of appends gives: of what nobody appended, or of one element twice. */
function impossible(transaction: Transaction, reader: number, appends: Appends): Anomaly[] {
  return readsOf(transaction).flatMap(({ key, list }) => {
    const found: Anomaly[] = []
    const add = (name: AnomalyName, element: Element | undefined, why: string) => {
      const says = `${nameAt(reader)} read ${element} from ${key}${why}`
      if (element !== undefined) found.push({ name, transactions: [reader], says })
    }
    const garbage = list.find((element) => !appends.has(nameOf(key, element)))
    const twice = list.find((element, i) => list.indexOf(element) !== i)
    add('garbage-read', garbage, ', which nobody appended')
    add('duplicate-elements', twice, ' twice')
    return found
  })
}

/**
 * Reads unlike what the transaction itself must know: what it last read from the key and has
 * appended since; before any read of it, only how the list ends (Cerone et al. 2015: INT).
 */
function unlikeOwn({ steps }: Transaction, reader: number): Anomaly[] {
  const known = new Map<string, { readonly whole: boolean; readonly end: readonly Element[] }>()
  return steps.flatMap((step): Anomaly[] => {
    const [, key] = step
    const { whole, end } = known.get(key) ?? { whole: false, end: [] }
    if (step[0] === 'append') {
      known.set(key, { whole, end: [...end, step[2]] })
      return []
    }
    const list = step[2] ?? []
    known.set(key, { whole: true, end: list })
    const seen = whole ? list : list.slice(Math.max(0, list.length - end.length))
    if (sameJson(seen, end)) return []
    const wrong = whole
      ? `as ${listText(list)}, where its own steps say ${listText(end)}`
      : `without its own ${listText(end)}`
    return [
      { name: 'internal', transactions: [reader], says: `${nameAt(reader)} read ${key} ${wrong}` },
    ]
  })
}

/** Reads of what the transaction itself appends only later. */
function futureReads({ steps }: Transaction, reader: number): Anomaly[] {
  return steps.flatMap((step, at): Anomaly[] => {
    if (step[0] !== 'read') return []
    const [, key, list] = step
    const later = steps
      .slice(at + 1)
      .flatMap((s) => (s[0] === 'append' && s[1] === key ? [s[2]] : []))
    const early = later.find((element) => list?.includes(element))
    if (early === undefined) return []
    const says = `${nameAt(reader)} read ${early} from ${key} before it appended it`
    return [{ name: 'future-read', transactions: [reader], says }]
  })
}

type Versions = ReturnType<typeof versionsOf>

/** Reads that are no beginning of the longest one of their key. */
function incompatible(transaction: Transaction, reader: number, versions: Versions): Anomaly[] {
  return readsOf(transaction).flatMap(({ key, list }): Anomaly[] => {
    const longest = versions.get(key)!
    if ([...new Set(list)].every((element, i) => element === longest[i])) return []
    const unlike = `${list.join(' ')}, another as ${longest.join(' ')}`
    const says = `${nameAt(reader)} read ${key} as ${unlike}`
    return [{ name: 'incompatible-order', transactions: [reader], says }]
  })
}

/**
 * The anomalies of a history (Adya 1999; found as in Elle: Kingsbury and Alvaro 2020). A cycle of
 * writes alone is G0, with reads of what was written G1c, with one read that missed a write
 * G-single, with more than one G2-item (and G-nonadjacent if no two are in a row). Of each kind
 * of cycle the shortest is given. Where nobody has read in which order some appended, it is a cycle
 * if every order makes one. RangeError if one element is appended twice to one key.
 */
export function anomalies(transactions: readonly Transaction[]): Anomaly[] {
  const [appends, versions] = [appendsOf(transactions), versionsOf(transactions)]
  const readers = transactions.flatMap((t, i) => (committed(t) ? [i] : []))
  const each = (wrong: (transaction: Transaction, reader: number) => Anomaly[]) =>
    readers.flatMap((reader) => wrong(transactions[reader]!, reader))
  const edges = dependencies(transactions)
  return [
    ...hidden(edges, rivals(transactions)),
    ...cycles(edges),
    ...each(unlikeOwn),
    ...each(futureReads),
    ...each((_, reader) => strangeReads(transactions, reader, appends)),
    ...each((t, reader) => impossible(t, reader, appends)),
    ...each((t, reader) => incompatible(t, reader, versions)),
  ]
}

/** What no history can have: every read is of a version, and versions have an order (Adya). */
const none = ['G0', 'garbage-read', 'duplicate-elements'] as const
const g1 = [...none, 'G1a', 'G1b', 'G1c', 'future-read', 'incompatible-order'] as const
const split = [...g1, 'G-single'] as const
/**
 * What each level forbids (Adya 1999, ch. 3; jepsen.io/consistency), from weak to strong. A
 * future read counts as G1c, an incompatible order as G1a, as Elle has it.
 */
const forbidden = {
  'read-uncommitted': none,
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
