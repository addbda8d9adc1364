// Paxos for one decision, as in Paxos Made Simple (Lamport 2001, §2).

import {
  type Effect,
  type Here,
  type NodeId,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  stop,
  wait,
} from '@/lib/sim/protocol'
import { always, eventually } from './promises'
import { face, facts, glyph } from './view'

/** A value accepted under a number. */
export type Proposal = { readonly n: number; readonly value: string }
export type State = {
  /** An acceptor's, on disk: it takes part in nothing below `promised`. */
  readonly promised: number
  readonly accepted: Proposal | null
  /** All that it ever accepted: kept for the record, no rule looks at it. */
  readonly past: readonly Proposal[]
  /** A proposer's: what it wants, the number it tries, how often it has tried. */
  readonly wants: string
  readonly n: number
  readonly tries: number
  readonly phase: 'idle' | 'prepare' | 'accept' | 'pause'
  readonly promises: readonly { readonly from: NodeId; readonly accepted: Proposal | null }[]
  readonly acceptances: readonly NodeId[]
  /** What it asks to accept in phase 2. */
  readonly value: string
  /** The value that it knows to be chosen. */
  readonly learned: string
}
type Messages = {
  prepare: { readonly n: number }
  promise: { readonly n: number; readonly accepted: Proposal | null }
  accept: Proposal
  accepted: { readonly n: number }
  refuse: { readonly n: number; readonly promised: number }
  chosen: { readonly value: string }
}

const options = {
  backoff: { is: 'switch', default: true, says: 'a refused proposer waits at random' },
  pause: { is: 'range', from: 1, to: 10_000, default: [20, 200], says: 'how long it waits, ms' },
  patience: { is: 'number', from: 1, to: 60_000, default: 300, says: 'tries again after, ms' },
} as const satisfies Options

const commands = {
  propose: {
    says: 'propose',
    takes: { value: { is: 'text', longest: 12, default: 'Ada', says: 'who gets seat 12A' } },
    role: 'proposer',
  },
} as const

export type Paxos = {
  state: State
  messages: Messages
  timers: 'again'
  options: typeof options
  commands: typeof commands
  roles: 'acceptor' | 'proposer'
}
type At = Here<Paxos>

const fresh: State = {
  promised: 0,
  accepted: null,
  past: [],
  wants: '',
  n: 0,
  tries: 0,
  phase: 'idle',
  promises: [],
  acceptances: [],
  value: '',
  learned: '',
}

/** The least number above another that is one proposer's alone: numbers go round them, from 1. */
export const numberAbove = (n: number, place: number, proposers: number) => {
  const round = Math.floor(n / proposers) * proposers + place
  return round > n ? round : round + proposers
}
const isMajority = (some: number, all: number) => some * 2 > all

const acceptorsOf = (here: At) => here.roles.acceptor
const toAll = (here: At, type: 'prepare', body: Messages['prepare']): readonly Effect<Paxos>[] =>
  acceptorsOf(here).map((a) => send(a, type, body))

/** How long it waits for a majority; with back-off longer after each try. */
const patience = (tries: number, here: At) =>
  wait('again', here.options.patience * (here.options.backoff ? Math.min(8, tries) : 1))

/** Phase 1 (a): a new number, above all that it has heard of. */
const prepare = (s: State, above: number, here: At): Step<Paxos> => {
  const { proposer } = here.roles
  const n = numberAbove(above, proposer.indexOf(here.self) + 1, proposer.length)
  const next: State = {
    ...s,
    n,
    tries: s.tries + 1,
    phase: 'prepare',
    promises: [],
    acceptances: [],
  }
  return [
    next,
    ...toAll(here, 'prepare', { n }),
    patience(next.tries, here),
    say(`n${here.self} prepares number ${n}`),
  ]
}

/** Phase 2 (a): the value of the highest proposal that was promised about, or its own if none. */
export const valueFor = (promises: State['promises'], own: string): string =>
  promises.reduce<Proposal>(
    (best, { accepted }) => (accepted && accepted.n > best.n ? accepted : best),
    { n: 0, value: own },
  ).value

