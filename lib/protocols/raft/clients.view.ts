// How clients of Raft and their messages are shown, and what is true of them.

import type { Face, Facts, Glyph, Operation } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { type Client, clientsOf, isClient, type Messages, type State } from './clients.kind'
import type { State as Server } from './kind'

/** The world as it would be without clients. */
export const servers = (world: World<State>): World<Server> =>
  Object.create(world, { nodes: { value: world.nodes.filter((n) => !isClient(n.state)) } })

export const clientFace = ({ ops }: Client): Face => {
  const op = ops[ops.length - 1]
  const waits = op?.to === null
  return {
    word: waits ? (op.tries > 1 ? `asks again (${op.tries})` : 'asks') : 'client',
    mood: waits ? 'busy' : op ? 'proud' : 'calm',
    ...(op && { holds: op.value, number: op.place, counts: 'command' }),
  }
}

type Body = Partial<Messages['request'] & Messages['reply']>
/** What clients and servers say to each other; undefined for what servers say among themselves. */
export const clientGlyph = (type: string, { value, place, leader }: Body): Glyph | undefined => {
  if (type === 'request') return { word: `${value || 'last'}?`, shape: 'triangle' }
  if (type !== 'reply') return undefined
  const good = place || value !== undefined
  const word = good ? 'answer' : leader ? `ask n${leader}` : 'no leader'
  return { word, shape: 'dot', answer: good ? 'yes' : 'no' }
}

export const clientFacts = (world: World<State>): Facts => {
  const ops = clientsOf(world).flatMap((n) => n.state.ops)
  return {
    /** What clients have asked for, and how often in all; and what they were answered. */
    ordered: ops.length,
    requests: ops.reduce((sum, op) => sum + op.tries, 0),
    answered: ops.filter((op) => op.outcome === 'ok').length,
    /** What the last read that was answered returned. */
    lastRead: ops.findLast((op) => op.type === 'read' && op.outcome === 'ok')?.value ?? null,
  }
}

/** What clients saw: each command, and its place among all that were applied; and each read. */
export const history = (world: World<State>): Operation[] =>
  clientsOf(world).flatMap(({ name, state }) =>
    state.ops.map(({ type, value, from, to, outcome, place }) => ({
      ...{ client: name, type, from, to, outcome },
      ...(type === 'read' ? { value: null, result: value } : { value, result: place || null }),
    })),
  )
