// A counter that only grows, one share per node, so that copies can be merged in any order.

/** What each node has added; a node that is left out added nothing. */
export type GCounter = { readonly [node: string]: number }

const share = (counter: GCounter, node: string | number) =>
  Object.hasOwn(counter, node) ? counter[node]! : 0

/** The grow-only counter of Shapiro et al. 2011 (Specification 6). */
export const gCounter = {
  zero: {} as GCounter,
  /** The counter after this node added `by`; RangeError if that is negative or not a number. */
  add: (counter: GCounter, node: string | number, by = 1): GCounter => {
    if (!(by >= 0)) throw new RangeError(`a grow-only counter cannot add ${by}`)
    return { ...counter, [node]: share(counter, node) + by }
  },
  /** Both copies made one: of each node's share the larger. */
  merge: (a: GCounter, b: GCounter): GCounter => {
    const both: Record<string, number> = { ...a, ...b }
    for (const node of Object.keys(a)) both[node] = Math.max(share(a, node), share(b, node))
    return both
  },
  value: (counter: GCounter) => Object.values(counter).reduce((sum, n) => sum + n, 0),
} as const
