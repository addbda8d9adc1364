// The explorer against TLC: specifications of tlaplus/Examples, state for state.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Json } from '@/lib/sim/protocol'
import { type Explored, type Exploring, explore } from './explore'

const range = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i)
const set = <T>(list: readonly T[], i: number, value: T): T[] =>
  list.map((old, j) => (j === i ? value : old))
const counts = ({ states, generated, depth }: Explored<unknown>) => [states, generated, depth]
// biome-ignore lint/suspicious/noExplicitAny: each specification has states of its own shape
type Specification = Exploring<any>

type Manager = 'working' | 'prepared' | 'committed' | 'aborted'

/** TCommit.tla: what may be decided, by whatever protocol. */
const transactionCommit = (n: number): Exploring<Manager[]> => ({
  initial: [range(n).map(() => 'working')],
  next: (rm) => {
    const canCommit = rm.every((s) => s === 'prepared' || s === 'committed')
    const notCommitted = rm.every((s) => s !== 'committed')
    return rm.flatMap((s, i) => {
      const to: Manager[] = []
      if (s === 'working') to.push('prepared')
      if (s === 'prepared' && canCommit) to.push('committed')
      if ((s === 'working' || s === 'prepared') && notCommitted) to.push('aborted')
      return to.map((state) => set(rm, i, state))
    })
  },
  find: {
    disagreement: (rm) => rm.includes('committed') && rm.includes('aborted'),
    commit: (rm) => rm.every((s) => s === 'committed'),
  },
})

type TwoPhase = { rm: Manager[]; tm: string; heard: boolean[]; sent: boolean[]; decision: string }

/** TwoPhase.tla: messages are a set that only grows; managers prepare and abort unasked. */
const twoPhase = (n: number): Exploring<TwoPhase> => ({
  initial: [
    {
      rm: range(n).map(() => 'working'),
      tm: 'init',
      heard: range(n).map(() => false),
      sent: range(n).map(() => false),
      decision: '',
    },
  ],
  next: (s) => {
    const coordinator: TwoPhase[] = []
    if (s.tm === 'init') {
      coordinator.push({ ...s, tm: 'aborted', decision: 'aborted' })
      if (s.heard.every(Boolean)) coordinator.push({ ...s, tm: 'committed', decision: 'committed' })
    }
    const managers = range(n).flatMap((i) => {
      const to: TwoPhase[] = []
      if (s.tm === 'init' && s.sent[i]) to.push({ ...s, heard: set(s.heard, i, true) })
      if (s.rm[i] === 'working') {
        to.push({ ...s, rm: set<Manager>(s.rm, i, 'prepared'), sent: set(s.sent, i, true) })
        to.push({ ...s, rm: set<Manager>(s.rm, i, 'aborted') })
      }
      if (s.decision) to.push({ ...s, rm: set(s.rm, i, s.decision as Manager) })
      return to
    })
    return [...coordinator, ...managers]
  },
  find: { disagreement: ({ rm }) => rm.includes('committed') && rm.includes('aborted') },
})

type Fork = { holder: number; clean: boolean }
type Table = { forks: Fork[]; hungry: boolean[]; pc: string[] }

/** DiningPhilosophers.tla (Chandy and Misra): dirty forks are cleaned and handed over. */
function dining(n: number): Exploring<Table> {
  const handOver = (forks: Fork[], me: number): Fork[] => {
    const [left, right] = [me, (me + 1) % n]
    const mine = (f: number) => forks[f]!.holder === me && !forks[f]!.clean
    if (mine(left)) return set(forks, left, { holder: (me + n - 1) % n, clean: true })
    return mine(right) ? set(forks, right, { holder: right, clean: true }) : forks
  }
  const step = (s: Table, me: number): Table => {
    const both = [me, (me + 1) % n]
    if (s.pc[me] === 'think')
      return { ...s, hungry: set(s.hungry, me, true), pc: set(s.pc, me, 'loop') }
    if (s.pc[me] === 'eat') {
      const forks = s.forks.map((f, i) => (both.includes(i) ? { ...f, clean: false } : f))
      return { forks, hungry: set(s.hungry, me, false), pc: set(s.pc, me, 'loop') }
    }
    // The translation looks at the forks as they were before this step.
    const canEat = both.every((f) => s.forks[f]!.holder === me && s.forks[f]!.clean)
    const pc = s.hungry[me] ? (canEat ? 'eat' : 'loop') : 'think'
    return { ...s, forks: handOver(s.forks, me), pc: set(s.pc, me, pc) }
  }
  return {
    initial: [
      {
        forks: range(n).map((f) => ({ holder: f === 1 ? 0 : f, clean: false })),
        hungry: range(n).map(() => true),
        pc: range(n).map(() => 'loop'),
      },
    ],
    next: (s) => range(n).map((me) => step(s, me)),
    find: { 'two eat': ({ pc }) => pc.filter((p) => p === 'eat').length > 1 },
  }
}

