// Terms and elections of Raft do what the paper says, section by section: In Search of an
// Understandable Consensus Algorithm (Ongaro and Ousterhout, extended version 2014).

import { describe, expect, it } from 'vitest'
import { said } from '../here'
import { isMajority, raft } from './index'
import {
  append,
  appended,
  asks,
  candidate,
  follower,
  fresh,
  here,
  leader,
  logOf,
  sent,
  waits,
} from './raft.made'

const { on, after, ask } = raft

describe('§5.1 terms', () => {
  const messages = {
    requestVote: asks({ term: 7 }),
    vote: { term: 7, granted: false },
    append: append({ term: 7 }),
    appended: appended({ term: 7, ok: false }),
  }
  it.each(Object.keys(messages) as (keyof typeof messages)[])(
    'a leader that hears of a higher term in %s follows, and watches for a leader again',
    (type) => {
      const [s, ...does] = on[type](leader(), messages[type] as never, 2, here())
      expect(s).toMatchObject({ role: 'follower', term: 7, votes: [], next: {}, match: {} })
      expect(said([s, ...does])).toContain('n1 steps down: term 7 has begun')
      expect(does).toContainEqual({ do: 'stop', timer: 'heartbeat' })
      expect(waits([s, ...does], 'election').length).toBeGreaterThan(0)
    },
  )

  it('a candidate that hears of a higher term gives up, and may vote in it', () => {
    const [s] = on.requestVote(candidate(), asks({ term: 4 }), 2, here())
    expect(s).toMatchObject({ role: 'follower', term: 4, votedFor: 2, votes: [] })
  })

  it('a request of an older term is refused, with the term that has begun', () => {
    const vote = on.requestVote(follower(), asks({ term: 2 }), 2, here())
    expect(vote[0]).toEqual(follower())
    expect(sent(vote, 'vote')[0]!.body).toEqual({ term: 3, granted: false })
    const old = append({ term: 2, entries: logOf(2) })
    const reply = on.append(follower(), old, 2, here())
    expect(reply[0]).toEqual(follower())
    expect(sent(reply, 'appended')[0]!.body).toMatchObject({ term: 3, ok: false })
    expect(waits(reply, 'election')).toEqual([])
  })

  it('an answer of an older term counts for nothing', () => {
    expect(on.vote(candidate(), { term: 2, granted: true }, 2, here())).toEqual([candidate()])
    const s = leader({ log: logOf(3) })
    expect(on.appended(s, appended({ term: 2 }), 2, here())).toEqual([s])
  })
})

describe('§5.2 leader election', () => {
  it('a server starts as a follower, with a timeout from the range by its own chance', () => {
    const step = raft.start(here({ dice: 0.25 }))
    expect(step).toEqual([
      expect.objectContaining({ role: 'follower', term: 0, votedFor: 0, log: [], committed: 0 }),
      { do: 'wait', timer: 'election', ms: 187.5 },
    ])
    const alike = raft.start(here({ dice: 0.25, options: { randomised: false } }))
    expect(waits(alike, 'election')[0]!.ms).toBe(150)
  })

  it('one that hears no leader stands: a new term, its own vote, a request to all', () => {
    const step = after.election(follower({ log: logOf(1, 2) }), here())
    expect(step[0]).toMatchObject({ role: 'candidate', term: 4, votedFor: 1, votes: [1], stood: 1 })
    expect(step).toContainEqual({
      do: 'sendAll',
      type: 'requestVote',
      body: { term: 4, lastIndex: 2, lastTerm: 2 },
    })
    expect(waits(step, 'election')).toHaveLength(1)
    expect(said(step)).toEqual(['n1 stands for term 4'])
  })

  it('a vote is given once in a term, first come first served, and again to the same', () => {
    const first = on.requestVote(follower(), asks(), 2, here())
    expect(first[0].votedFor).toBe(2)
    expect(sent(first, 'vote')[0]!.body).toEqual({ term: 3, granted: true })
    expect(waits(first, 'election')).toHaveLength(1)
    const second = on.requestVote(first[0], asks(), 3, here())
    expect(sent(second, 'vote')[0]!.body).toEqual({ term: 3, granted: false })
    expect(said(second)).toEqual(['n1 refuses n3: it has voted for n2'])
    expect(waits(second, 'election')).toEqual([])
    const again = on.requestVote(first[0], asks(), 2, here())
    expect(sent(again, 'vote')[0]!.body).toEqual({ term: 3, granted: true })
  })

  it('a majority of all servers makes a leader, who says so at once to all others', () => {
    const [two] = on.vote(candidate(), { term: 3, granted: true }, 4, here())
    expect(two).toMatchObject({ role: 'candidate', votes: [1, 4] })
    const step = on.vote(two, { term: 3, granted: true }, 5, here({ clock: 77 }))
    expect(step[0]).toMatchObject({ role: 'leader', leader: 1, since: 77, match: {} })
    expect(step[0].next).toEqual({ 2: 1, 3: 1, 4: 1, 5: 1 })
    expect(sent(step, 'append').map((e) => e.body)).toEqual(Array(4).fill(append()))
    expect(step).toContainEqual({ do: 'stop', timer: 'election' })
    expect(waits(step, 'heartbeat')[0]!.ms).toBe(50)
    expect(said(step)).toEqual(['n1 leads term 3'])
  })

  it('a vote heard twice counts once, and a refusal does not count', () => {
    const [two] = on.vote(candidate(), { term: 3, granted: true }, 4, here())
    expect(on.vote(two, { term: 3, granted: true }, 4, here())[0]).toEqual(two)
    const [refused] = on.vote(two, { term: 3, granted: false }, 5, here())
    expect(refused).toMatchObject({ role: 'candidate', votes: [1, 4], refusals: [5] })
  })

  it('a server alone is a majority', () => {
    const [s] = after.election(fresh, here({ nodes: 1 }))
    expect(s).toMatchObject({ role: 'leader', term: 1 })
    expect([1, 2, 3, 4, 5].filter((some) => isMajority(some, 4))).toEqual([3, 4, 5])
  })

  it('a candidate that hears the leader of its term follows it', () => {
    const [s] = on.append(candidate(), append(), 2, here({ clock: 9 }))
    expect(s).toMatchObject({ role: 'follower', term: 3, leader: 2, since: 9, votedFor: 1 })
  })

  it('a candidate whose election nobody wins stands again in a new term', () => {
    const [s] = after.election(candidate({ refusals: [2, 3] }), here())
    expect(s).toMatchObject({ role: 'candidate', term: 4, votes: [1], refusals: [] })
  })

  it('one may be told to stand now; a leader need not', () => {
    expect(ask.campaign(follower(), {}, here())[0].role).toBe('candidate')
    expect(ask.campaign(leader(), {}, here())).toEqual([leader()])
  })

  it('a leader that is idle sends heartbeats, which say nothing', () => {
    const step = after.heartbeat(leader(), here())
    expect(step[0]).toEqual(leader())
    expect(sent(step, 'append')).toHaveLength(4)
    expect(said(step)).toEqual([])
    const heard = on.append(follower({ leader: 2 }), append(), 2, here())
    expect(heard[0]).toEqual(follower({ leader: 2 }))
    expect(said(heard)).toEqual([])
    expect(waits(heard, 'election')).toHaveLength(1)
  })
})
