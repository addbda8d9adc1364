// A counter that may also go down: two that only grow, and their difference.

import { type GCounter, gCounter } from './g-counter'

export type PnCounter = { readonly added: GCounter; readonly taken: GCounter }

/** The counter of Shapiro et al. 2011 (Specification 7). */
export const pnCounter = {
  zero: { added: {}, taken: {} } as PnCounter,
  /** The counter after this node added `by`, which may be negative. */
  add: (counter: PnCounter, node: string | number, by = 1): PnCounter =>
    by < 0
      ? { ...counter, taken: gCounter.add(counter.taken, node, -by) }
      : { ...counter, added: gCounter.add(counter.added, node, by) },
  merge: (a: PnCounter, b: PnCounter): PnCounter => ({
    added: gCounter.merge(a.added, b.added),
    taken: gCounter.merge(a.taken, b.taken),
  }),
  value: (counter: PnCounter) => gCounter.value(counter.added) - gCounter.value(counter.taken),
} as const
