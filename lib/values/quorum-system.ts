// Sets of nodes that overlap: what each node has to bear, and how many deaths they survive.

import type { NodeId } from '@/lib/sim/protocol'
import { majority } from './quorum'

export type Quorums = readonly (readonly NodeId[])[]
/** Quorums, each with the share of operations that use it; the shares add up to 1. */
export type Strategy = readonly (readonly [quorum: readonly NodeId[], share: number])[]

/** All ways to choose one of each. */
const oneOfEach = (rows: Quorums): NodeId[][] =>
  rows.reduce<NodeId[][]>((sets, row) => sets.flatMap((s) => row.map((n) => [...s, n])), [[]])

/** All sets of `size` nodes, in order. */
const subsets = (nodes: readonly NodeId[], size: number): NodeId[][] =>
  size === 0
    ? [[]]
    : nodes.flatMap((n, i) => subsets(nodes.slice(i + 1), size - 1).map((rest) => [n, ...rest]))

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

/** Every majority of n nodes, at its smallest. */
export const majorities = (n: number): Quorums => subsets(numbers(n), majority(n))

/**
 * A grid of nodes, numbered row by row from 1: its rows; one node of each row, in every way; and
 * every row with every column (Maekawa 1985; Cheung, Ammar and Ahamad 1992).
 */
export function grid(
  rows: number,
  columns: number,
): { rows: Quorums; onePerRow: Quorums; crosses: Quorums } {
  const row = (r: number) => numbers(columns).map((c) => r * columns + c)
  const column = (c: number) => numbers(rows).map((r) => (r - 1) * columns + c + 1)
  const all = numbers(rows).map((r) => row(r - 1))
  const crosses = all.flatMap((line) =>
    numbers(columns).map((c) => [...new Set([...line, ...column(c - 1)])].sort((a, b) => a - b)),
  )
  return { rows: all, onePerRow: oneOfEach(all), crosses }
}

/** Whether every quorum of one kind meets every one of the other. */
export const intersecting = (a: Quorums, b: Quorums) =>
  a.every((left) => b.every((right) => left.some((node) => right.includes(node))))

/** How many nodes may die, whichever they are, with one quorum left whole. */
export function resilience(quorums: Quorums): number {
  const nodes = [...new Set(quorums.flat())].sort((a, b) => a - b)
  for (let dead = 1; dead <= nodes.length; dead++)
    for (const set of subsets(nodes, dead))
      if (quorums.every((quorum) => quorum.some((node) => set.includes(node)))) return dead - 1
  return nodes.length
}

/** The same share for each quorum. */
export const uniform = (quorums: Quorums): Strategy =>
  quorums.map((quorum) => [quorum, 1 / quorums.length])

/**
 * The load: the share of operations that the busiest node takes part in (Naor and Wool 1998),
 * where a share `readRatio` of them are reads.
 */
export function load(reads: Strategy, writes: Strategy, readRatio: number): number {
  const bears = (strategy: Strategy, node: NodeId) =>
    strategy.reduce((sum, [quorum, share]) => sum + (quorum.includes(node) ? share : 0), 0)
  const nodes = new Set([...reads, ...writes].flatMap(([quorum]) => quorum))
  return [...nodes].reduce((most, node) => {
    const own = readRatio * bears(reads, node) + (1 - readRatio) * bears(writes, node)
    return Math.max(most, own)
  }, 0)
}

/** No strategy loads less than this: max(1/c, c/n), c the smallest quorum (Naor, Wool 1998). */
export function leastLoad(quorums: Quorums): number {
  const smallest = quorums.reduce((c, quorum) => Math.min(c, quorum.length), Number.MAX_VALUE)
  return Math.max(1 / smallest, smallest / new Set(quorums.flat()).size)
}