/** It knows what is chosen, and tries no more. */
const learn = (s: State, value: string, here: At): Step<Paxos> =>
  s.learned
    ? [s]
    : [
        { ...s, learned: value, phase: 'idle' },
        stop('again'),
        say(`n${here.self} learns: ${value}`),
      ]

export const paxos: Protocol<Paxos> = {
  name: 'paxos',
  says: 'Paxos for one decision: two phases, two majorities (Lamport 2001).',
  options,
  commands,
  roles: ['acceptor', 'proposer'],
  pictures: ['lanes', 'cluster'],
  start: () => [fresh],
  wake: (s, here) => (s.wants && !s.learned ? prepare(s, s.n, here) : [s]),

  on: {
    /** Phase 1 (b): promises nothing below n any more, and tells what it has accepted. */
    prepare(s, { n }, from, here) {
      if (n < s.promised) return [s, send(from, 'refuse', { n, promised: s.promised })]
      const promise = send(from, 'promise', { n, accepted: s.accepted })
      return [{ ...s, promised: n }, promise, say(`n${here.self} promises ${n}`)]
    },

    promise(s, { n, accepted }, from, here) {
      if (n !== s.n || s.phase !== 'prepare' || s.promises.some((p) => p.from === from)) return [s]
      const promises = [...s.promises, { from, accepted }]
      if (!isMajority(promises.length, acceptorsOf(here).length)) return [{ ...s, promises }]
      const value = valueFor(promises, s.wants)
      const asks = acceptorsOf(here).map((a) => send(a, 'accept', { n, value }))
      const own = value === s.wants ? '' : `, which ${n} must not undo`
      return [
        { ...s, promises, phase: 'accept', value },
        ...asks,
        patience(s.tries, here),
        say(`n${here.self} asks all to accept ${value} under ${n}${own}`),
      ]
    },

    /** Phase 2 (b): accepts unless it has promised a higher number. */
    accept(s, { n, value }, from, here) {
      if (n < s.promised) return [s, send(from, 'refuse', { n, promised: s.promised })]
      const next = { ...s, promised: n, accepted: { n, value }, past: [...s.past, { n, value }] }
      return [next, send(from, 'accepted', { n }), say(`n${here.self} accepts ${value} under ${n}`)]
    },

    accepted(s, { n }, from, here) {
      if (n !== s.n || s.phase !== 'accept' || s.acceptances.includes(from)) return [s]
      const acceptances = [...s.acceptances, from]
      if (!isMajority(acceptances.length, acceptorsOf(here).length)) return [{ ...s, acceptances }]
      const [next, ...effects] = learn({ ...s, acceptances }, s.value, here)
      const others = [...acceptorsOf(here), ...here.peers]
      return [next, ...effects, ...others.map((o) => send(o, 'chosen', { value: s.value }))]
    },

    /** A higher number has been promised: it tries above that, at once or after a pause (§2.4). */
    refuse(s, { n, promised }, _from, here) {
      if (n !== s.n || (s.phase !== 'prepare' && s.phase !== 'accept')) return [s]
      if (!here.options.backoff) return prepare(s, promised, here)
      const [least, most] = here.options.pause
      const pause = (least + here.dice * (most - least)) * Math.min(8, s.tries)
      return [
        { ...s, n: Math.max(n, promised), phase: 'pause' },
        wait('again', pause),
        say(`n${here.self} is refused for ${promised} and waits`),
      ]
    },

    chosen: (s, { value }, _from, here) => learn(s, value, here),
  },

  after: { again: (s, here) => (s.learned ? [s] : prepare(s, s.n, here)) },

  ask: {
    propose(s, { value }, here) {
      // An empty text stands for no value at all.
      if (!value) return [s, say(`n${here.self} has nothing to propose`)]
      if (s.wants) return [s, say(`n${here.self} has proposed ${s.wants} already`)]
      return prepare({ ...s, wants: value }, s.n, here)
    },
  },
  face,
  glyph,
  facts,
  always,
  eventually,
}
