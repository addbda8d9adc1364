// A counter that only grows, one share per node, so that copies can be merged in any order.

import { largerOf, type Shares, shareOf } from './shares'

/** What each node has added; a node that is left out added nothing. */
export type GCounter = Shares

/** The grow-only counter of Shapiro et al. 2011 (Specification 6). */
export const gCounter = {
  zero: {} as GCounter,
  /** The counter after this node added `by`; RangeError if that is negative or not a number. */
  add: (counter: GCounter, node: string | number, by = 1): GCounter => {
    if (!(by >= 0)) throw new RangeError(`a grow-only counter cannot add ${by}`)
    return { ...counter, [node]: shareOf(counter, node) + by }
  },
  /** Both copies made one: of each node's share the larger. */
  merge: largerOf,
  value: (counter: GCounter) => Object.values(counter).reduce((sum, n) => sum + n, 0),
} as const
