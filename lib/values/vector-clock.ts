// Vector clocks and version vectors: one counter per node, and the partial order they make.

/** A counter per node; a node that is left out counts 0. Also a version vector: same data. */
export type VectorClock = { readonly [node: string]: number }
/** How two clocks stand: one before the other, equal, or neither knows of the other. */
export type Causality = 'before' | 'after' | 'equal' | 'concurrent'

const count = (clock: VectorClock, node: string | number) =>
  Object.hasOwn(clock, node) ? clock[node]! : 0

/** True if `a` has counted, for every node, at least what `b` has (Dynamo §4.4: a descends b). */
const covers = (a: VectorClock, b: VectorClock) =>
  Object.keys(b).every((node) => count(a, node) >= count(b, node))

/**
 * Vector clocks after Fidge (1988) and Mattern (1989); version vectors after Parker et al. (1983).
 * All functions give new plain data and change nothing.
 */
export const vectorClock = {
  zero: {} as VectorClock,
  /** What the clock counts for a node: 0 where it never heard of it. */
  count,
  /** The clock after one more event at this node. */
  tick: (clock: VectorClock, node: string | number): VectorClock => ({
    ...clock,
    [node]: count(clock, node) + 1,
  }),
  /** The least clock that covers both: on receipt, merge and then tick. */
  merge: (a: VectorClock, b: VectorClock): VectorClock => {
    const both: Record<string, number> = { ...a, ...b }
    for (const node of Object.keys(a)) both[node] = Math.max(count(a, node), count(b, node))
    return both
  },
  covers,
  /** 'before' if everything that `a` counted is in `b`, and more. */
  compare: (a: VectorClock, b: VectorClock): Causality => {
    const back = covers(a, b)
    const forth = covers(b, a)
    if (back && forth) return 'equal'
    return forth ? 'before' : back ? 'after' : 'concurrent'
  },
} as const
