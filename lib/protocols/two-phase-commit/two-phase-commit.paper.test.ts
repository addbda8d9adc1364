// What can be reached by our rules in any order, with a crash? No disagreement, but a blocked end
// (Skeen 1981: two-phase commit blocks when its coordinator fails). With PAPERS=1 for three, too.

import { describe, expect, test } from 'vitest'
import { explore } from '@/lib/checks/explore'
import { messagesOf, shoot } from '@/lib/sim/film'
import type { Step } from '@/lib/sim/protocol'
import { hereOf } from '../here'
import { type State, type TwoPhaseCommit, twoPhaseCommit } from './index'
import { mutants } from './two-phase-commit.mutants'

type Flying = {
  readonly from: number
  readonly to: number
  readonly type: string
  readonly body: object
}
type All = {
  readonly states: readonly State[]
  readonly up: readonly boolean[]
  /** Messages under way, as text, each once and in order: they may arrive in any other. */
  readonly flying: readonly string[]
  readonly timers: readonly string[]
  readonly crashes: number
}

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort()
const without = <T>(list: readonly T[], one: T) => list.filter((it) => it !== one)

type Here = ReturnType<typeof hereOf<TwoPhaseCommit>>

/** Takes a node's step: its state, messages and timers. */
function taken(all: All, id: number, [state, ...effects]: Step<TwoPhaseCommit>): All {
  const flying = [...all.flying]
  let timers = [...all.timers]
  for (const effect of effects) {
    if (effect.do === 'send') {
      const { to, type, body } = effect
      flying.push(JSON.stringify({ from: id, to, type, body } satisfies Flying))
    }
    if (effect.do === 'wait') timers.push(`${id} ${effect.timer}`)
    if (effect.do === 'stop') timers = without(timers, `${id} ${effect.timer}`)
  }
  const states = all.states.map((s, i) => (i === id - 1 ? state : s))
  return { ...all, states, flying: sorted(flying), timers: sorted(timers) }
}

const crash = (all: All, id: number): All => ({
  ...all,
  up: all.up.map((it, i) => (i === id - 1 ? false : it)),
  timers: all.timers.filter((text) => !text.startsWith(`${id} `)),
  crashes: all.crashes + 1,
})

/** What the rules make of a message that arrives, a timer that runs out, a node that wakes. */
function movesOf(protocol: typeof twoPhaseCommit, heres: readonly Here[]) {
  const deliver = (all: All, text: string): All => {
    const { from, to, type, body } = JSON.parse(text) as Flying
    const left = { ...all, flying: without(all.flying, text) }
    const rule = protocol.on[type as keyof typeof protocol.on] as (
      ...args: unknown[]
    ) => Step<TwoPhaseCommit>
    return all.up[to - 1]
      ? taken(left, to, rule(all.states[to - 1], body, from, heres[to - 1]))
      : left
  }

  const expire = (all: All, text: string): All => {
    const [id, timer] = text.split(' ') as [string, 'patience' | 'doubt']
    const left = { ...all, timers: without(all.timers, text) }
    return taken(left, +id, protocol.after[timer](all.states[+id - 1]!, heres[+id - 1]!))
  }

  const wake = (all: All, id: number): All => {
    const up = all.up.map((it, i) => (i === id - 1 ? true : it))
    return taken({ ...all, up }, id, protocol.wake!(all.states[id - 1]!, heres[id - 1]!))
  }
  return { deliver, expire, wake }
}

/** The successors of one state of so many participants and a coordinator. */
function successors(protocol: typeof twoPhaseCommit, participants: number, crashes: number) {
  const nodes = ['coordinator', ...Array<'participant'>(participants).fill('participant')] as const
  const ids = nodes.map((_, i) => i + 1)
  const heres = ids.map((self) => hereOf(protocol, { nodes, self }))
  const { deliver, expire, wake } = movesOf(protocol, heres)

  const first: All = { states: [], up: ids.map(() => true), flying: [], timers: [], crashes: 0 }
  const states = heres.map((here) => protocol.start(here)[0])
  const begun = taken({ ...first, states }, 1, protocol.ask.begin(states[0]!, {}, heres[0]!))
  const next = (all: All): All[] => [
    ...all.flying.map((text) => deliver(all, text)),
    ...all.timers.map((text) => expire(all, text)),
    ...ids.filter((id) => all.up[id - 1] && all.crashes < crashes).map((id) => crash(all, id)),
    ...ids.filter((id) => !all.up[id - 1]).map((id) => wake(all, id)),
  ]
  return { initial: [begun], next }
}

const did = (all: All, phase: State['phase']) => all.states.some((s) => s.phase === phase)
const find = {
  disagreement: (all: All) => did(all, 'committed') && did(all, 'aborted'),
  committed: (all: All) => all.states.every((s) => s.phase === 'committed'),
  /** The coordinator is down, nothing is under way, and all others are bound and cannot know. */
  blocked: (all: All) =>
    !all.up[0] && !all.flying.length && all.states.slice(1).every((s) => s.phase === 'prepared'),
}

/** Disagreement, or a commit that somebody has not voted for. */
const wrong = (all: All) =>
  find.disagreement(all) || (did(all, 'committed') && all.states.slice(1).some((s) => !s.voted))

describe('every order of messages, timers and at most one crash', () => {
  test.each(process.env.PAPERS ? [2, 3] : [2])(
    '%i participants never disagree, and can be blocked',
    (participants) => {
      const explored = explore({
        ...successors(twoPhaseCommit, participants, 1),
        find,
        key: JSON.stringify,
      })
      expect(explored.complete).toBe(true)
      expect(Object.keys(explored.found).sort()).toEqual(['blocked', 'committed'])
    },
  )

  test('without a crash nobody is blocked', () => {
    const explored = explore({ ...successors(twoPhaseCommit, 3, 0), find, key: JSON.stringify })
    expect(explored.complete).toBe(true)
    expect(Object.keys(explored.found)).toEqual(['committed'])
  })

  test.each(Object.keys(mutants))('%s does disagree', (name) => {
    const broken = mutants[name] as typeof twoPhaseCommit
    // A majority of two is both of them.
    const participants = name === 'decides-on-a-majority' ? 3 : 2
    const explored = explore({
      ...successors(broken, participants, 1),
      find: { wrong },
      limit: 3000,
    })
    expect(explored.found.wrong).toBeDefined()
  })
})

// Bernstein, Hadzilacos and Goodman 1987, §7.4: without failures three rounds and 3n messages.
test.each([1, 3, 5, 10])('%i participants commit by 3n messages in three rounds', (n) => {
  const film = shoot(twoPhaseCommit, {
    protocol: 'two-phase-commit',
    nodes: ['coordinator', ...Array<string>(n).fill('participant')],
    seed: n,
    delay: 10,
    script: [[100, { ask: { node: 1, type: 'begin' } }]],
    until: 2000,
    poster: 0,
  })
  const sent = [...messagesOf(film)]
  expect(sent).toHaveLength(3 * n)
  expect([...new Set(sent.map((it) => it.sent))]).toEqual([100, 110, 120])
})
