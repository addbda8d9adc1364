// Raft gives what others have published: the tables of etcd-io/raft (raft_paper_test.go, @cdfbeed),
// its majority tests, and Figure 7 of the paper repaired.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from '@/lib/sim/lean'
import { isMajority, raft, reached } from './index'
import { append, appended, asks, follower, here, leader, logOf, sent, termsOf } from './raft.made'

const { on } = raft

describe('TestVoter of raft_paper_test.go (§5.4.1)', () => {
  it.each([
    [[1], 1, 1, true],
    [[1], 1, 2, true],
    [[1, 1], 1, 1, false],
    [[1], 2, 1, true],
    [[1], 2, 2, true],
    [[1, 1], 2, 1, true],
    [[2], 1, 1, false],
    [[2], 1, 2, false],
    [[2, 2], 1, 1, false],
  ])(
    'a voter with terms %j, asked by (term %i, index %i): %s',
    (log, lastTerm, lastIndex, granted) => {
      const s = follower({ log: logOf(...log) })
      const step = on.requestVote(s, asks({ lastTerm, lastIndex }), 2, here())
      expect(sent(step, 'vote')[0]!.body.granted).toBe(granted)
    },
  )
})

describe('TestLeaderOnlyCommitsLogFromCurrentTerm (§5.4.2)', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 3],
  ])('terms 1, 2, 3 and two of three up to entry %i: commits %i', (index, committed) => {
    const three = here({ nodes: 3 })
    const [s] = on.appended(leader({ log: logOf(1, 2, 3) }), appended({ index }), 2, three)
    expect(s.committed).toBe(committed)
  })
})

describe('TestFollowerAppendEntries (§5.3)', () => {
  it.each([
    [2, 2, [3], [1, 2, 3]],
    [1, 1, [3, 4], [1, 3, 4]],
    [0, 0, [1], [1, 2]],
    [0, 0, [3], [3]],
  ])('to terms 1, 2, after (%i, term %i), entries %j: %j', (prevIndex, prevTerm, terms, log) => {
    const s = follower({ term: 4, log: logOf(1, 2) })
    const body = append({ term: 4, prevIndex, prevTerm, entries: logOf(...terms) })
    expect(termsOf(on.append(s, body, 2, here())[0])).toEqual(log)
  })
})

describe('Figure 7, as probe_and_replicate.txt builds it', () => {
  const logs = [
    '1114455666',
    '111445566',
    '1114',
    '11144556666',
    '111445567777',
    '1114444',
    '11122233333',
  ].map((terms) => [...terms].map(Number))
  const { facts, broken } = run(raft, {
    protocol: 'raft',
    nodes: 7,
    seed: 7,
    delay: [5, 15],
    options: { logs, election: [2000, 4000] },
    script: [
      [10, { ask: { node: 1, type: 'campaign' } }],
      [300, { ask: { node: 1, type: 'write', value: 'new' } }],
    ],
    until: 1500,
    poster: 0,
  })

  it('n1 stands for term 8: 2, 3, 6 and 7 vote for it, 4 and 5 do not', () => {
    expect(facts).toMatchObject({ leader: 1, term: 8, stands: 1 })
    expect(facts.votes).toEqual([1, 1, 1, 0, 0, 1, 1])
  })
  it('at the end all logs are that of n1 and one more entry, all of it committed', () => {
    expect(facts.logs).toEqual(Array(7).fill([...logs[0]!, 8]))
    expect(facts.committed).toBe(11)
    expect(broken).toEqual([])
  })
})

/** The cases of a file of etcd-io/raft's quorum/testdata: arguments and the last line expected. */
const casesOf = (name: string) => {
  const path = `../shared/reference/etcd-raft/${name}.txt`
  if (!existsSync(path)) return []
  const found = readFileSync(path, 'utf8').matchAll(/^(?:committed|vote)(.*)\n----\n((?:.+\n)+)/gm)
  return [...found].map(([, args, output]) => {
    const list = (key: string) =>
      args!
        .match(new RegExp(`${key}=\\(([^)]*)\\)`))?.[1]
        ?.split(',')
        .map((t) => t.trim()) ?? []
    return { args: args!.trim(), list, expected: output!.trim().split('\n').at(-1)! }
  })
}
// An empty cluster is etcd's own device for joint quorums: Raft has none.
const filled = (name: string, key: string) =>
  casesOf(name).filter(({ list }) => list(key).length > 0)

describe('majority_commit.txt of etcd-io/raft', () => {
  const cases = filled('majority_commit', 'idx')
  it.skipIf(!cases.length)(`its ${cases.length || 15} cases, the empty cluster left out`, () => {
    expect(cases).toHaveLength(15)
    for (const { args, list, expected } of cases) {
      const indexes = list('idx').map((t) => (t === '_' ? 0 : Number(t)))
      expect(reached(indexes), args).toBe(Number(expected))
    }
  })
})

describe('majority_vote.txt of etcd-io/raft', () => {
  const cases = filled('majority_vote', 'votes')
  it.skipIf(!cases.length)(`its ${cases.length || 21} cases, the empty cluster left out`, () => {
    expect(cases).toHaveLength(21)
    for (const { args, list, expected } of cases) {
      const votes = list('votes')
      const wins = (...kinds: string[]) =>
        isMajority(votes.filter((v) => kinds.includes(v)).length, votes.length)
      const outcome = wins('y') ? 'VoteWon' : wins('y', '_') ? 'VotePending' : 'VoteLost'
      expect(outcome, args).toBe(expected)
    }
  })
})
