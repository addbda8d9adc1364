// Logs of Raft and their safety do what the paper says, section by section, and so do clients.

import { describe, expect, it } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { AnyScenario } from '@/lib/sim/scenario'
import { scenarioFault } from '@/lib/sim/valid'
import { said } from '../here'
import { raft, reached } from './index'
import {
  append,
  appended,
  asks,
  candidate,
  follower,
  here,
  leader,
  logOf,
  sent,
  termsOf,
} from './raft.made'

const { on, ask } = raft
const any = raft
const value = 'Sell 12A to Ada'
const write = { value, serial: '' }

describe('§5.3 log replication', () => {
  it('a leader puts a command into its log and sends each follower all that it lacks', () => {
    const s = leader({ log: logOf(1, 2), next: { 2: 3, 3: 2, 4: 1, 5: 3 } })
    const step = ask.write(s, write, here())
    expect(step[0].log[2]).toEqual({ term: 3, value, serial: '' })
    const appends = sent(step, 'append').map((e) => e.body)
    expect(appends.map(({ prevIndex, prevTerm }) => [prevIndex, prevTerm])).toEqual([
      [2, 2],
      [1, 1],
      [0, 0],
      [2, 2],
    ])
    expect(appends.map(({ entries }) => (entries as unknown[]).length)).toEqual([1, 2, 3, 1])
    expect(said(step)).toEqual([`n1 logs “${value}” as entry 3`])
  })

  it('a follower takes entries only behind an entry that both have', () => {
    const s = follower({ log: logOf(1, 2) })
    const missing = on.append(
      s,
      append({ prevIndex: 3, prevTerm: 2, entries: logOf(3) }),
      2,
      here(),
    )
    expect(termsOf(missing[0])).toEqual([1, 2])
    expect(sent(missing, 'appended')[0]!.body).toMatchObject({ ok: false, index: 3 })
    const other = on.append(s, append({ prevIndex: 2, prevTerm: 1, entries: logOf(3) }), 2, here())
    expect(termsOf(other[0])).toEqual([1, 2])
    expect(sent(other, 'appended')[0]!.body).toMatchObject({ ok: false, index: 2 })
    const both = on.append(s, append({ prevIndex: 2, prevTerm: 2, entries: logOf(3) }), 2, here())
    expect(termsOf(both[0])).toEqual([1, 2, 3])
    expect(sent(both, 'appended')[0]!.body).toEqual({ term: 3, ok: true, index: 3, took: 1 })
  })

  it('an entry that conflicts goes, with all that follow it', () => {
    const s = follower({ log: logOf(1, 2, 2, 2) })
    const step = on.append(s, append({ prevIndex: 1, prevTerm: 1, entries: logOf(3) }), 2, here())
    expect(termsOf(step[0])).toEqual([1, 3])
    expect(said(step)).toEqual(['n1 cuts back to entry 1, appends up to entry 2'])
  })

  it('an old append that arrives late takes nothing away', () => {
    const s = follower({ log: logOf(1, 2, 3, 3) })
    const late = on.append(s, append({ prevIndex: 1, prevTerm: 1, entries: logOf(2) }), 2, here())
    expect(late[0].log).toBe(s.log)
    expect(sent(late, 'appended')[0]!.body).toMatchObject({ ok: true, index: 2 })
  })

  it('a follower commits what its leader has, but not beyond what it was sent', () => {
    const s = follower({ log: logOf(1, 2, 2), committed: 1 })
    const beat = on.append(s, append({ prevIndex: 2, prevTerm: 2, committed: 5 }), 2, here())
    expect(beat[0].committed).toBe(2)
    const older = on.append(beat[0], append({ prevIndex: 2, prevTerm: 2 }), 2, here())
    expect(older[0].committed).toBe(2)
  })

  it('a leader goes back one entry at each refusal until logs agree, and no further', () => {
    const s = leader({ log: logOf(1, 2, 3) })
    const back = on.appended(s, appended({ ok: false, index: 3 }), 2, here())
    expect(back[0].next[2]).toBe(3)
    expect(sent(back, 'append')[0]!.body).toMatchObject({ prevIndex: 2, entries: logOf(3) })
    expect(on.appended(back[0], appended({ ok: false, index: 3 }), 2, here())).toEqual([back[0]])
  })

  it('what a follower has counts once it says so, and an older answer changes nothing', () => {
    const s = leader({ log: logOf(3, 3) })
    const [two] = on.appended(s, appended({ index: 2 }), 2, here())
    expect([two.match[2], two.next[2], two.committed]).toEqual([2, 3, 0])
    expect(on.appended(two, appended({ index: 1 }), 2, here())).toEqual([two])
    expect(on.appended(two, appended({ ok: false, index: 2 }), 2, here())).toEqual([two])
    const step = on.appended(two, appended({ index: 2 }), 3, here())
    expect(step[0].committed).toBe(2)
    expect(said(step)).toEqual(['n1 commits entry 2'])
  })

  it('the entry that a majority has reached is the median', () => {
    expect(reached([5, 1, 3])).toBe(3)
    expect(reached([5, 1, 3, 2])).toBe(2)
  })
})

