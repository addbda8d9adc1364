// The versions of one object: values that nobody has overwritten, and all that was ever seen.

import type { Json } from '@/lib/sim/protocol'
import { type VectorClock, vectorClock } from './vector-clock'

/** The write that made a value: the n-th of this node. */
export type Dot = readonly [node: string, n: number]
/** `seen` counts every write known of; `siblings` are the values still standing. */
export type Versions = {
  readonly seen: VectorClock
  readonly siblings: readonly { readonly dot: Dot; readonly value: Json }[]
}

const { count, merge, tick } = vectorClock
const same = (a: Dot, b: Dot) => a[0] === b[0] && a[1] === b[1]
const knows = (seen: VectorClock, [node, n]: Dot) => count(seen, node) >= n
const inOrder = (a: { dot: Dot }, b: { dot: Dot }) =>
  a.dot[0] === b.dot[0] ? a.dot[1] - b.dot[1] : a.dot[0] < b.dot[0] ? -1 : 1

/**
 * Dotted version vectors, Preguiça, Baquero et al. 2010 (arXiv:1011.5808): a write carries the
 * context its client had read, and replaces just what that client knew.
 */
export const versions = {
  none: { seen: {}, siblings: [] } as Versions,
  /** What a client reads: the standing values in a fixed order, and the context for its write. */
  read: (here: Versions) => ({ values: here.siblings.map((s) => s.value), context: here.seen }),
  /** The object after a write at `node` by a client that had read `context`. */
  write: (here: Versions, context: VectorClock, node: string | number, value: Json): Versions => {
    const seen = tick(merge(here.seen, context), node)
    const rest = here.siblings.filter((s) => !knows(context, s.dot))
    const dot: Dot = [String(node), count(seen, node)]
    return { seen, siblings: [...rest, { dot, value }].sort(inOrder) }
  },
  /** Two copies made one: a value stands unless one copy has seen it and no longer holds it. */
  merge: (a: Versions, b: Versions): Versions => {
    const holds = (v: Versions, dot: Dot) => v.siblings.some((s) => same(s.dot, dot))
    const left = a.siblings.filter((s) => holds(b, s.dot) || !knows(b.seen, s.dot))
    const right = b.siblings.filter((s) => !holds(a, s.dot) && !knows(a.seen, s.dot))
    return { seen: merge(a.seen, b.seen), siblings: [...left, ...right].sort(inOrder) }
  },
} as const
