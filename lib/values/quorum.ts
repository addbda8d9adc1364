// Quorum arithmetic: majorities, what they have committed and decided, and how often they fail.

import { atLeast, choose, repeated } from './binomial'

/** The smallest number that is more than half of n. */
export const majority = (n: number) => Math.floor(n / 2) + 1

/** Whether any r of n nodes and any w of them share a node: R + W > N. */
export const overlaps = (n: number, r: number, w: number) => r + w > n

/**
 * The highest index that a majority of voters holds; null for a voter not heard of counts as 0
 * (Raft §5.3). No voters at all, as one half of a joint configuration, hold everything:
 * the answer is then the largest safe integer.
 */
export function committedIndex(held: readonly (number | null)[]): number {
  if (held.length === 0) return Number.MAX_SAFE_INTEGER
  const sorted = held.map((index) => index ?? 0).sort((a, b) => b - a)
  return sorted[majority(held.length) - 1]!
}

/** What a vote has come to; null is a voter not heard of. No voters at all have voted yes. */
export function voteResult(votes: readonly (boolean | null)[]): 'won' | 'lost' | 'pending' {
  if (votes.length === 0) return 'won'
  const needed = majority(votes.length)
  const count = (answer: boolean) => votes.filter((vote) => vote === answer).length
  if (count(true) >= needed) return 'won'
  return votes.length - count(false) < needed ? 'lost' : 'pending'
}

/** The chance that no majority of n is up, if each is down by itself with chance p. */
export const majorityFails = (n: number, p: number) => atLeast(n - majority(n) + 1, n, p)

/**
 * The chance that r random nodes of n have none of the last write's w acknowledgements: PBS
 * (Bailis et al. 2012) §3.1. For writes that reach only w nodes.
 */
export const staleChance = (n: number, r: number, w: number) => choose(n - w, r) / choose(n, r)

/** The chance that a read has one of the last k versions (PBS §3.1, k-staleness). */
export const withinVersions = (n: number, r: number, w: number, k: number) =>
  1 - repeated(staleChance(n, r, w), k)

/**
 * The chance that a Raft election of `live` of n servers is split: too many stand within one
 * message's latency of the first, latency being a share of the range of timeouts (Raft §9.3).
 */
export function splitVoteChance(n: number, live: number, latency: number): number {
  const tooMany = live - Math.floor(n / 2) + 1
  return tooMany > live ? 0 : atLeast(tooMany - 1, live, latency)
}
