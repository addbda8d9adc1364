// Three ways to merge what two copies wrote apart: by time, by versions, or keeping everything.

import type { Millis, NodeId } from '@/lib/sim/protocol'

/** One write to one key: who wrote it as which of its writes, when, and what it replaces. */
export type Write = {
  readonly key: string
  readonly by: NodeId
  /** Which of the writes of `by`, from 1. */
  readonly count: number
  /** What the writer's clock showed. */
  readonly at: Millis
  /** Of each writer, the last write that this one replaces: a dotted version vector. */
  readonly seen: { readonly [writer: NodeId]: number }
}
export type MergeRule = 'last writer' | 'versions' | 'grow-only'

/** Later by the writers' own clocks; the writer's number where they agree. */
const later = (a: Write, b: Write) =>
  a.at > b.at || (a.at === b.at && (a.by > b.by || (a.by === b.by && a.count > b.count)))

/** Which of two writes to one key replaces the other. */
const replaces: { readonly [R in MergeRule]: (a: Write, b: Write) => boolean } = {
  'last writer': later,
  versions: (a, b) => (a.seen[b.by] ?? 0) >= b.count,
  'grow-only': () => false,
}

/**
 * What remains of two copies' writes, in order of time. By last writer one write a key; by
 * versions those that no other has seen (Parker et al. 1983, Preguiça et al. 2010); in a set that
 * only grows, all.
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
  return all.filter((w) => !replaced(w)).sort((a, b) => (later(a, b) ? 1 : -1)) as readonly W[]
}

/** What a write has seen that is made in place of these. */
export const seenIn = (replaced: readonly Write[]): Write['seen'] => {
  const seen: { [writer: NodeId]: number } = {}
  for (const w of replaced) {
    const all = [...Object.entries(w.seen), [w.by, w.count] as const]
    for (const [writer, n] of all) seen[+writer] = Math.max(seen[+writer] ?? 0, n)
  }
  return seen
}
