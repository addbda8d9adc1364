// What Raft with clients promises (§8): its own promises, and that each command is applied once.

import type { NodeId, Promised, Protocol } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { Applied, Op, RaftClients, State } from './clients.kind'
import { clientOf, clientsOf, isClient, serialOf } from './clients.kind'
import type { Raft, State as Server } from './kind'

/** All of a server that Raft's promises look at. */
const nobody = { role: 'follower', term: 0, log: [], committed: 0, leader: 0 } as unknown as Server
/** In Raft's own promises a client is a server that never was up. */
const withoutClients = (world: World<State>): World<Server> => {
  const nodes = world.nodes.map((n) => (isClient(n.state) ? { ...n, up: false, state: nobody } : n))
  return Object.create(world, { nodes: { value: nodes } })
}

type Command = ReturnType<Applied>[number]
/** All that was applied anywhere so far, and how much that was when each client last asked. */
type Seen = {
  readonly committed: number
  readonly done: readonly Command[]
  readonly floors: { readonly [client: NodeId]: { readonly nth: number; readonly place: number } }
}

const serverSeen = (seen: Seen, s: Server, applied: Applied, world: World<State>) => {
  const { committed } = s
  if (committed <= seen.committed) return seen
  const done = applied(s)
  const often = clientsOf(world).find(
    ({ id, state }) =>
      done.filter(({ serial }) => clientOf(serial) === id).length > state.ops.length,
  )
  return often ? `a command of n${often.id} is applied again` : { ...seen, committed, done }
}

/** What is wrong with an answer, given how much was applied before it was asked. */
const wrong = ({ type, value, place }: Op, serial: string, done: Seen['done'], floor: number) => {
  const there = done[place - 1]
  const reads = type === 'read'
  const is = reads ? (there?.value ?? '') === value : there?.serial === serial
  if (!is) return 'is answered wrongly'
  return place < floor || (place === floor && !reads) ? 'is answered from the past' : undefined
}

/**
 * Places are one order of all commands; a read stands after the last that it saw. If nothing is
 * placed before what was applied when it was asked, and so before what was answered by then, that
 * order is true to real time: it is linearizable (Herlihy and Wing 1990).
 */
const once = (applied: Applied): Promised<RaftClients, Seen> => ({
  first: { committed: 0, done: [], floors: {} },
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
      return { ...seen, floors: { ...seen.floors, [id]: { nth, place: seen.done.length } } }
    }
    const says = wrong(op, serialOf(id, nth), seen.done, floor?.nth === nth ? floor.place : 0)
    return says ? `n${id} ${says}` : seen
  },
})

/** The promises of Raft among its servers, and those to its clients. */
export const promisesOf = (raft: Protocol<Raft>, applied: Applied) => {
  const own = Object.entries(raft.always!).map(([sentence, { first, then }]) => {
    // They look at what has changed; so does this, which makes a world for them each time.
    const among: Promised<RaftClients, { memo: unknown; states: { [id: NodeId]: State } }> = {
      first: { memo: first, states: {} },
      then(seen, world, event) {
        const { node: id } = event
        const state = world.nodes[id - 1]?.state
        if (!state || isClient(state) || state === seen.states[id]) return seen
        const memo = then(seen.memo, withoutClients(world), event)
        return typeof memo === 'string' ? memo : { memo, states: { ...seen.states, [id]: state } }
      },
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
      'a command is applied once, and all answers are linearizable': once(applied),
    },
    eventually: {
      ...Object.fromEntries(ends),
      'every command is answered': (world: World<State>) =>
        clientsOf(world).every((n) => n.state.ops.every((op) => op.to !== null)),
    },
  }
}
