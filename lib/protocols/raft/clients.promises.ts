// What Raft with clients promises (§8): its own promises, and that each command is applied once.

import type { NodeId, Promised, Protocol } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { Applied, RaftClients, State } from './clients.kind'
import { clientOf, clientsOf, isClient, serialOf } from './clients.kind'
import type { Raft, State as Server } from './kind'

const nobody: Server = {
  ...{ role: 'follower', term: 0, votedFor: 0, log: [], committed: 0, leader: 0, since: 0 },
  ...{ votes: [], refusals: [], next: {}, match: {}, stood: 0, asked: [] },
}
/** In Raft's own promises a client is a server that never was up. */
const withoutClients = (world: World<State>): World<Server> => {
  const nodes = world.nodes.map((n) => (isClient(n.state) ? { ...n, up: false, state: nobody } : n))
  return Object.create(world, { nodes: { value: nodes } })
}

/** All that was applied so far, the newest place that was answered, and that when each asked. */
type Seen = {
  readonly done: readonly string[]
  readonly newest: number
  readonly floors: { readonly [client: NodeId]: { readonly nth: number; readonly newest: number } }
}

const serverSeen = (seen: Seen, s: Server, applied: Applied, world: World<State>) => {
  if (s.committed <= seen.done.length) return seen
  const done = applied(s).map(({ serial }) => serial)
  const often = clientsOf(world).find(
    ({ id, state }) => done.filter((it) => clientOf(it) === id).length > state.ops.length,
  )
  return often ? `a command of n${often.id} is applied again` : { ...seen, done }
}

const once = (applied: Applied): Promised<RaftClients, Seen> => ({
  first: { done: [], newest: 0, floors: {} },
  then(seen, world, { node: id }) {
    const state = world.nodes[id - 1]?.state
    if (!state) return seen
    if (!isClient(state)) return serverSeen(seen, state, applied, world)
    const nth = state.ops.length
    const op = state.ops[nth - 1]
    const floor = seen.floors[id]
    if (!op) return seen
    if (op.to === null) {
      if (floor?.nth === nth) return seen
      return { ...seen, floors: { ...seen.floors, [id]: { nth, newest: seen.newest } } }
    }
    if (seen.done[op.place - 1] !== serialOf(id, nth)) return `n${id} is answered for nothing`
    if (floor?.nth === nth && op.place <= floor.newest) return `n${id} comes before who came before`
    return op.place > seen.newest ? { ...seen, newest: op.place } : seen
  },
})

/** The promises of Raft among its servers, and those to its clients. */
export const promisesOf = (raft: Protocol<Raft>, applied: Applied) => {
  const own = Object.entries(raft.always!).map(([sentence, { first, then }]) => {
    const among: Promised<RaftClients> = {
      first,
      then: (memo, world, event) =>
        world.nodes[event.node - 1]?.role === 'client'
          ? memo
          : then(memo, withoutClients(world), event),
    }
    return [sentence, among] as const
  })
  const ends = Object.entries(raft.eventually!).map(
    ([sentence, holds]) =>
      [sentence, (world: World<State>) => holds(withoutClients(world))] as const,
  )
  return {
    always: {
      ...Object.fromEntries(own),
      'a command is applied once, and answered with its place in the order of asking':
        once(applied),
    },
    eventually: {
      ...Object.fromEntries(ends),
      'every command is answered': (world: World<State>) =>
        clientsOf(world).every((n) => n.state.ops.every((op) => op.to !== null)),
    },
  }
}