const hours: Exploring<number> = {
  initial: range(12, 1),
  next: (hour) => [hour === 12 ? 1 : hour + 1],
}

/** Channel.tla with three data: value, ready, acknowledged. */
const channel: Exploring<[value: number, ready: number, acknowledged: number]> = {
  initial: range(3).flatMap((v) =>
    range(2).map((bit) => [v, bit, bit] as [number, number, number]),
  ),
  next: ([value, ready, ack]) =>
    ready === ack ? range(3).map((v) => [v, 1 - ready, ack]) : [[value, ready, 1 - ack]],
}

type Bits = { sent: number; received: number; sBit: number; sAck: number; rBit: number }
/** ABCorrectness.tla: the alternating bit without its channels, two data. */
const alternatingBit: Exploring<Bits> = {
  initial: range(8).map((i) => {
    const bit = i & 1
    return { sent: (i >> 1) & 1, received: i >> 2, sBit: bit, sAck: bit, rBit: bit }
  }),
  next: (s) => [
    ...(s.sAck === s.sBit ? range(2).map((sent) => ({ ...s, sent, sBit: 1 - s.sBit })) : []),
    ...(s.rBit !== s.sBit ? [{ ...s, rBit: s.sBit, received: s.sent }] : []),
    ...(s.rBit !== s.sAck ? [{ ...s, sAck: s.rBit }] : []),
  ],
}

const tuples = (length: number, of: number): number[][] =>
  length === 0 ? [[]] : tuples(length - 1, of).flatMap((t) => range(of).map((v) => [...t, v]))

/** EWD426: Dijkstra's self-stabilising ring of six, from every state. */
const tokenRing: Exploring<number[]> = {
  initial: tuples(6, 6),
  next: (c) => {
    const first = c[0] === c[5] ? [set(c, 0, (c[5]! + 1) % 6)] : []
    const rest = range(5, 1).filter((i) => c[i] !== c[i - 1])
    return [...first, ...rest.map((i) => set(c, i, c[i - 1]!))]
  },
  key: (c) => c.join(''),
}

type Active = { active: boolean[]; detected: boolean }
/** EWD840's SyncTerminationDetection for seven nodes. */
const termination: Exploring<Active> = {
  initial: tuples(7, 2).flatMap((bits) => {
    const active = bits.map((b) => b === 1)
    const both = [false, !active.includes(true)]
    return [...new Set(both)].map((detected) => ({ active, detected }))
  }),
  next: ({ active, detected }) => [
    ...range(7).flatMap((i) => {
      if (!active[i]) return []
      const after = set(active, i, false)
      const flags = new Set([detected, !after.includes(true)])
      return [...flags].map((flag) => ({ active: after, detected: flag }))
    }),
    ...range(7).flatMap((i) =>
      active[i] ? range(7).map((j) => ({ active: set(active, j, true), detected })) : [],
    ),
    ...(active.includes(true) ? [] : [{ active, detected: true }]),
  ],
}

const consensus = (initial: number[]): Exploring<number> => ({
  initial,
  next: (chosen) => (chosen === 0 ? [1, 2, 3] : []),
})

type Paxos = { bal: number[]; vote: number[]; value: number[]; sent: string[] }
type Sent = { type: string; bal: number; acc?: number; mbal?: number; val?: number }
/** Paxos.tla: messages are a set that only grows; whoever can act, may. */
function synod(acceptors: number, values: number, ballots: number): Exploring<Paxos> {
  const quorum = Math.floor(acceptors / 2) + 1
  const send = (s: Paxos, message: Sent): Paxos => ({
    ...s,
    sent: [...new Set([...s.sent, JSON.stringify(message)])].sort(),
  })
  const none = range(acceptors).map(() => -1)
  /** Phase 2a: with promises of a quorum, the value of the highest vote that they tell of. */
  const mayPropose = (sent: readonly Sent[], bal: number, val: number) => {
    const promises = sent.filter((m) => m.type === '1b' && m.bal === bal)
    return tuples(acceptors, 2).some((bits) => {
      const asked = range(acceptors).filter((a) => bits[a] === 1)
      const heard = promises.filter((m) => asked.includes(m.acc!))
      const highest = heard.reduce((most, m) => Math.max(most, m.mbal!), -1)
      const free = highest < 0 || heard.some((m) => m.mbal === highest && m.val === val)
      return asked.length >= quorum && asked.every((a) => heard.some((m) => m.acc === a)) && free
    })
  }
  const next = (s: Paxos): Paxos[] => {
    const sent = s.sent.map((text) => JSON.parse(text) as Sent)
    const leaders = range(ballots).flatMap((bal) => {
      const proposed = sent.some((m) => m.type === '2a' && m.bal === bal)
      const may = range(values).filter((val) => !proposed && mayPropose(sent, bal, val))
      return [send(s, { type: '1a', bal }), ...may.map((val) => send(s, { type: '2a', bal, val }))]
    })
    const others = range(acceptors).flatMap((acc) =>
      sent.flatMap(({ type, bal, val }) => {
        const promised = { ...s, bal: set(s.bal, acc, bal) }
        const before = { mbal: s.vote[acc]!, val: s.value[acc]! }
        if (type === '1a' && bal > s.bal[acc]!)
          return [send(promised, { type: '1b', bal, acc, ...before })]
        if (type !== '2a' || bal < s.bal[acc]!) return []
        const voted = { vote: set(s.vote, acc, bal), value: set(s.value, acc, val!) }
        return [send({ ...promised, ...voted }, { type: '2b', bal, acc, val: val! })]
      }),
    )
    return [...leaders, ...others]
  }
  return { initial: [{ bal: none, vote: none, value: none, sent: [] }], next }
}

