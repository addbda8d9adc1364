// Numbers by node, of which a node that is left out has 0: what counters and clocks are made of.

export type Shares = { readonly [node: string]: number }

/** A node's number; 0 where it is left out. */
export const shareOf = (shares: Shares, node: string | number) =>
  Object.hasOwn(shares, node) ? shares[node]! : 0

/** Of each node the larger of its two numbers. */
export const largerOf = (a: Shares, b: Shares): Shares => {
  const both: Record<string, number> = { ...a, ...b }
  for (const node of Object.keys(a)) both[node] = Math.max(shareOf(a, node), shareOf(b, node))
  return both
}
