// Merkle trees: two copies find where they differ by comparing a few hashes, not all entries.

import type { Json } from '@/lib/sim/protocol'
import { jsonText } from './json-text'
import { textDigest, textHash } from './text-hash'

/**
 * A full binary tree over 2^depth ranges of hashed keys. `hashes` are in heap order: the root is
 * 0, the children of i are 2i+1 and 2i+2, and the last 2^depth are the leaves. An empty range
 * has the hash ''.
 */
export type MerkleTree = { readonly depth: number; readonly hashes: readonly string[] }
export type Entries = { readonly [key: string]: Json }

/** How many leaves a tree of this depth has: 2^depth. */
const leavesOf = (depth: number) => 1 << depth

/** The leaf that a key belongs to, from 0: the first `depth` bits of its hash. */
const leafOf = (key: string, depth: number) => (depth === 0 ? 0 : textHash(key) >>> (32 - depth))

const join = (left: string, right: string) =>
  left === '' && right === '' ? '' : textDigest(`${left}|${right}`)

/** The keys of each leaf, in order. */
function ranges(entries: Entries, depth: number): string[][] {
  const all: string[][] = Array.from({ length: leavesOf(depth) }, () => [])
  for (const key of Object.keys(entries).sort()) all[leafOf(key, depth)]!.push(key)
  return all
}

const digest = (entries: Entries, keys: readonly string[]) =>
  keys.length === 0 ? '' : textDigest(keys.map((k) => jsonText([k, entries[k]!])).join('\n'))

/** Merkle (1987); as anti-entropy between replicas: Dynamo (DeCandia et al. 2007) §4.7. */
export const merkleTree = {
  /** The tree of all entries; `depth` from 0 to 16 (RangeError otherwise). */
  of: (entries: Entries, depth: number): MerkleTree => {
    if (!(Number.isInteger(depth) && depth >= 0 && depth <= 16))
      throw new RangeError(`a tree has a depth from 0 to 16, not ${depth}`)
    const first = leavesOf(depth) - 1
    const hashes: string[] = Array(first + leavesOf(depth)).fill('')
    ranges(entries, depth).forEach((keys, leaf) => {
      hashes[first + leaf] = digest(entries, keys)
    })
    for (let i = first - 1; i >= 0; i--) hashes[i] = join(hashes[2 * i + 1]!, hashes[2 * i + 2]!)
    return { depth, hashes }
  },
  leavesOf,
  leafOf,
  /** The entries that belong to one of these leaves. */
  under: (entries: Entries, leaves: readonly number[], depth: number): Entries =>
    Object.fromEntries(
      Object.entries(entries).filter(([key]) => leaves.includes(leafOf(key, depth))),
    ),
  /**
   * Where two trees of one depth differ: the leaves, and the places compared on the way down
   * (heap order), of which only those below a difference were opened.
   */
  compare: (a: MerkleTree, b: MerkleTree): { leaves: number[]; compared: number[] } => {
    if (a.depth !== b.depth) throw new RangeError('two trees of different depth')
    const first = leavesOf(a.depth) - 1
    const compared = [0]
    const leaves: number[] = []
    for (let next = 0; next < compared.length; next++) {
      const i = compared[next]!
      if (a.hashes[i] === b.hashes[i]) continue
      if (i >= first) leaves.push(i - first)
      else compared.push(2 * i + 1, 2 * i + 2)
    }
    return { leaves, compared }
  },
} as const
