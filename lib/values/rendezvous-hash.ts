// Rendezvous hashing: every node draws a number for the key, and the highest has it.

import { textHash } from './text-hash'

/** The nodes from the one that has the key downwards: the next ones hold its copies. */
function ranked(nodes: readonly string[], key: string): string[] {
  const drawn = nodes.map((node) => ({ node, score: textHash(key, textHash(node)) }))
  const best = (a: (typeof drawn)[number], b: (typeof drawn)[number]) =>
    b.score - a.score || (a.node < b.node ? -1 : 1)
  return drawn.sort(best).map(({ node }) => node)
}

/** Highest random weight: Thaler and Ravishankar 1998. */
export const rendezvousHash = {
  ranked,
  /** The node that a key belongs to; undefined where there are no nodes. */
  owner: (nodes: readonly string[], key: string): string | undefined => ranked(nodes, key)[0],
} as const
