// Two-phase commit, presuming abort: Gray 1978; Mohan, Lindsay and Obermarck 1986.

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

export type State = {
  /**
   * A participant is working, then prepared (it has voted yes, and is bound), then one of the
   * two ends. A coordinator is idle, then voting, then one of the two ends. On disk.
   */
  readonly phase: 'idle' | 'voting' | 'working' | 'prepared' | 'committed' | 'aborted'
  /** A coordinator's: who has voted yes. */
  readonly yes: readonly NodeId[]
  /** A participant's: whether it has voted yes. */
  readonly voted: boolean
}
type Messages = {
  prepare: { readonly nth: number }
  vote: { readonly yes: boolean }
  decide: { readonly commit: boolean }
  inquire: { readonly nth: number }
}

const options = {
  patience: { is: 'number', from: 1, to: 60_000, default: 400, says: 'waits for votes, ms' },
  doubt: { is: 'number', from: 1, to: 60_000, default: 300, says: 'in doubt, asks every, ms' },
  others: { is: 'switch', default: false, says: 'in doubt one asks the others too' },
} as const satisfies Options

const commands = {
  begin: { says: 'commit the sale', takes: {}, role: 'coordinator' },
  refuse: { says: 'refuse to take part', takes: {}, role: 'participant' },
} as const

export type TwoPhaseCommit = {
  state: State
  messages: Messages
  timers: 'patience' | 'doubt'
  options: typeof options
  commands: typeof commands
  roles: 'coordinator' | 'participant'
}
type At = Here<TwoPhaseCommit>
type Effects = readonly Effect<TwoPhaseCommit>[]
type Rule = Step<TwoPhaseCommit>

const tell = (here: At, commit: boolean): Effects =>
  here.roles.participant.map((p) => send(p, 'decide', { commit }))

/** Phase 2: the decision is on disk before anybody hears of it. */
const decide = (s: State, commit: boolean, why: string, here: At): Rule => [
  { ...s, phase: commit ? 'committed' : 'aborted' },
  stop('patience'),
  ...tell(here, commit),
  say(`n${here.self} decides to ${commit ? 'commit' : 'abort'}: ${why}`),
]

/** A participant does as was decided; in doubt it has been waiting for that. */
const obey = (s: State, commit: boolean, here: At): Rule => {
  if (s.phase !== 'prepared' && (s.phase !== 'working' || commit)) return [s]
  const phase = commit ? 'committed' : 'aborted'
  return [{ ...s, phase }, stop('doubt'), say(`n${here.self} has ${phase}`)]
}

/** Bound by its yes, it may neither commit nor abort alone: it asks who may know. */
const inquire = (s: State, here: At): Rule => {
  if (s.phase !== 'prepared') return [s]
  const whom = [...here.roles.coordinator, ...(here.options.others ? here.peers : [])]
  return [
    s,
    ...whom.map((n) => send(n, 'inquire', { nth: 0 })),
    wait('doubt', here.options.doubt),
    say(`n${here.self} is in doubt and asks`),
  ]
}

export const twoPhaseCommit: Protocol<TwoPhaseCommit> = {
  name: 'two-phase-commit',
  says: 'Two-phase commit: all vote, one decides, and who voted yes must wait (Gray 1978).',
  options,
  commands,
  roles: ['coordinator', 'participant'],
  /** A second, which knows nothing of the sale, would say that it is aborted. */
  single: ['coordinator'],
  pictures: ['lanes', 'cluster'],
  start: (here) => [
    { phase: here.role === 'coordinator' ? 'idle' : 'working', yes: [], voted: false },
  ],

  /** Nothing decided on disk means abort; a prepared participant is in doubt. */
  wake(s, here) {
    if (s.phase === 'voting') return decide(s, false, 'it lost the votes in a crash', here)
    if (s.phase === 'prepared') return inquire(s, here)
    const decided = here.role === 'coordinator' && s.phase !== 'idle'
    return [s, ...(decided ? tell(here, s.phase === 'committed') : [])]
  },

  on: {
    /** Phase 1: a yes is a promise to commit if told so; a no is an end. */
    prepare(s, _body, from, here) {
      const yes = s.phase === 'working' || s.phase === 'prepared'
      if (s.phase === 'committed') return [s]
      const answer = send(from, 'vote', { yes })
      if (s.phase !== 'working') return [s, answer]
      const next: State = { ...s, phase: 'prepared', voted: true }
      return [next, answer, wait('doubt', here.options.doubt), say(`n${here.self} votes yes`)]
    },

    vote(s, { yes }, from, here) {
      if (s.phase !== 'voting' || s.yes.includes(from)) return [s]
      if (!yes) return decide(s, false, `n${from} voted no`, here)
      const next = { ...s, yes: [...s.yes, from] }
      return next.yes.length < here.roles.participant.length
        ? [next]
        : decide(next, true, 'all voted yes', here)
    },

    decide: (s, { commit }, _from, here) => obey(s, commit, here),

    /** Who knows the decision tells it; who has not voted yet can still abort. */
    inquire(s, _body, from, here) {
      if (s.phase === 'prepared' || s.phase === 'voting') return [s]
      const commit = s.phase === 'committed'
      const [next, ...effects] = obey(s, commit, here)
      return [next, ...effects, send(from, 'decide', { commit })]
    },
  },

  after: {
    patience: (s, here) =>
      s.phase === 'voting' ? decide(s, false, 'not all have voted in time', here) : [s],
    doubt: inquire,
  },

  ask: {
    begin(s, _command, here) {
      if (s.phase !== 'idle') return [s, say(`n${here.self} has begun already`)]
      return [
        { ...s, phase: 'voting' },
        ...here.roles.participant.map((p) => send(p, 'prepare', { nth: 0 })),
        wait('patience', here.options.patience),
        say(`n${here.self} asks all to prepare`),
      ]
    },

    refuse(s, _command, here) {
      if (s.phase === 'working') return [{ ...s, phase: 'aborted' }, say(`n${here.self} refuses`)]
      return [s, say(`n${here.self} cannot refuse: it is ${s.phase}`)]
    },
  },
  face,
  glyph,
  facts,
  always,
  eventually,
}
