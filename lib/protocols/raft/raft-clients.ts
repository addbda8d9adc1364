// Raft with clients (§8): they find the leader, ask again what was not answered, and are answered
// when their command is applied, once, however often it was asked. What they read is not stale.

import { roll } from '@/lib/sim/dice'
import type { NodeId, Protocol } from '@/lib/sim/protocol'
import { say, send, wait } from '@/lib/sim/protocol'
import {
  type Applied,
  blank,
  type Client,
  clientOf,
  type Does,
  extra,
  type Here,
  isClient,
  type Messages,
  type Op,
  order,
  query,
  type RaftClients,
  type Rule,
  type Serving,
  type State,
  serialOf,
} from './clients.kind'
import { promisesOf } from './clients.promises'
import { clientFace, clientFacts, clientGlyph, history, servers } from './clients.view'
import type { Raft, State as Server } from './kind'

const last = ({ ops }: Client) => ops[ops.length - 1]

/** Asks a server: whom it takes for the leader, or (§8) one by chance. */
const attempt = (s: Client, leader: NodeId, here: Here): Rule => {
  const op = last(s)
  const servers = here.roles.server
  const to = leader || servers[Math.floor(roll(here.dice, 0) * servers.length)]
  if (op?.to !== null || !to) return [s]
  const ops = [...s.ops.slice(0, -1), { ...op, tries: op.tries + 1 }]
  const serial = serialOf(here.self, ops.length)
  const { type, value } = op
  return [{ ...s, ops, leader: to }, send(to, 'request', { serial, type, value })]
}

/** A first try, or a new one after so long without an answer. */
const again = (s: Client, here: Here): Rule => {
  const [next, ...does] = attempt({ ...s, hops: 0 }, s.leader, here)
  if (!does.length) return [s]
  const { leader } = next as Client
  const { tries, type, value } = last(next as Client)!
  const why = tries > 1 ? 'asks again' : 'asks'
  const what = type === 'read' ? 'the last command' : `“${value}”`
  const retry = wait('retry', here.options.retry)
  return [next, ...does, retry, say(`n${here.self} ${why} n${leader} for ${what}`)]
}

/**
 * What a client hears: its command is applied; or whom to ask instead, which it does at once, but
 * not round and round; the next try begins with anybody.
 */
const hear = (s: Client, body: Messages['reply'], from: NodeId, here: Here): Rule => {
  const op = last(s)
  if (op?.to !== null || body.serial !== serialOf(here.self, s.ops.length)) return [s]
  const { leader, place, value = op.value } = body
  if (!place && body.value === undefined) {
    const hops = s.hops + 1
    const follows = leader && leader !== from && hops < here.roles.server.length
    return follows ? attempt({ ...s, hops }, leader, here) : [{ ...s, leader: 0, hops }]
  }
  const done: Op = { ...op, to: here.at, outcome: 'ok', place, value }
  const text = `n${here.self} is answered: “${value}” is command ${place}`
  return [{ ...s, ops: [...s.ops.slice(0, -1), done], leader: from }, say(text)]
}

/** A client has one command at a time, so its serial numbers come in order. */
const begin = (s: State, type: Op['type'], value: string, here: Here): Rule => {
  if (!isClient(s)) return [s]
  if (last(s)?.to === null) return [s, say(`n${here.self} waits already`)]
  const asked = { type, value, from: here.at, to: null, outcome: 'unknown' } as const
  return again({ ...s, ops: [...s.ops, { ...asked, place: 0, tries: 0 }] }, here)
}

const placeOf = (applied: Applied, s: Server, serial: string) =>
  applied(s).findIndex((entry) => entry.serial === serial) + 1

/** A leader answers for whatever it has applied just now (§8). */
const answers = (before: Serving, after: Serving, applied: Applied) =>
  after.log.slice(before.committed, after.committed).flatMap(({ serial }) => {
    const to = clientOf(serial)
    const reply = { serial, place: placeOf(applied, after, serial), leader: 0 }
    return to ? [send(to, 'reply', reply)] : []
  })

/**
 * §8: a leader answers a read when it has committed an entry of its own term, and so knows all that
 * is committed, and when a majority has heard from it since, so that it still leads.
 */
const answerReads = (s: Serving, applied: Applied, here: Here): Rule => {
  const { log, committed, term, reads } = s
  const knows = log[committed - 1]?.term === term
  const due = reads.filter((it) => knows && it.heard.length * 2 > here.roles.server.length)
  const done = applied(s)
  const what = { place: done.length, leader: 0, value: done.at(-1)?.value ?? '' }
  return [
    due.length ? { ...s, reads: reads.filter((it) => !due.includes(it)) } : s,
    ...due.map(({ client, serial }) => send(client, 'reply', { serial, ...what })),
  ]
}

type Sent = { readonly type?: string; readonly body: object }
/** Messages of this type carry the number of a read. */
const withRound = (does: Does, type: string, round: number): Does =>
  (does as unknown as readonly Sent[]).map((it) =>
    it.type === type ? { ...it, body: { ...it.body, round } } : it,
  ) as unknown as Does

/** Who does not lead has no reads to answer. */
const none = (s: Serving) => (s.reads.length ? { ...s, reads: [] } : s)