describe('§5.4.1 election restriction', () => {
  const votes = (log: number[], lastIndex: number, lastTerm: number, upToDate = true) => {
    const options = { upToDate }
    const s = follower({ log: logOf(...log) })
    const step = on.requestVote(s, asks({ lastIndex, lastTerm }), 2, here({ options }))
    return sent(step, 'vote')[0]!.body.granted
  }
  it('a vote goes only to a log that is no older: the later last term, then the longer', () => {
    expect(votes([1, 2], 2, 2)).toBe(true)
    expect(votes([1, 2], 1, 3)).toBe(true)
    expect(votes([1, 2], 3, 2)).toBe(true)
    expect(votes([1, 2], 1, 2)).toBe(false)
    expect(votes([1, 2], 9, 1)).toBe(false)
  })
  it('with the switch off, it goes to any', () => {
    expect(votes([1, 2], 0, 0, false)).toBe(true)
  })
})

describe('§5.4.2 entries of earlier terms', () => {
  const held = { log: logOf(1, 2), match: { 2: 2 } }
  it('a leader does not commit an older entry by counting', () => {
    const [s] = on.appended(leader(held), appended({ index: 2 }), 3, here())
    expect(s.committed).toBe(0)
  })
  it('it does once an entry of its own term stands above it', () => {
    const s = leader({ log: logOf(1, 2, 3), match: { 2: 3 } })
    expect(on.appended(s, appended({ index: 3 }), 3, here())[0].committed).toBe(3)
  })
  it('with the switch off, it counts any (Figure 8)', () => {
    const off = here({ options: { currentTermOnly: false } })
    expect(on.appended(leader(held), appended({ index: 2 }), 3, off)[0].committed).toBe(2)
  })
})

describe('§5.5 crashes', () => {
  it('a server wakes with its term, its vote and its log, and with nothing else', () => {
    const s = leader({ log: logOf(3), committed: 1, stood: 2, match: { 2: 1 } })
    const [woken, ...does] = raft.wake!(s, here())
    expect(woken).toEqual({ ...follower({ votedFor: 1, log: logOf(3), stood: 2 }), since: 0 })
    expect(does).toEqual([{ do: 'wait', timer: 'election', ms: 225 }])
  })
})

describe('§8 clients', () => {
  it('a server that does not lead refuses, and names the leader it knows', () => {
    const step = ask.write(follower({ leader: 4 }), write, here({ clock: 5 }))
    expect(said(step)).toEqual(['n1 refuses to write: n4 leads'])
    expect(step[0].asked).toMatchObject([{ type: 'write', outcome: 'fail', from: 5, to: 5 }])
    expect(said(ask.read(candidate(), {}, here()))).toEqual([
      'n1 refuses to read: it knows no leader',
    ])
  })

  it('a write is answered when it is committed', () => {
    const [asked] = ask.write(leader(), write, here({ clock: 5 }))
    expect(asked.asked).toMatchObject([{ outcome: 'unknown', to: null }])
    const [one] = on.appended(asked, appended(), 2, here())
    const [two] = on.appended(one, appended(), 3, here({ clock: 30 }))
    expect(two.asked).toMatchObject([{ value, outcome: 'ok', from: 5, to: 30 }])
  })

  it('a write whose entry is replaced has failed', () => {
    const [asked] = ask.write(leader(), write, here())
    const news = append({ term: 4, entries: logOf(4), committed: 1 })
    const [s] = on.append(asked, news, 2, here({ clock: 40 }))
    expect(s.asked).toMatchObject([{ outcome: 'fail', to: 40 }])
  })

  it('a leader answers a read at once, and so it may answer an old value if it is deposed', () => {
    const s = leader({ log: logOf(1, 3), committed: 1 })
    const step = ask.read(s, {}, here({ clock: 5 }))
    expect(said(step)).toEqual(['n1 answers “of 1”'])
    const answered = { type: 'read', result: 'of 1', outcome: 'ok', from: 5, to: 5 }
    expect(step[0].asked).toMatchObject([answered])
    expect(said(ask.read(leader(), {}, here()))).toEqual(['n1 answers “nothing”'])
  })

  it('a command that is retried with its serial number is applied once', () => {
    const retried = { value, serial: 'window 4, 17' }
    const line = (at: number, command: object) =>
      [at, { ask: { node: 'leader', type: 'write', ...command } }] as const
    const scenario = {
      protocol: 'raft',
      nodes: 3,
      seed: 1,
      delay: 5,
      until: 1500,
      poster: 0,
      script: [
        // Both are logged before the first is committed; the third comes when that is applied.
        line(500, retried),
        line(502, retried),
        line(600, { value: 'Sell 14C to Ben' }),
        line(900, retried),
      ],
    } as AnyScenario
    const { facts, broken } = run(any, scenario)
    expect(broken).toEqual([])
    expect(facts.logs).toEqual(Array(3).fill([1, 1, 1]))
    expect(facts.applied).toEqual([value, 'Sell 14C to Ben'])
  })
})

describe('logs to start with', () => {
  const given = (logs: unknown) =>
    scenarioFault(any, {
      protocol: 'raft',
      nodes: 2,
      seed: 1,
      delay: 5,
      until: 9,
      poster: 0,
      options: { logs },
    })?.path
  it('are lists of terms or of [term, value], and nothing else', () => {
    expect(given([[1, 1, [2, value]], []])).toBeUndefined()
    for (const wrong of [7, [7], [[0]], [[1.5]], [['1']], [[[1]]], [[[1, 2]]], [[null]], null])
      expect(given(wrong)).toEqual(['options', 'logs'])
  })
  it('make all servers know the latest term in any of them', () => {
    const [s] = raft.start(here({ self: 2, options: { logs: [[1, 4], [1]] } }))
    expect([s.term, termsOf(s)]).toEqual([4, [1]])
  })
})
