// Three clocks that every event ticks: Lamport's (1978), vectors (Fidge 1988, Mattern 1989) and
// hybrid ones (Kulkarni et al. 2014), on a workload of acts and notes.

import { chance, pick, roll } from '@/lib/sim/dice'
import {
  type Face,
  type Glyph,
  type Here,
  type NodeId,
  type Options,
  type Promised,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { type HybridClock, hybridClock } from '@/lib/values/hybrid-clock'
import { type VectorClock, vectorClock } from '@/lib/values/vector-clock'

export type Stamp = {
  readonly lamport: number
  readonly vector: VectorClock
  readonly hybrid: HybridClock
}
/** The n-th event of a node; a receipt also has the event that sent the note. */
type Happening = Stamp & {
  readonly what: 'acts' | 'sends' | 'receives'
  readonly by: NodeId
  readonly n: number
  readonly of: { readonly by: NodeId; readonly n: number } | null
}
/** On disk: a clock that forgot would go back. */
export type State = Stamp & { readonly log: readonly Happening[] }
type Messages = { note: Stamp & { readonly n: number } }

const options = {
  every: { is: 'number', from: 0, to: 60_000, default: 100, says: 'Act every, ms (0: if asked)' },
  notes: { is: 'number', from: 0, to: 1, default: 0.5, says: 'Share of acts that send a note' },
} as const satisfies Options
const commands = {
  act: { says: 'act', takes: {} },
  write: {
    says: 'send a note',
    takes: { to: { is: 'number', node: 'anyone', from: 0, to: 200, default: 0, says: 'to' } },
  },
} as const

export type Clocks = {
  state: State
  messages: Messages
  timers: 'act'
  options: typeof options
  commands: typeof commands
  roles: 'node'
}
type At = Here<Clocks>

/** All three: `2 · [2 0 0] · 180+1`, the last being 180 ms and one more event since. */
const text = ({ lamport, vector, hybrid }: Stamp, ids: readonly NodeId[]) => {
  const counts = ids.map((id) => vectorClock.count(vector, id)).join(' ')
  const { wall, logical } = hybrid
  return `${lamport} · [${counts}] · ${wall}${logical ? `+${logical}` : ''}`
}

/** An event of this node: each clock ticks, after taking in what came with a note, if any. */
const happen = (s: State, what: Happening['what'], here: At, note?: Happening): Step<Clocks> => {
  const shown = Math.floor(here.clock)
  const heard = note ?? { lamport: 0, vector: vectorClock.zero, hybrid: undefined }
  const stamp = {
    lamport: Math.max(s.lamport, heard.lamport) + 1,
    vector: vectorClock.tick(vectorClock.merge(s.vector, heard.vector), here.self),
    hybrid: heard.hybrid
      ? hybridClock.receive(s.hybrid, heard.hybrid, shown)
      : hybridClock.now(s.hybrid, shown),
  }
  const of = note ? { by: note.by, n: note.n } : null
  const event: Happening = { ...stamp, what, by: here.self, n: s.log.length + 1, of }
  const after = { ...stamp, log: s.log.concat([event]) }
  return [after, say(`n${here.self} ${what}: ${text(after, here.roles.node)}`)]
}

const write = (s: State, to: NodeId, here: At): Step<Clocks> => {
  if (!here.peers.includes(to)) return happen(s, 'acts', here)
  const [after, ...does] = happen(s, 'sends', here)
  const { lamport, vector, hybrid, log } = after
  return [after, ...does, send(to, 'note', { lamport, vector, hybrid, n: log.length })]
}

const again = ({ options: { every }, dice }: At) =>
  every > 0 ? [wait('act', Math.max(0.001, every * (0.5 + roll(dice, 1))))] : []

const face = (s: State, { roles }: { readonly roles: At['roles'] }): Face => ({
  word: s.log.at(-1)?.what ?? 'node',
  mood: 'calm',
  holds: text(s, roles.node),
})
const glyph = (_type: string, body: Stamp): Glyph => ({
  word: 'note',
  shape: 'dot',
  number: body.lamport,
})

const facts = (world: World<State>) => {
  const logs = world.nodes.map((n) => n.state.log)
  const last = logs.map((log) => log[log.length - 1]?.vector ?? vectorClock.zero)
  const all = logs.flat()
  return {
    events: all.length,
    notes: all.filter((it) => it.what === 'receives').length,
    lamports: world.nodes.map((n) => n.state.lamport),
    vectors: world.nodes.map((n) =>
      world.nodes.map(({ id }) => vectorClock.count(n.state.vector, id)),
    ),
    hybrids: world.nodes.map((n) => [n.state.hybrid.wall, n.state.hybrid.logical]),
    /** How the last events of the first two nodes stand: before, after or concurrent. */
    order: last[1] ? vectorClock.compare(last[0]!, last[1]) : 'equal',
    /** The furthest that a hybrid clock is ahead of its node’s own, in ms. */
    ahead: Math.max(...world.nodes.map((n) => n.state.hybrid.wall - n.clock)),
  }
}

type Logs = { readonly [node: NodeId]: readonly Happening[] }

/** What a clock must not say of an event and of those right before it. */
const wrong = (event: Happening, parents: readonly Happening[]): string | undefined => {
  const name = ({ by, n }: Happening) => `${by}.${n}`
  const past = parents.reduce((all, it) => vectorClock.merge(all, it.vector), vectorClock.zero)
  const counted = vectorClock.tick(past, event.by)
  if (vectorClock.compare(event.vector, counted) !== 'equal')
    return `the vector of ${name(event)} does not count what happened before it`
  for (const other of parents) {
    const pair = `${name(other)} and ${name(event)}`
    if (other.lamport >= event.lamport) return `Lamport’s clocks do not order ${pair}`
    if (hybridClock.compare(other.hybrid, event.hybrid) >= 0)
      return `hybrid clocks do not order ${pair}`
  }
  return undefined
}

/**
 * Happened-before is the reach of two steps (Lamport 1978): from the event before on a node, and
 * from the sending of what it receives. So an event that is right by these is right by all that was
 * before, as those were; and vectors that count just what happened before call nothing else so.
 */
const condition: Promised<Clocks, Logs> = {
  first: {},
  then(logs, world, { node }) {
    const log = world.nodes[node - 1]?.state.log
    const event = log?.at(-1)
    if (!event || log === logs[node]) return logs
    const { of } = event
    const both = [logs[node]?.at(-1), of ? logs[of.by]?.[of.n - 1] : undefined]
    const parents = both.filter((it) => it !== undefined)
    return wrong(event, parents) ?? { ...logs, [node]: log! }
  },
}

/** Kulkarni et al. 2014, Theorem 3: a hybrid clock shows no time that no clock has shown. */
const bounded: Promised<Clocks, number> = {
  first: -Infinity,
  then(highest, { nodes }, { node }) {
    const now = Math.max(highest, ...nodes.map((n) => n.clock))
    const wall = nodes[node - 1]?.state.hybrid.wall ?? 0
    return wall > Math.max(0, now) ? `n${node} shows ${wall}, and no clock has reached it` : now
  },
}

export const clocks: Protocol<Clocks> = {
  name: 'clocks',
  says: 'Lamport, vector and hybrid clocks on one workload (Lamport 1978, Mattern 1989).',
  options,
  commands,
  roles: ['node'],
  pictures: ['lanes'],
  past: true,
  start: (here) => [
    { lamport: 0, vector: vectorClock.zero, hybrid: hybridClock.zero, log: [] },
    ...again(here),
  ],
  wake: (s, here) => [s, ...again(here)],

  on: {
    note: (s, { n, ...stamp }, from, here) =>
      happen(s, 'receives', here, { ...stamp, n, by: from, what: 'sends', of: null }),
  },

  after: {
    act(s, here) {
      const to = chance(here.dice, 2, here.options.notes) ? pick(here, 3) : 0
      const [after, ...does] = write(s, to, here)
      return [after, ...does, ...again(here)]
    },
  },

  ask: {
    act: (s, _command, here) => happen(s, 'acts', here),
    write: (s, { to }, here) => write(s, to || pick(here), here),
  },
  face,
  glyph,
  facts,
  always: {
    'what happened before has the smaller stamp, and vectors say so of nothing else': condition,
    'no hybrid clock is ahead of all clocks': bounded,
  },
}
