// Does each rule of the ballot do what quorum voting asks? One test per rule.

import { describe, expect, test } from 'vitest'
import { ballot, disjoint, quorumOf, type State } from './ballot'
import { done, hereOf, said } from './here'

const here = hereOf(ballot)
const [fresh] = ballot.start(here) as readonly [State]
const put = (motion: 'A' | 'B', given = here, voters: readonly number[] = []) =>
  ballot.ask.propose(fresh, { motion, voters }, given)

describe('ballot', () => {
  test('a voter votes for the first motion it hears of', () => {
    const step = ballot.on.ask(fresh, { motion: 'A' }, 2, here)
    expect(step[0].vote).toBe('A')
    expect(done(step)).toEqual([
      { do: 'send', to: 2, type: 'vote', body: { motion: 'A', granted: true } },
    ])
  })

  test('a voter refuses a second motion and says for what it voted', () => {
    const step = ballot.on.ask({ ...fresh, vote: 'A' }, { motion: 'B' }, 3, here)
    expect(step[0].vote).toBe('A')
    expect(done(step)).toMatchObject([{ body: { motion: 'B', granted: false } }])
    expect(said(step)).toEqual(['n1 refuses B: it voted for A'])
  })

  test('a voter asked again for the same motion grants it again', () => {
    const step = ballot.on.ask({ ...fresh, vote: 'A' }, { motion: 'A' }, 2, here)
    expect(done(step)).toMatchObject([{ body: { granted: true } }])
  })

  test('who puts a motion votes for it, and asks everybody else', () => {
    const step = put('A')
    expect(step[0]).toMatchObject({ vote: 'A', motion: 'A', yes: [1], outcome: 'open' })
    expect(done(step).map((e) => (e as { to?: number }).to)).toEqual([2, 3, 4, 5, undefined])
  })

  test('who has voted for the other motion counts its own vote against its own motion', () => {
    const [s] = ballot.ask.propose({ ...fresh, vote: 'A' }, { motion: 'B', voters: [] }, here)
    expect(s).toMatchObject({ vote: 'A', motion: 'B', yes: [], no: [1] })
  })

  test('a motion may be put to some voters only', () => {
    expect(put('B', here, [3, 4])[0].asked).toEqual([3, 4])
  })

  test('a second motion of the same node is not put', () => {
    const [s] = put('A')
    const step = ballot.ask.propose(s, { motion: 'B', voters: [] }, here)
    expect(step).toEqual([s, { do: 'say', sentence: 'n1 puts A already' }])
  })

  test('a motion passes with the third vote of five', () => {
    const [one] = put('A')
    const [two] = ballot.on.vote(one, { motion: 'A', granted: true }, 2, here)
    expect(two.outcome).toBe('open')
    const three = ballot.on.vote(two, { motion: 'A', granted: true }, 3, here)
    expect(three[0].outcome).toBe('passed')
    expect(said(three)).toEqual(['A passes, seat 12A to Ada: 3 of 5, 3 needed'])
  })

  test('a motion fails as soon as those left to answer cannot pass it', () => {
    const refused = [2, 3, 4].reduce(
      (s, from) => ballot.on.vote(s, { motion: 'A', granted: false }, from, here)[0],
      put('A')[0],
    )
    expect(refused.outcome).toBe('failed')
  })

  test('an answer counts once, however often it arrives', () => {
    const [one] = put('A')
    const again = [2, 2, 2].reduce(
      (s, from) => ballot.on.vote(s, { motion: 'A', granted: true }, from, here)[0],
      one,
    )
    expect(again).toMatchObject({ yes: [1, 2], outcome: 'open' })
  })

  test('a vote for another motion is not counted', () => {
    const [s] = put('A')
    expect(ballot.on.vote(s, { motion: 'B', granted: true }, 2, here)).toEqual([s])
  })

  test('only those who have not answered are asked again', () => {
    const [one] = put('A')
    const [two] = ballot.on.vote(one, { motion: 'A', granted: true }, 2, here)
    const asked = done(ballot.after.retry(two, here)).map((e) => (e as { to?: number }).to)
    expect(asked).toEqual([3, 4, 5, undefined])
  })

  test('a vote survives a crash, and who puts a motion asks again on waking', () => {
    const [s] = put('A')
    const step = ballot.wake!(s, here)
    expect(step[0]).toEqual(s)
    expect(done(step)).toHaveLength(5)
  })

  test('the first proposer puts A, the second B, and neither has a vote', () => {
    const nodes = ['proposer', 'proposer', 'voter', 'voter', 'voter'] as const
    const [a] = ballot.start(hereOf(ballot, { nodes, self: 1 }))
    const [b] = ballot.start(hereOf(ballot, { nodes, self: 2 }))
    expect([a.motion, a.vote, b.motion, b.vote]).toEqual(['A', null, 'B', null])
    expect(a.asked).toEqual([3, 4, 5])
  })

  test('a majority is more than half', () => {
    expect([1, 2, 3, 4, 5, 6].map((n) => quorumOf(0, n))).toEqual([1, 2, 2, 3, 3, 4])
  })

  test('two quorums of size q must share one of n voters when 2q > n (Gifford 1979)', () => {
    for (let n = 1; n <= 9; n++) {
      for (let q = 1; q <= n; q++) {
        const first = Array.from({ length: q }, (_, i) => i)
        const last = Array.from({ length: q }, (_, i) => n - 1 - i)
        expect(disjoint(q, n)).toBe(!first.some((v) => last.includes(v)))
      }
    }
  })

  test('the face shows for what a node voted and how its motion stands', () => {
    const [s] = put('A')
    expect(ballot.face({ ...s, no: [5] }, here)).toEqual({
      word: 'puts A',
      mood: 'busy',
      holds: 'A',
      votes: ['yes', 'waiting', 'waiting', 'waiting', 'no'],
    })
  })
})
