// One value with a primary and followers that copy it later; sessions after Terry et al. 1994.

import {
  type Effect,
  type Here,
  type Protocol,
  type Step,
  say,
  send,
  stop,
  wait,
} from '@/lib/sim/protocol'
import {
  commands,
  fresh,
  last,
  name,
  nothing,
  type Op,
  options,
  type Replica,
  type State,
  type Version,
} from './kind'
import { face, facts, glyph, history, opsOf } from './view'

type At = Here<Replica>
type Rule = Step<Replica>
type Effects = readonly Effect<Replica>[]

/** A client begins an operation; it does one at a time. */
const begin = (
  s: State,
  op: Pick<Op, 'type' | 'version'>,
  message: Effect<Replica>,
  here: At,
): Rule => {
  if (!here.roles.replica.length) return [s, say(`n${here.self} finds no replica`)]
  if (last(s)?.to === null) return [s, say(`n${here.self} is busy`)]
  const ops = [...s.ops, { ...op, from: here.at, to: null, outcome: 'unknown' } as const]
  return [{ ...s, ops }, message, wait('patience', here.options.patience)]
}

/** The answer to a client's last operation; its session remembers the version. */
const end = (s: State, nth: number, version: Version, here: At): Rule => {
  const op = last(s)
  if (!op || nth !== s.ops.length || op.to !== null) return [s]
  const ended: Op = { ...op, version, to: here.at, outcome: 'ok' }
  const session = Math.max(s.session, version.n)
  const verb = op.type === 'read' ? 'reads' : 'has written'
  const says = say(`n${here.self} ${verb} ${name(version)}`)
  return [{ ...s, session, ops: [...s.ops.slice(0, -1), ended] }, says, stop('patience')]
}

/** Reads are answered once the replica is as new as the reader's session. */
const answer = (s: State): Rule => {
  const ready = s.waiting.filter((r) => s.version.n >= r.least)
  const waiting = s.waiting.filter((r) => s.version.n < r.least)
  return [
    { ...s, waiting },
    ...ready.map((r) => send(r.client, 'reply', { nth: r.nth, version: s.version })),
  ]
}

const copies = (s: State, here: At): Effects =>
  s.owed.length ? [wait('copy', here.options.lag)] : []

export const replica: Protocol<Replica> = {
  name: 'replica',
  says: 'A primary and followers that copy it later, with or without sessions (Terry et al. 1994).',
  options,
  commands,
  roles: ['replica', 'client'],
  pictures: ['cluster', 'history'],
  start: () => [fresh],

  wake(before, here) {
    const s = { ...before, waiting: [] }
    return [
      s,
      ...copies(s, here),
      ...(last(s)?.to === null ? [wait('patience', here.options.patience)] : []),
    ]
  },

  on: {
    /** The primary answers at once, and tells followers later; a repeated write is one write. */
    write(s, { nth, value }, from, here) {
      const before = s.written[from]
      if (before && before.nth >= nth) {
        return [s, send(from, 'wrote', { nth: before.nth, n: before.n })]
      }
      const n = s.version.n + 1
      const written = { ...s.written, [from]: { nth, n } }
      const next = { ...s, version: { n, value }, written, owed: here.peers }
      const late = s.owed.length ? [] : copies(next, here)
      return [
        next,
        send(from, 'wrote', { nth, n }),
        say(`n${here.self} writes ${name(next.version)}`),
        ...late,
      ]
    },

    wrote(s, { nth, n }, _from, here) {
      const value = last(s)?.version.value ?? ''
      return end(s, nth, { n, value }, here)
    },

    read(s, { nth, least }, from, here) {
      const [next, ...effects] = answer({
        ...s,
        waiting: [...s.waiting, { client: from, nth, least }],
      })
      const behind = next.waiting.length > s.waiting.length
      const says = say(`n${here.self} lets n${from} wait: it lacks version ${least}`)
      return [next, ...effects, ...(behind ? [says] : [])]
    },

    reply: (s, { nth, version }, _from, here) => end(s, nth, version, here),

    copy(s, { version }, from) {
      const [next, ...effects] =
        version.n > s.version.n ? answer({ ...s, version }) : ([s] as const)
      return [next, ...effects, send(from, 'copied', { n: version.n })]
    },

    copied: (s, { n }, from) =>
      n === s.version.n ? [{ ...s, owed: s.owed.filter((f) => f !== from) }] : [s],
  },

  after: {
    copy: (s, here) => [
      s,
      ...s.owed.map((f) => send(f, 'copy', { version: s.version })),
      ...copies(s, here),
    ],

    patience(s, here) {
      const op = last(s)
      if (op?.to !== null) return [s]
      const ops = [...s.ops.slice(0, -1), { ...op, to: here.at }]
      return [{ ...s, ops }, say(`n${here.self} gives up: no answer to its ${op.type}`)]
    },
  },

  ask: {
    write(s, { value }, here) {
      const message = send(here.roles.replica[0] ?? 0, 'write', { nth: s.ops.length + 1, value })
      return begin(s, { type: 'write', version: { n: 0, value } }, message, here)
    },

    read(s, { at }, here) {
      const [primary, ...followers] = here.roles.replica
      const own = followers[here.roles.client.indexOf(here.self) % followers.length] ?? primary ?? 0
      const to = here.roles.replica.includes(at) ? at : own
      const least = here.options.sessions ? s.session : 0
      const message = send(to, 'read', { nth: s.ops.length + 1, least })
      return begin(s, { type: 'read', version: nothing }, message, here)
    },
  },
  face,
  glyph,
  facts,
  history,

  always: {
    'with sessions nobody misses an own write, or reads older than before': {
      first: false,
      then(without: boolean, world) {
        const now = without || !world.options.sessions
        const { missedOwn, wentBack } = now ? { missedOwn: 0, wentBack: 0 } : facts(world)
        return missedOwn || wentBack ? 'a session read something older than it had seen' : now
      },
    },
    'a follower never has what the primary has not': {
      first: null,
      then(_memo: null, world) {
        const [primary, ...followers] = world.nodes.filter((n) => n.role === 'replica')
        const ahead = followers.find((f) => f.state.version.n > primary!.state.version.n)
        return ahead ? `n${ahead.id} is ahead of the primary` : null
      },
    },
  },

  eventually: {
    'all replicas have the same version': (world) =>
      new Set(facts(world).versions as readonly number[]).size < 2,
    'no operation waits': (world) => opsOf(world).every((ops) => ops.every((op) => op.to !== null)),
  },
}
