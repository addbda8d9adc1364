// Reading and writing by quorums: N copies of one value, R of them asked, W of them told.
// Gifford 1979; versions and read repair as in Dynamo (DeCandia et al. 2007 §5); write-back as in
// Attiya, Bar-Noy and Dolev 1995.

import { deal } from '@/lib/sim/dice'
import {
  type Effect,
  type Here,
  type NodeId,
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
  type Heard,
  last,
  name,
  needed,
  newer,
  nothing,
  type Op,
  options,
  type Quorum,
  type State,
  type Version,
} from './kind'
import { always, eventually } from './promises'
import { face, facts, glyph, history } from './view'

type At = Here<Quorum>
type Rule = Step<Quorum>
type Effects = readonly Effect<Quorum>[]

const close = (s: State, op: Op): State => ({ ...s, ops: [...s.ops.slice(0, -1), op] })

/** Whom to ask: all copies, or only as many as must answer. */
const asked = (option: number, { dice, roles: { replica }, options: { spread } }: At) =>
  spread === 'all' ? replica : deal(dice, replica, needed(option, replica.length))

/** Asks for what copies have, as a reader does, and a writer that looks. */
const look = (s: State, here: At): Rule => [
  s,
  ...asked(here.options.r, here).map((to) => send(to, 'read', { nth: s.ops.length })),
]

/** Tells copies of a version, and counts their answers anew. */
const spread = (s: State, op: Op, here: At): Rule => {
  const message = { nth: s.ops.length, version: op.version }
  return [
    { ...close(s, op), heard: [] },
    ...asked(here.options.w, here).map((to) => send(to, 'write', message)),
  ]
}

/** A writer’s version is newer than all that it has met. */
const store = (s: State, op: Op, here: At): Rule => {
  const n = s.known + 1
  return spread({ ...s, known: n }, { ...op, version: { ...op.version, n } }, here)
}

/** Begins an operation. By Gifford (1979), a writer looks for the newest version before. */
const begin = (before: State, type: Op['type'], value: string, here: At): Rule => {
  if (last(before)?.to === null) return [before, say(`n${here.self} is busy`)]
  const version = type === 'read' ? nothing : { n: 0, by: here.self, value }
  const op: Op = { type, from: here.at, to: null, outcome: 'unknown', version, copies: [] }
  const s = { ...before, ops: [...before.ops, op], heard: [] }
  const [next, ...does] = type === 'read' || here.options.looks ? look(s, here) : store(s, op, here)
  return [next, ...does, wait('patience', here.options.patience)]
}

/** The workload: after a write, the read; after the read, the next write. */
const follow = (s: State, op: Op, here: At): Rule => {
  const { pairs, lag } = here.options
  const pause = op.type === 'write' ? lag : 0
  if (s.ops.length >= 2 * pairs) return [s]
  return pause > 0 ? [s, wait('next', Math.max(0.001, pause))] : proceed(s, here)
}
const proceed = (s: State, here: At): Rule => {
  const n = s.ops.length
  return n >= 2 * here.options.pairs
    ? [s]
    : begin(s, n % 2 ? 'read' : 'write', `${n / 2 + 1}`, here)
}

/**
 * A read whose answer may be known to too few: before it returns, W copies must have it, so that no
 * later read misses it (Attiya, Bar-Noy and Dolev 1995). Nothing (n = 0) all have from the start.
 */
const writesBack = ({ type, back, version }: Op, { options }: At) =>
  options.writeBack && type === 'read' && !back && version.n > 0

/** Ends an operation that has its quorum of answers. */
const finish = (s: State, op: Op, option: number, here: At): Rule => {
  if (s.heard.length < needed(option, here.roles.replica.length)) return [close(s, op)]
  const old = op.type === 'read' ? mend(op, s.heard, here) : []
  if (writesBack(op, here)) {
    const [next, ...does] = spread(s, { ...op, back: true }, here)
    return [next, ...old, ...does]
  }
  const copies = s.heard.map((it) => it.from)
  const ended: Op = { ...op, to: here.at, outcome: 'ok', copies }
  const [next, ...effects] = follow(close(s, ended), ended, here)
  const verb = op.type === 'read' ? 'reads' : 'has written'
  const says = say(`n${here.self} ${verb} ${name(op.version)}`)
  return [next, says, stop('patience'), ...effects, ...old]
}

/** A reader tells those who answered with something older (Dynamo §5). */
const mend = ({ version }: Op, heard: readonly Heard[], here: At): Effects =>
  heard
    .filter((it) => here.options.repair && newer(version, it.version))
    .map((it) => send(it.from, 'repair', { version }))

/** An answer to the last operation, unless it came before. */
const expects = (s: State, nth: number, from: NodeId) =>
  nth === s.ops.length && !s.heard.some((it) => it.from === from) ? last(s) : undefined

/** A copy keeps the newest version that it was told, whatever the order of arrival. */
const keep = (s: State, version: Version): State =>
  newer(version, s.version) ? { ...s, version } : s

export const quorum: Protocol<Quorum> = {
  name: 'quorum',
  says: 'Reading and writing by quorums of copies (Gifford 1979; DeCandia et al. 2007).',
  options,
  commands,
  roles: ['replica', 'client'],
  pictures: ['cluster', 'history'],
  start: (here) => (here.role === 'client' ? proceed(fresh, here) : [fresh]),
  wake: (s, here) => [
    s,
    ...(last(s)?.to === null ? [wait('patience', here.options.patience)] : []),
  ],

  on: {
    write(s, { nth, version }, from) {
      return [keep(s, version), send(from, 'wrote', { nth })]
    },

    read(s, { nth }, from) {
      return [s, send(from, 'reply', { nth, version: s.version })]
    },

    wrote(s, { nth }, from, here) {
      const op = expects(s, nth, from)
      if (op?.to !== null) return [s]
      const heard = [...s.heard, { from, version: op.version }]
      return finish({ ...s, heard }, op, here.options.w, here)
    },

    /** The newest of the first R replies is the answer; a writer writes one newer still. */
    reply(before, { nth, version }, from, here) {
      const op = expects(before, nth, from)
      if (!op) return [before]
      const heard = [...before.heard, { from, version }]
      const s = { ...before, heard, known: Math.max(before.known, version.n) }
      if (op.type === 'write') {
        const found = op.to === null && !op.version.n
        const enough = heard.length >= needed(here.options.r, here.roles.replica.length)
        return !found ? [before] : enough ? store(s, op, here) : [s]
      }
      if (op.to !== null || op.back) {
        return [op.to === null ? before : s, ...mend(op, heard.slice(-1), here)]
      }
      const best = newer(version, op.version) ? { ...op, version } : op
      return finish(s, best, here.options.r, here)
    },

    repair: (s, { version }, _from, here) =>
      newer(version, s.version)
        ? [keep(s, version), say(`n${here.self} is mended: ${name(version)}`)]
        : [s],
  },

  after: {
    next: proceed,

    patience(s, here) {
      const op = last(s)
      if (op?.to !== null) return [s]
      const [next, ...effects] = proceed(close(s, { ...op, to: here.at }), here)
      return [next, say(`n${here.self} gives up: no quorum answered its ${op.type}`), ...effects]
    },
  },

  ask: {
    write: (s, { value }, here) => begin(s, 'write', value, here),
    read: (s, _command, here) => begin(s, 'read', '', here),
  },
  face,
  glyph,
  facts,
  quorums: ['the write', 'the read'],
  history,

  always,
  eventually,
}
