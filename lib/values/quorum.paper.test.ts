// Quorum arithmetic against the tables of etcd's Raft, of PBS, and of split votes.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { atLeast, choose } from './binomial'
import * as quorum from './quorum'

const reference = new URL('../../../shared/reference/', import.meta.url)
const here = (path: string) => existsSync(new URL(path, reference))
const read = (path: string) => readFileSync(new URL(path, reference), 'utf8')

/** The cases of a file of cockroachdb/datadriven: a command line and the last line it gives. */
function cases(text: string): { command: string; expected: string }[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'))
  const blocks = lines.join('\n').split(/\n\s*\n/)
  return blocks.flatMap((block) => {
    const [command, output] = block.trim().split('\n----\n')
    return command && output ? [{ command, expected: output.split('\n').at(-1)! }] : []
  })
}
const listOf = (command: string, name: string) =>
  (new RegExp(`${name}=\\(([^)]*)\\)`).exec(command)?.[1] ?? '').split(',').map((s) => s.trim())

// etcd-io/raft quorum/testdata/majority_commit.txt (Apache-2.0).
test.skipIf(!here('etcd-raft/majority_commit.txt'))('all 16 commit cases of etcd-io/raft', () => {
  const all = cases(read('etcd-raft/majority_commit.txt'))
  expect(all).toHaveLength(16)
  for (const { command, expected } of all) {
    const held = listOf(command, 'idx').filter((s) => s !== '')
    const index = quorum.committedIndex(held.map((s) => (s === '_' ? null : Number(s))))
    const everything = index === Number.MAX_SAFE_INTEGER
    expect(everything ? '<empty majority quorum>∞' : `${index}`, command).toBe(expected)
  }
})

// etcd-io/raft quorum/testdata/majority_vote.txt (Apache-2.0).
test.skipIf(!here('etcd-raft/majority_vote.txt'))('all 22 vote cases of etcd-io/raft', () => {
  const all = cases(read('etcd-raft/majority_vote.txt'))
  expect(all).toHaveLength(22)
  const words = { won: 'VoteWon', lost: 'VoteLost', pending: 'VotePending' }
  for (const { command, expected } of all) {
    const votes = listOf(command, 'votes').filter((s) => s !== '')
    const result = quorum.voteResult(votes.map((s) => (s === '_' ? null : s === 'y')))
    expect(words[result], command).toBe(expected)
  }
})

const splitVotes = 'tables/raft-splitvote-formula.tsv'
test.skipIf(!here(splitVotes))('the chance of a split vote in every row of the table', () => {
  const rows = read(splitVotes).trim().split('\n').slice(1)
  expect(rows.length).toBeGreaterThan(50)
  for (const row of rows) {
    const [n, live, tooMany, latency, split] = row.split('\t').map(Number)
    expect(live! - Math.floor(n! / 2) + 1).toBe(tooMany)
    expect(quorum.splitVoteChance(n!, live!, latency!)).toBeCloseTo(split!, 6)
  }
})

describe('small tables', () => {
  test('the committed index and the vote of the examples in etcd’s tests', () => {
    expect(quorum.committedIndex([101, 104, 103, 103, null])).toBe(103)
    expect(quorum.committedIndex([101, 102, 103, 103, null])).toBe(102)
    expect(quorum.voteResult([true, true, false, true, null, null, null])).toBe('pending')
    expect(quorum.voteResult([true, false])).toBe('lost')
  })

  // Closed form of PBS (Bailis et al. 2012, §3.1–3.2).
  test.each([
    [3, 1, 1, [0.3333, 0.5556, 0.7037, 0.8025, 0.8683]],
    [3, 1, 2, [0.6667, 0.8889, 0.963]],
    [3, 2, 1, [0.6667, 0.8889, 0.963]],
    [2, 1, 1, [0.5, 0.75, 0.875]],
    [3, 2, 2, [1, 1, 1]],
  ])('PBS with N=%i R=%i W=%i: within k versions', (n, r, w, expected) => {
    expected.forEach((chance, i) => {
      expect(quorum.withinVersions(n, r, w, i + 1)).toBeCloseTo(chance, 4)
    })
    expect(quorum.staleChance(n, r, w) === 0).toBe(quorum.overlaps(n, r, w))
  })

  test('PBS further out: 0.9827 within ten versions, 0.9959 within five', () => {
    expect(quorum.withinVersions(3, 1, 1, 10)).toBeCloseTo(0.9827, 4)
    expect(quorum.withinVersions(3, 1, 2, 5)).toBeCloseTo(0.9959, 4)
  })

  test.each([
    [3, 0.1, 0.028],
    [5, 0.1, 0.00856],
    [5, 0.01, 9.851e-6],
    [7, 0.1, 0.002728],
    [9, 0.1, 8.909e-4],
    [5, 0.3, 0.1631],
  ])('a majority of %i fails with p = %f as often as the formula says', (n, p, expected) => {
    expect(Math.abs(quorum.majorityFails(n, p) / expected - 1)).toBeLessThan(5e-4)
  })

  // Raft (extended version) §9.3 and the formula derived from it.
  test.each([
    [5, 4, 0.01, 0.000592],
    [5, 4, 0.1, 0.0523],
    [5, 4, 0.2, 0.1808],
    [5, 3, 0.2, 0.488],
    [9, 5, 0.2, 0.67232],
    [7, 6, 0.2, 0.09888],
    [1, 1, 0.2, 0],
    [2, 2, 0.2, 0.36],
  ])('%i servers of which %i are up split with latency %f', (n, live, latency, chance) => {
    expect(quorum.splitVoteChance(n, live, latency)).toBeCloseTo(chance, 6)
  })
})

test('binomials add up to one', () => {
  expect(choose(10, 3)).toBe(120)
  expect(choose(3, 4)).toBe(0)
  expect(atLeast(0, 12, 0.3)).toBeCloseTo(1, 12)
  expect(atLeast(13, 12, 0.3)).toBe(0)
})
