// Consistent hashing: a ring of 2³² places, on which every key belongs to the next node.

import { textHash } from './text-hash'

/** The nodes' points in order round the ring; `at` in [0, 2³²). */
export type HashRing = readonly { readonly at: number; readonly node: string }[]

const whole = 4294967296

/** The place in the ring of the first point at or after `at`, going round at the end. */
function following(ring: HashRing, at: number): number {
  let low = 0
  let high = ring.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ring[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low === ring.length ? 0 : low
}

/** Karger et al. 1997; several points per node as in Dynamo (2007) §4.2 and Ketama. */
export const hashRing = {
  /** A ring with so many points for each node. */
  of: (nodes: readonly string[], points: number): HashRing =>
    nodes
      .flatMap((node) =>
        Array.from({ length: points }, (_, i) => ({ at: textHash(`${node}#${i}`), node })),
      )
      .sort((a, b) => a.at - b.at || (a.node < b.node ? -1 : 1)),
  /** Where a key stands on the ring. */
  placeOf: (key: string) => textHash(key),
  /** The node that a key belongs to; undefined on an empty ring. */
  owner: (ring: HashRing, key: string): string | undefined =>
    ring[following(ring, textHash(key))]?.node,
  /** The first `count` different nodes from the key onwards: Dynamo's preference list. */
  owners: (ring: HashRing, key: string, count: number): string[] => {
    const found: string[] = []
    const first = following(ring, textHash(key))
    for (let i = 0; i < ring.length && found.length < count; i++) {
      const { node } = ring[(first + i) % ring.length]!
      if (!found.includes(node)) found.push(node)
    }
    return found
  },
  /** The share of the ring that belongs to each node; they add up to 1. */
  shares: (ring: HashRing): { [node: string]: number } => {
    const shares = new Map<string, number>()
    ring.forEach(({ at, node }, i) => {
      const before = i === 0 ? ring.at(-1)!.at - whole : ring[i - 1]!.at
      shares.set(node, (shares.get(node) ?? 0) + (at - before) / whole)
    })
    return Object.fromEntries(shares)
  },
} as const
