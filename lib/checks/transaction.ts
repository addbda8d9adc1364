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

/** A key and an element as one word. */
export const nameOf = (key: string, element: Element) => jsonText([key, element])

/** Reads that are not explained by the transaction's own earlier appends alone. */
export function readsOf(transaction: Transaction) {
  return transaction.steps.flatMap((step, at) => {
    if (step[0] !== 'read') return []
    const list = step[2] ?? []
    const own = transaction.steps
      .slice(0, at)
      .flatMap((s) => (s[0] === 'append' && s[1] === step[1] ? [s[2]] : []))
    return [{ key: step[1], list, own }]
  })
}

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

/** The longest list of each key that a committed transaction has read: its order of versions. */
export function versionsOf(transactions: readonly Transaction[]): Map<string, readonly Element[]> {
  const longest = new Map<string, readonly Element[]>()
  for (const transaction of transactions) {
    if ((transaction.outcome ?? 'ok') !== 'ok') continue
    for (const { key, list } of readsOf(transaction))
      if (list.length > (longest.get(key)?.length ?? -1)) longest.set(key, list)
  }
  return longest
}