const specifications: [folder: string, cfg: string, what: Specification, counts: number[]][] = [
  ['transaction_commit', 'TCommit.cfg', transactionCommit(3), [34, 94, 7]],
  ['transaction_commit', 'TwoPhase.cfg', twoPhase(3), [288, 1146, 11]],
  ['DiningPhilosophers', 'DiningPhilosophers.cfg', dining(5), [67, 336, 29]],
  ['SpecifyingSystems', 'HourClock.cfg', hours, [12, 24, 1]],
  ['SpecifyingSystems', 'Channel.cfg', channel, [12, 30, 2]],
  ['SpecifyingSystems', 'ABCorrectness.cfg', alternatingBit, [20, 36, 3]],
  ['ewd426', 'TokenRing.cfg', tokenRing, [46656, 248832, 1]],
  ['ewd840', 'SyncTerminationDetection.cfg', termination, [129, 3722, 1]],
  ['Paxos', 'MCConsensus.cfg', consensus([0, 1, 2, 3]), [4, 7, 1]],
  ['Paxos', 'MCPaxos.cfg', synod(1, 1, 2), [25, 82, 9]],
  ['PaxosHowToWinATuringAward', 'MCConsensus.cfg', consensus([0]), [4, 4, 2]],
]

describe('tlaplus/Examples: distinct states, generated states and depth as TLC counts them', () => {
  test.each(specifications)('%s %s', (_folder, _cfg, what, expected) => {
    expect(counts(explore(what))).toEqual(expected)
  })

  const table = new URL('../../../shared/reference/tables/tlc-state-counts.tsv', import.meta.url)
  test.skipIf(!existsSync(table))('the counts above are those of the reference table', () => {
    const rows = readFileSync(table, 'utf8').trim().split('\n')
    for (const [folder, cfg, , expected] of specifications)
      expect(rows).toContain([folder, cfg, ...expected, 'success'].join('\t'))
  })

  // Derived, and found the same by an independent search.
  test.each([
    [2, [56, 154, 8]],
    [4, [1568, 8258, 14]],
  ])('two-phase commit with %i managers', (n, expected) => {
    expect(counts(explore(twoPhase(n)))).toEqual(expected)
  })
})

// stateright, examples/2pc.rs: its own model of the same specification.
test('two-phase commit with five managers has 8,832 states', () => {
  expect(explore(twoPhase(5)).states).toBe(8832)
})

describe('what is looked for', () => {
  test('two-phase commit never disagrees, and transaction commit can commit', () => {
    expect(explore(twoPhase(3)).found).toEqual({})
    const { found, ends } = explore(transactionCommit(3))
    expect(Object.keys(found)).toEqual(['commit'])
    expect(found.commit).toHaveLength(7)
    expect(ends).toBe(2)
  })

  test('a coordinator that decides on a majority is caught, by the shortest way', () => {
    const right = twoPhase(3)
    const hasty: Exploring<TwoPhase> = {
      ...right,
      next: (s) => {
        const most = s.heard.filter(Boolean).length > 1 && s.tm === 'init'
        const early = { ...s, tm: 'committed', decision: 'committed' }
        return most ? [early, ...right.next(s)] : right.next(s)
      },
    }
    const way = explore(hasty).found.disagreement!
    expect(way[0]).toEqual(right.initial[0])
    expect(way).toHaveLength(8)
    for (const [i, state] of way.slice(1).entries())
      expect(hasty.next(way[i]!) as Json).toContainEqual(state)
  })

  test('an exploration that meets its limit says so', () => {
    const endless = explore({ initial: [0], next: (n: number) => [n + 1], limit: 100 })
    expect(endless.complete).toBe(false)
    expect(explore(hours).complete).toBe(true)
  })
})
