// What is known of Paxos: no order of messages lets two values be chosen (Lamport 2001, §2.2); a
// proposer alone needs four delays and 4n messages, and 2f + 1 acceptors bear f that are down.

import { describe, expect, test } from 'vitest'
import { explore } from '@/lib/checks/explore'
import { factsAt, messagesOf, shoot } from '@/lib/sim/film'
import type { Step } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { hereOf } from '../here'
import { type Paxos, type Proposal, paxos, type State } from './index'
import { mutants } from './paxos.mutants'

type Message = { readonly from: number; readonly to: number; readonly type: string; body: object }
type All = {
  readonly states: readonly State[]
  /** All that was ever sent, as texts in order: it may arrive late, again, or never. */
  readonly sent: readonly string[]
}
type Rule = (s: State, body: object, from: number, here: object) => Step<Paxos>

const read = new Map<string, Message>()
const messageOf = (text: string): Message => {
  const message = read.get(text) ?? (JSON.parse(text) as Message)
  read.set(text, message)
  return message
}
/** Who is told what is chosen, and second numbers, change nothing of what these can choose. */
const isHeard = (text: string) => /^(prepare|promise|accept)$/.test(messageOf(text).type)

/** What no rule looks at is left out, and what came in whatever order is put in one. */
const plain = (s: State): State => ({
  ...s,
  past: [],
  promises: s.promises.toSorted((a, b) => a.from - b.from),
})

/** Acceptors are alike: what each is, has sent, and has promised to each proposer. */
const keyOf = ({ states, sent }: All) => {
  const asking = states.filter(({ wants }) => wants)
  const own = states.slice(asking.length).map(({ promised, accepted }, i) => {
    const id = asking.length + 1 + i
    const said = sent.filter((text) => messageOf(text).from === id)
    const told = asking.map((p) => p.promises.filter((it) => it.from === id))
    const heard = told.map((list) => list.map((it) => it.accepted))
    const words = said.map((text) => text.slice(text.indexOf('"to"')))
    return JSON.stringify([promised, accepted, words, heard])
  })
  return JSON.stringify([asking.map((p) => [p.phase, p.value]), own.sort()])
}

/** What a node's step makes of all; undefined if that is nothing new. */
const taken = (all: All, id: number, [state, ...effects]: Step<Paxos>): All | undefined => {
  const before = all.states[id - 1]!
  const sends = effects.flatMap((effect) => {
    if (effect.do !== 'send') return []
    const { to, type, body } = effect
    const text = JSON.stringify({ from: id, to, type, body } satisfies Message)
    return all.sent.includes(text) ? [] : [text]
  })
  const now = plain(state)
  if (!sends.length && JSON.stringify(now) === JSON.stringify(before)) return undefined
  return {
    states: all.states.map((s, i) => (i === id - 1 ? now : s)),
    sent: sends.length ? [...all.sent, ...sends].sort() : all.sent,
  }
}

/** So many acceptors, and proposers that try one number each; acceptors crash and wake. */
function synod(protocol: typeof paxos, proposers: number, acceptors: number) {
  const nodes = [
    ...Array<'proposer'>(proposers).fill('proposer'),
    ...Array<'acceptor'>(acceptors).fill('acceptor'),
  ]
  const heres = nodes.map((_, i) => hereOf(protocol, { nodes, self: i + 1 }))
  const deliver = (all: All, text: string) => {
    const { from, to, type, body } = messageOf(text)
    const rule = protocol.on[type as keyof typeof protocol.on] as unknown as Rule
    return taken(all, to, rule(all.states[to - 1]!, body, from, heres[to - 1]!))
  }
  const wake = (all: All, id: number) =>
    taken(all, id, protocol.wake!(all.states[id - 1]!, heres[id - 1]!))
  const propose = (all: All, id: number) => {
    const command = { value: `value ${id}` }
    return taken(all, id, protocol.ask.propose(all.states[id - 1]!, command, heres[id - 1]!))!
  }
  const first: All = { states: heres.map((here) => plain(protocol.start(here)[0])), sent: [] }
  const ids = nodes.map((_, i) => i + 1)
  return {
    initial: [ids.slice(0, proposers).reduce(propose, first)],
    next: (all: All) => [
      ...all.sent.filter(isHeard).flatMap((text) => deliver(all, text) ?? []),
      ...ids.slice(proposers).flatMap((id) => wake(all, id) ?? []),
    ],
    key: keyOf,
  }
}