type AnyRule = (s: Serving, ...rest: readonly unknown[]) => readonly [Serving, ...Does]
/** A rule of Raft, and the answers that it makes due; clients have no part in it. */
const answering =
  (rule: unknown, applied: Applied) =>
  (s: State, ...rest: readonly unknown[]): Rule => {
    if (isClient(s)) return [s]
    const [after, ...does] = (rule as AnyRule)(s, ...rest)
    const sent = withRound(does, 'append', after.round)
    if (after.role !== 'leader') return [none(after), ...sent] as unknown as Rule
    const [next, ...replies] = answerReads(after, applied, rest.at(-1) as Here)
    return [next, ...sent, ...answers(s, after, applied), ...replies] as unknown as Rule
  }

/**
 * A read has a number, which the appends from now on carry. A leader that has logged nothing in its
 * term logs a blank entry (§8): not when its term begins, but when somebody would see it.
 */
const read = (raft: Protocol<Raft>, applied: Applied, s: Serving, ask: Asked, here: Here): Rule => {
  const { client, serial } = ask
  const round = s.round + 1
  const reads = s.reads.filter((it) => it.serial !== serial)
  const asked = { ...s, round, reads: [...reads, { client, serial, round, heard: [here.self] }] }
  return s.log.at(-1)?.term === s.term
    ? answering(raft.after.heartbeat, applied)(asked, here)
    : answering(raft.ask.write, applied)(asked, blank, here)
}
type Asked = { readonly client: NodeId; readonly serial: string }

/**
 * §8: who does not lead says who does; a command that is applied is answered from memory; one that
 * waits in the log is not logged twice in a term.
 */
const request =
  (raft: Protocol<Raft>, applied: Applied): Protocol<RaftClients>['on']['request'] =>
  (s, { serial, type, value }, from, here) => {
    if (isClient(s)) return [s]
    const leads = s.leader === here.self
    const place = leads ? placeOf(applied, s, serial) : 0
    if (place || !leads) return [s, send(from, 'reply', { serial, place, leader: s.leader })]
    if (type === 'read') return read(raft, applied, s, { client: from, serial }, here)
    const waits = s.log.some((e) => e.serial === serial && e.term === s.term)
    return waits ? [s] : answering(raft.ask.write, applied)(s, { serial, value }, here)
  }

/** Servers repeat the number of an append; a leader notes who has heard from it since a read. */
const rounds = (raft: Protocol<Raft>, applied: Applied) => {
  const append = answering(raft.on.append, applied)
  const appended = answering(raft.on.appended, applied)
  return {
    append(s, body, from, here) {
      const [after, ...does] = append(s, body, from, here)
      const replies = withRound(does as unknown as Does, 'appended', body.round)
      return [after, ...replies] as unknown as Rule
    },
    appended(s, body, from, here) {
      const { term, round } = body
      if (isClient(s) || term !== s.term) return appended(s, body, from, here)
      const reads = s.reads.map((it) =>
        it.round > round || it.heard.includes(from) ? it : { ...it, heard: [...it.heard, from] },
      )
      return appended(reads.length ? { ...s, reads } : s, body, from, here)
    },
  } satisfies Partial<Protocol<RaftClients>['on']>
}

const all = <T>(rules: object, applied: Applied) =>
  Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, answering(rule, applied)]),
  ) as T

const asServer = (here: Here) => here as unknown as Parameters<Protocol<Raft>['start']>[0]

const serving = (step: readonly [object, ...unknown[]]): Rule => {
  const [s, ...does] = step
  return [{ ...s, reads: [], round: 0 }, ...does] as unknown as Rule
}
/** Nobody has asked for blank entries, so they are no commands. */
const asked =
  (applied: Applied): Applied =>
  (s) =>
    applied(s).filter(({ value, serial }) => serial || value !== blank.value)

const made = (raft: Protocol<Raft>, applied: Applied): Protocol<RaftClients> => ({
  name: 'raft-clients',
  says: 'Raft with clients that find the leader, retry and read (§8).',
  options: { ...raft.options, ...extra },
  commands: { campaign: { ...raft.commands.campaign, role: 'server' }, order, query },
  roles: ['server', 'client'],
  pictures: ['cluster', 'lanes'],
  start: (here) =>
    here.role === 'client'
      ? [{ ops: [], leader: 0, hops: 0 }]
      : serving(raft.start(asServer(here))),
  wake: (s, here) => (isClient(s) ? again(s, here) : serving(raft.wake!(s, asServer(here)))),
  on: {
    ...all<Protocol<RaftClients>['on']>(raft.on, applied),
    ...rounds(raft, applied),
    request: request(raft, applied),
    reply: (s, body, from, here) => (isClient(s) ? hear(s, body, from, here) : [s]),
  },
  after: {
    ...all<Protocol<RaftClients>['after']>(raft.after, applied),
    retry: (s, here) => (isClient(s) ? again({ ...s, leader: 0 }, here) : [s]),
  },
  ask: {
    campaign: answering(raft.ask.campaign, applied),
    order: (s, { value }, here) => begin(s, 'order', value, here),
    query: (s, _, here) => begin(s, 'read', '', here),
  },
  face: (s, here) => (isClient(s) ? clientFace(s) : raft.face(s, asServer(here))),
  glyph: (type, body) =>
    clientGlyph(type, body) ?? raft.glyph!(type as keyof Raft['messages'], body),
  facts: (world) => ({ ...raft.facts(servers(world)), ...clientFacts(world) }),
  history,
  ...promisesOf(raft, applied),
})

/** Raft with its clients, out of Raft and of what a server has carried out. */
export const withClients = (raft: Protocol<Raft>, carried: Applied) => made(raft, asked(carried))
