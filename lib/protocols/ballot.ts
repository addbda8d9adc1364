// Quorum voting: two motions about one seat, and how many votes make a motion pass.

import {
  type Effect,
  type Face,
  type Glyph,
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
import type { World } from '@/lib/sim/world'

type Motion = 'A' | 'B'
export type State = {
  /** For what this node voted: once, and on disk. */
  readonly vote: Motion | null
  /** The motion that this node puts, if any, and whom it asks. */
  readonly motion: Motion | null
  readonly asked: readonly NodeId[]
  readonly yes: readonly NodeId[]
  readonly no: readonly NodeId[]
  readonly outcome: 'none' | 'open' | 'passed' | 'failed'
}
type Messages = {
  ask: { readonly motion: Motion }
  vote: { readonly motion: Motion; readonly granted: boolean }
}
type Roles = 'voter' | 'proposer'

const options = {
  quorum: {
    is: 'number',
    from: 0,
    to: 99,
    step: 1,
    default: 0,
    says: 'votes to pass (0: a majority)',
  },
  retry: { is: 'number', from: 10, to: 60_000, default: 200, says: 'ask again after, ms' },
} as const satisfies Options

const commands = {
  propose: {
    says: 'put a motion',
    takes: {
      motion: { is: 'choice', of: ['A', 'B'], default: 'A', says: 'motion' },
      voters: {
        is: 'data',
        default: [] as readonly number[],
        says: 'whom to ask (none named: all)',
        fault: (value) =>
          Array.isArray(value) && value.every((v) => typeof v === 'number')
            ? undefined
            : 'voters: expected a list of node numbers',
      },
    },
  },
} as const satisfies { [name: string]: { says: string; takes: Options } }

export type Ballot = {
  state: State
  messages: Messages
  timers: 'retry'
  options: typeof options
  commands: typeof commands
  roles: Roles
}
type At = Here<Ballot>

const wording = { A: 'seat 12A to Ada', B: 'seat 12A to Ben' } as const
const blank = { motion: null, asked: [], yes: [], no: [], outcome: 'none' } as const

/** How many votes pass a motion among `voters`: what the option says, or a majority. */
export const quorumOf = (option: number, voters: number) => option || Math.floor(voters / 2) + 1
/** Whether two quorums of this size need not share a voter (Gifford 1979: they must, 2q > n). */
export const disjoint = (quorum: number, voters: number) => quorum > 0 && 2 * quorum <= voters

const needed = (here: At) => quorumOf(here.options.quorum, here.roles.voter.length)

/** Asks everybody who has not answered, and again until all have. */
const ask = (s: State, here: At): readonly Effect<Ballot>[] => {
  const silent = s.asked.filter((v) => v !== here.self && !s.yes.includes(v) && !s.no.includes(v))
  return s.outcome === 'open' && s.motion
    ? [
        ...silent.map((v) => send(v, 'ask', { motion: s.motion as Motion })),
        wait('retry', here.options.retry),
      ]
    : []
}

/** Passed with a quorum of yes; failed when those left to answer could not make one. */
const settle = (s: State, here: At): Step<Ballot> => {
  const quorum = needed(here)
  const passed = s.yes.length >= quorum
  if (s.outcome !== 'open' || (!passed && s.asked.length - s.no.length >= quorum)) return [s]
  const tally = `${s.yes.length} of ${here.roles.voter.length}, ${quorum} needed`
  const end = passed ? `${s.motion} passes, ${wording[s.motion!]}` : `${s.motion} fails`
  return [{ ...s, outcome: passed ? 'passed' : 'failed' }, stop('retry'), say(`${end}: ${tally}`)]
}

/** One answer counted once, however often it arrives. */
const count = (s: State, voter: NodeId, granted: boolean): State => {
  if (s.yes.includes(voter) || s.no.includes(voter)) return s
  return granted ? { ...s, yes: [...s.yes, voter] } : { ...s, no: [...s.no, voter] }
}

/** Puts a motion; one who may vote casts its own vote first. */
const put = (before: State, motion: Motion, voters: readonly NodeId[], here: At): Step<Ballot> => {
  if (before.motion) return [before, say(`n${here.self} puts ${before.motion} already`)]
  const all = here.roles.voter
  const asked = voters.length ? all.filter((v) => voters.includes(v)) : all
  const open: State = { ...before, motion, asked, outcome: 'open' }
  const own = asked.includes(here.self)
  const vote = own ? (before.vote ?? motion) : before.vote
  const counted = own ? count({ ...open, vote }, here.self, vote === motion) : open
  const [s, ...end] = settle(counted, here)
  return [
    s,
    say(`n${here.self} puts motion ${motion}: ${wording[motion]}`),
    ...ask(s, here),
    ...end,
  ]
}

const start = (here: At): Step<Ballot> => {
  const nth = here.role === 'proposer' ? here.roles.proposer.indexOf(here.self) : -1
  const motion = nth < 0 ? undefined : (['A', 'B'] as const)[nth % 2]
  const s: State = { vote: null, ...blank }
  return motion ? put(s, motion, [], here) : [s]
}

const deeds = { none: '', open: 'puts', passed: 'passed', failed: 'failed with' } as const

const face = (s: State): Face => ({
  word: s.motion ? `${deeds[s.outcome]} ${s.motion}` : 'voter',
  mood: ({ none: 'calm', open: 'busy', passed: 'proud', failed: 'ill' } as const)[s.outcome],
  ...(s.vote && { holds: s.vote }),
  ...(s.motion && {
    votes: s.asked.map((v) => (s.yes.includes(v) ? 'yes' : s.no.includes(v) ? 'no' : 'waiting')),
  }),
})

const glyph = (type: string, body: { motion: Motion; granted?: boolean }): Glyph =>
  type === 'ask'
    ? { word: `${body.motion}?`, shape: 'diamond' }
    : { word: body.motion, shape: 'dot', answer: body.granted ? 'yes' : 'no' }

const votersOf = (world: World<State>) => world.nodes.filter((n) => n.role === 'voter')
const passedBy = (world: World<State>, motion: Motion) =>
  world.nodes.find((n) => n.state.motion === motion && n.state.outcome === 'passed')?.state

/** How a motion stands; it may be put by several, and one that passes counts. */
const outcomeOf = (world: World<State>, motion: Motion) =>
  (passedBy(world, motion) ?? world.nodes.find((n) => n.state.motion === motion)?.state)?.outcome ??
  'none'

const facts = (world: World<State>) => {
  const voters = votersOf(world)
  const [a, b] = (['A', 'B'] as const).map((m) =>
    voters.filter((n) => n.state.vote === m).map((n) => n.id),
  ) as [NodeId[], NodeId[]]
  const quorum = quorumOf(world.options.quorum as number, voters.length)
  const quorums = [passedBy(world, 'A')?.yes ?? [], passedBy(world, 'B')?.yes ?? []]
  const passed = (['A', 'B'] as const).filter((m) => passedBy(world, m))
  return {
    voters: voters.length,
    quorum,
    votesA: a.length,
    votesB: b.length,
    votersA: a,
    votersB: b,
    outcomeA: outcomeOf(world, 'A'),
    outcomeB: outcomeOf(world, 'B'),
    /** The voters who made A pass, then those who made B pass; nobody while it has not. */
    quorums,
    passed,
    bothPass: passed.length === 2,
    disjoint: disjoint(quorum, voters.length),
    /** All have voted, half for each, and neither has passed. */
    tie: a.length === b.length && a.length + b.length === voters.length && !passed.length,
  }
}

export const ballot: Protocol<Ballot> = {
  name: 'ballot',
  says:
    'Quorum voting: each voter votes once, and a motion passes with a quorum of votes ' +
    '(Gifford 1979).',
  options,
  commands,
  roles: ['voter', 'proposer'],
  pictures: ['cluster', 'quorums'],
  start,
  wake: (before, here) => [before, ...ask(before, here)],

  on: {
    /** A voter votes once: for the first motion it hears of, and again for the same one only. */
    ask(s, { motion }, from, here) {
      const granted = (s.vote ?? motion) === motion
      const why = granted ? `votes for ${motion}` : `refuses ${motion}: it voted for ${s.vote}`
      const next = granted ? { ...s, vote: motion } : s
      return [next, send(from, 'vote', { motion, granted }), say(`n${here.self} ${why}`)]
    },

    vote(s, { motion, granted }, from, here) {
      return motion === s.motion ? settle(count(s, from, granted), here) : [s]
    },
  },

  after: { retry: (s, here) => [s, ...ask(s, here)] },
  ask: { propose: (s, { motion, voters }, here) => put(s, motion, voters, here) },
  face,
  glyph,
  facts,
  quorums: ['A', 'B'],

  always: {
    'two motions never both win a majority of the voters': {
      first: null,
      then(_memo: null, world) {
        const half = votersOf(world).length / 2
        const won = (['A', 'B'] as const).filter(
          (m) => (passedBy(world, m)?.yes.length ?? 0) > half,
        )
        return won.length === 2 ? 'A and B have both passed with a majority' : null
      },
    },
    'a voter never changes its vote': {
      first: {},
      then(memo: { readonly [id: NodeId]: Motion }, world, event) {
        const n = world.nodes[event.node - 1]
        if (!n || n.state.vote === (memo[n.id] ?? null)) return memo
        if (memo[n.id])
          return `n${n.id} voted for ${memo[n.id]}, and now has ${n.state.vote ?? 'no vote'}`
        return { ...memo, [n.id]: n.state.vote as Motion }
      },
    },
  },

  eventually: {
    'every motion that was put is decided': (world) =>
      world.nodes.every((n) => n.state.outcome !== 'open'),
  },
}
