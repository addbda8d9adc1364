// Raft with clients (§8): they find the leader, ask again what was not answered, and are answered
// when their command is applied, once, however often it was asked.

import { roll } from '@/lib/sim/dice'
import type { NodeId, Protocol } from '@/lib/sim/protocol'
import { say, send, wait } from '@/lib/sim/protocol'
import {
  type Applied,
  type Client,
  clientOf,
  type Does,
  extra,
  type Here,
  isClient,
  type Messages,
  type Op,
  order,
  type RaftClients,
  type Rule,
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
  return [{ ...s, ops, leader: to }, send(to, 'request', { serial, value: op.value })]
}

/** A first try, or a new one after so long without an answer. */
const again = (s: Client, here: Here): Rule => {
  const [next, ...does] = attempt({ ...s, hops: 0 }, s.leader, here)
  const op = last(next as Client)
  if (!does.length) return [s]
  const why = op!.tries > 1 ? 'asks again' : 'asks'
  const { leader } = next as Client
  const retry = wait('retry', here.options.retry)
  return [next, ...does, retry, say(`n${here.self} ${why} n${leader} for “${op!.value}”`)]
}

/**
 * What a client hears: its command is applied; or whom to ask instead, which it does at once, but
 * not round and round; the next try begins with anybody.
 */
const hear = (s: Client, body: Messages['reply'], from: NodeId, here: Here): Rule => {
  const op = last(s)
  if (op?.to !== null || body.serial !== serialOf(here.self, s.ops.length)) return [s]
  if (!body.place) {
    const { leader } = body
    const hops = s.hops + 1
    const follows = leader && leader !== from && hops < here.roles.server.length
    return follows ? attempt({ ...s, hops }, leader, here) : [{ ...s, leader: 0, hops }]
  }
  const done: Op = { ...op, to: here.clock, outcome: 'ok', place: body.place }
  const text = `n${here.self} is answered: “${op.value}” is command ${body.place}`
  return [{ ...s, ops: [...s.ops.slice(0, -1), done], leader: from }, say(text)]
}

/** A client has one command at a time, so its serial numbers come in order. */
const begin = (s: State, { value }: { readonly value: string }, here: Here): Rule => {
  if (!isClient(s)) return [s, say(`n${here.self} is no client`)]
  if (last(s)?.to === null) return [s, say(`n${here.self} waits already`)]
  const asked = { value, from: here.clock, to: null, outcome: 'unknown' } as const
  return again({ ...s, ops: [...s.ops, { ...asked, place: 0, tries: 0 }] }, here)
}

const placeOf = (applied: Applied, s: Server, serial: string) =>
  applied(s).findIndex((entry) => entry.serial === serial) + 1

/** A leader answers for whatever it has applied just now (§8). */
const answers = (before: Server, after: State, applied: Applied): Does => {
  if (isClient(after) || after.role !== 'leader') return []
  return after.log.slice(before.committed, after.committed).flatMap(({ serial }) => {
    const to = clientOf(serial)
    const reply = { serial, place: placeOf(applied, after, serial), leader: 0 }
    return to ? [send(to, 'reply', reply)] : []
  }) as unknown as Does
}

type AnyRule = (s: Server, ...rest: readonly unknown[]) => Rule
/** A rule of Raft, and the answers that it makes due; clients have no part in it. */
const answering =
  (rule: unknown, applied: Applied) =>
  (s: State, ...rest: readonly unknown[]): Rule => {
    if (isClient(s)) return [s]
    const [after, ...does] = (rule as AnyRule)(s, ...rest)
    return [after, ...does, ...answers(s, after, applied)] as unknown as Rule
  }
const all = <T>(rules: object, applied: Applied) =>
  Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, answering(rule, applied)]),
  ) as T

/**
 * §8: who does not lead says who does; a command that is applied is answered from memory; one that
 * waits in the log is not logged twice in a term.
 */
const request =
  (raft: Protocol<Raft>, applied: Applied): Protocol<RaftClients>['on']['request'] =>
  (s, { serial, value }, from, here) => {
    if (isClient(s)) return [s]
    const place = s.leader === here.self ? placeOf(applied, s, serial) : 0
    const answer = send(from, 'reply', { serial, place, leader: s.leader })
    if (place || s.leader !== here.self) return [s, answer]
    const waits = s.log.some((e) => e.serial === serial && e.term === s.term)
    return waits ? [s] : answering(raft.ask.write, applied)(s, { serial, value }, here)
  }

/** Raft's own commands are asked of servers. */
const onServers = <T extends object>(commands: T): T =>
  Object.fromEntries(
    Object.entries(commands).map(([name, it]) => [name, { ...it, role: 'server' }]),
  ) as T
const asServer = (here: Here) => here as unknown as Parameters<Protocol<Raft>['start']>[0]

/** Raft with its clients, out of Raft and of what a server has carried out. */
export const withClients = (raft: Protocol<Raft>, applied: Applied): Protocol<RaftClients> => ({
  name: 'raft-clients',
  says: 'Raft with clients that find the leader, and retry (Ongaro and Ousterhout 2014, §8).',
  options: { ...raft.options, ...extra },
  commands: { ...onServers(raft.commands), order },
  roles: ['server', 'client'],
  pictures: ['cluster', 'lanes'],
  start: (here) =>
    here.role === 'client' ? [{ ops: [], leader: 0, hops: 0 }] : raft.start(asServer(here)),
  wake: (s, here) => (isClient(s) ? again(s, here) : raft.wake!(s, asServer(here))),
  on: {
    ...all<Protocol<RaftClients>['on']>(raft.on, applied),
    request: request(raft, applied),
    reply: (s, body, from, here) => (isClient(s) ? hear(s, body, from, here) : [s]),
  },
  after: {
    ...all<Protocol<RaftClients>['after']>(raft.after, applied),
    retry: (s, here) => (isClient(s) ? again({ ...s, leader: 0 }, here) : [s]),
  },
  ask: { ...all<Protocol<RaftClients>['ask']>(raft.ask, applied), order: begin },
  face: (s, here) => (isClient(s) ? clientFace(s) : raft.face(s, asServer(here))),
  glyph: (type, body) =>
    clientGlyph(type, body) ?? raft.glyph!(type as keyof Raft['messages'], body),
  facts: (world) => ({ ...raft.facts(servers(world)), ...clientFacts(world) }),
  history,
  ...promisesOf(raft, applied),
})