/** Values that a majority of so many has ever accepted under one number. */
const chosenBy = (acceptors: number, { sent }: All) => {
  const all = sent.map(messageOf)
  const under = (n: number) =>
    new Set(
      all.flatMap((m) => (m.type === 'accepted' && (m.body as Proposal).n === n ? m.from : [])),
    ).size
  const asked = all.flatMap((m) => (m.type === 'accept' ? [m.body as Proposal] : []))
  return new Set(asked.filter(({ n }) => under(n) * 2 > acceptors).map((it) => it.value)).size
}
const find = (acceptors: number) => ({
  'one value': (all: All) => chosenBy(acceptors, all) === 1,
  'two values': (all: All) => chosenBy(acceptors, all) > 1,
})

describe('every order of messages, late, lost or repeated, and acceptors that crash', () => {
  // Of two acceptors a majority is both; with PAPERS=1 also of three, which are 39,467 states.
  test.each(process.env.PAPERS ? [2, 3] : [2])(
    'two proposers and %i acceptors: one value can be chosen, and never two',
    (acceptors) => {
      const explored = explore({ ...synod(paxos, 2, acceptors), find: find(acceptors) })
      expect(explored.complete).toBe(true)
      expect(Object.keys(explored.found)).toEqual(['one value'])
    },
  )

  // That which takes any promised value needs a third number to go wrong.
  test.each([
    'promises-a-lower-ballot',
    'proposes-its-own-value-over-a-promised-one',
    'accepts-below-its-promise',
  ])('%s: two values are chosen', (name) => {
    const broken = mutants[name] as unknown as typeof paxos
    const explored = explore({ ...synod(broken, 2, 2), find: find(2), limit: 4000 })
    expect(explored.found['two values']).toBeDefined()
  })
})

const delay = 10
const alone = (acceptors: number, down: number) => {
  const crashes = Array.from({ length: down }, (_, i): Line => [0, { crash: i + 2 }])
  const script: Line[] = [[0, { ask: { node: 1, type: 'propose', value: 'Ada' } }], ...crashes]
  const nodes = ['proposer', ...Array<string>(acceptors).fill('acceptor')]
  const it = { protocol: 'paxos', nodes, seed: 1, delay, script, until: 3000, poster: 0 }
  return shoot(paxos, it satisfies AnyScenario)
}
const decided = (film: ReturnType<typeof alone>, at: number) => factsAt(film, at).decided
const knows = (film: ReturnType<typeof alone>, at: number) =>
  (factsAt(film, at).knows as readonly number[]).length

describe('one proposer that nobody contends with (Lamport 2001, §2.2, §2.3)', () => {
  test.each([3, 5, 7])('%i acceptors: chosen after three delays, known after the fourth', (n) => {
    const film = alone(n, 0)
    expect(decided(film, 3 * delay - 0.001)).toBe(false)
    expect(decided(film, 3 * delay)).toBe(true)
    expect([knows(film, 4 * delay - 0.001), knows(film, 4 * delay)]).toEqual([0, 1])
    const phases = [...messagesOf(film)].filter(({ type }) => type !== 'chosen')
    expect(phases).toHaveLength(4 * n)
  })

  test.each([1, 2, 3])('of 2f + 1 acceptors f = %i may be down, and no more', (f) => {
    expect(decided(alone(2 * f + 1, f), 3000)).toBe(true)
    expect(decided(alone(2 * f + 1, f + 1), 3000)).toBe(false)
  })
})
