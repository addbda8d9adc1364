// Vector clocks and version vectors: one counter per node, and the partial order they make.

import { largerOf, type Shares, shareOf } from './shares'

/** A counter per node; a node that is left out counts 0. Also a version vector: same data. */
export type VectorClock = Shares
/** How two clocks stand: one before the other, equal, or neither knows of the other. */
export type Causality = 'before' | 'after' | 'equal' | 'concurrent'

/** True if `a` has counted, for every node, at least what `b` has (Dynamo §4.4: a descends b). */
const covers = (a: VectorClock, b: VectorClock) =>
  Object.keys(b).every((node) => shareOf(a, node) >= shareOf(b, node))

/**
 * Vector clocks after Fidge (1988) and Mattern (1989); version vectors after Parker et al. (1983).
 * All functions give new plain data and change nothing.
 */
export const vectorClock = {
  zero: {} as VectorClock,
  /** What the clock counts for a node: 0 where it never heard of it. */
  count: shareOf,
  /** The clock after one more event at this node. */
  tick: (clock: VectorClock, node: string | number): VectorClock => ({
    ...clock,
    [node]: shareOf(clock, node) + 1,
  }),
  /** The least clock that covers both: on receipt, merge and then tick. */
  merge: largerOf,
  covers,
  /** 'before' if everything that `a` counted is in `b`, and more. */
  compare: (a: VectorClock, b: VectorClock): Causality => {
    const back = covers(a, b)
    const forth = covers(b, a)
    if (back && forth) return 'equal'
    return forth ? 'before' : back ? 'after' : 'concurrent'
  },
} as const
