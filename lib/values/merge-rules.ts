// Three ways to merge what two copies wrote apart: by time, by versions, or keeping everything.

import type { Millis, NodeId } from '@/lib/sim/protocol'

/** One write to one key: who wrote it as which of its writes, when, and what the writer had seen. */
export type Write = {
  readonly key: string
  readonly by: NodeId
  /** Which of the writes of `by`, from 1. */
  readonly count: number
  /** What the writer's clock showed. */
  readonly at: Millis
  /** Version vector: of each writer, the last write that this one replaces; itself included. */
  readonly seen: { readonly [writer: NodeId]: number }
}
export type MergeRule = 'last-writer' | 'versions' | 'grow-only'

/** Later by the writers' own clocks; the writer's number where they agree. */
const later = (a: Write, b: Write) =>
  a.at > b.at || (a.at === b.at && (a.by > b.by || (a.by === b.by && a.count > b.count)))

/** Which of two writes to one key replaces the other. */
const replaces: { readonly [R in MergeRule]: (a: Write, b: Write) => boolean } = {
  'last-writer': later,
  versions: (a, b) => (a.seen[b.by] ?? 0) >= b.count,
  'grow-only': () => false,
}

const order = (a: Write, b: Write) =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : later(a, b) ? 1 : later(b, a) ? -1 : 0

/**
 * What remains of two copies' writes, in one order everywhere. By last writer one write a key; by
 * versions those that no other has seen (Parker et al. 1983); in a set that only grows, all.
 */
export const merge = <W extends Write>(
  rule: MergeRule,
  mine: readonly W[],
  theirs: readonly W[],
) => {
  const known = (w: W) => mine.some((m) => m.by === w.by && m.count === w.count)
  const all = [...mine, ...theirs.filter((w) => !known(w))]
  const replaced = (w: W) =>
    all.some((other) => other !== w && other.key === w.key && replaces[rule](other, w))
  return all.filter((w) => !replaced(w)).sort(order) as readonly W[]
}

/** A version vector that has seen all that these writes have, and is itself the `count`th of `by`. */
export const seenBy = (by: NodeId, count: number, replaced: readonly Write[]): Write['seen'] => {
  const seen: { [writer: NodeId]: number } = {}
  for (const w of replaced) {
    for (const [writer, n] of Object.entries(w.seen)) {
      seen[+writer] = Math.max(seen[+writer] ?? 0, n)
    }
  }
  return { ...seen, [by]: count }
}
