// Transactions that append to lists and read them, and the order of versions they betray.

import { jsonText } from '@/lib/values/json-text'

export type Element = string | number
/** One step inside a transaction. A read's list is what it saw; null is the empty list. */
export type Step =
  | readonly ['append', key: string, element: Element]
  | readonly ['read', key: string, list: readonly Element[] | null]
/** 'fail' did not happen; 'unknown' happened if somebody has read it. */
export type Transaction = {
  readonly steps: readonly Step[]
  readonly outcome?: 'ok' | 'fail' | 'unknown'
}

/** What an append was: by which transaction, and whether its last one to that key. */
export type Appended = { readonly by: number; readonly last: boolean }

/** What a transaction is called, by its place. */
export const nameAt = (i: number) => `T${i + 1}`

/** A key and an element as one word. */
export const nameOf = (key: string, element: Element) => jsonText([key, element])

export const committed = ({ outcome = 'ok' }: Transaction) => outcome === 'ok'

/** The reads of a transaction, in order. */
export const readsOf = ({ steps }: Transaction) =>
  steps.flatMap((step) => (step[0] === 'read' ? [{ key: step[1], list: step[2] ?? [] }] : []))

/** Every append by its name. RangeError if one element is appended twice to one key. */
export function appendsOf(transactions: readonly Transaction[]): Map<string, Appended> {
  const appends = new Map<string, Appended>()
  transactions.forEach(({ steps }, by) => {
    steps.forEach((step, at) => {
      if (step[0] !== 'append') return
      const name = nameOf(step[1], step[2])
      if (appends.has(name)) throw new RangeError(`${step[2]} is appended twice to ${step[1]}`)
      const last = !steps.slice(at + 1).some((s) => s[0] === 'append' && s[1] === step[1])
      appends.set(name, { by, last })
    })
  })
  return appends
}

/**
 * The longest list of each key that a committed transaction has read: its order of versions. Of
 * an element that is in it twice, the first counts.
 */
export function versionsOf(transactions: readonly Transaction[]): Map<string, readonly Element[]> {
  const longest = new Map<string, readonly Element[]>()
  for (const { key, list } of transactions.filter(committed).flatMap(readsOf)) {
    const versions = [...new Set(list)]
    if (versions.length > (longest.get(key)?.length ?? -1)) longest.set(key, versions)
  }
  return longest
}

/** Who has happened: all that committed, and of the unknown those that a committed one has read. */
export function happened(transactions: readonly Transaction[]): boolean[] {
  const reads = transactions.filter(committed).flatMap(readsOf)
  const read = new Set(
    reads.flatMap(({ key, list }) => list.map((element) => nameOf(key, element))),
  )
  return transactions.map(({ steps, outcome = 'ok' }) => {
    const seen = steps.some((s) => s[0] === 'append' && read.has(nameOf(s[1], s[2])))
    return outcome === 'ok' || (outcome === 'unknown' && seen)
  })
}
