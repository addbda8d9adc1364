// What SWIM promises (§4.2): rumours only go forward, each speaks for itself, suspicions end.

import type { NodeId, Promised } from '@/lib/sim/protocol'
import type { Event, World, WorldNode } from '@/lib/sim/world'
import type { State, Swim } from './kind'
import { heldOf, newer, own } from './rumours'
import { agree } from './view'

type Look<M> = (
  memo: M | undefined,
  node: WorldNode<State>,
  event: Event,
  world: World<State>,
) => M | string
/** A promise about whoever an event is about, with a memo for each. */
const ofNode = <M>(look: Look<M>): Promised<Swim, { readonly [node: NodeId]: M }> => ({
  first: {},
  then(memo, world, event) {
    const node = world.nodes[event.node - 1]
    const next = node && look(memo[node.id], node, event, world)
    if (typeof next === 'string') return next
    return next === undefined || next === memo[node!.id] ? memo : { ...memo, [node!.id]: next }
  },
})

const forward = ofNode<State['known']>((before = {}, { id, state }) => {
  if (state.known === before) return before
  const back = Object.values(before).find((was) => newer(was, heldOf(state, was.about)))
  return back ? `n${id} takes back that n${back.about} is ${back.status}` : state.known
})

/** What is held of a member never goes beyond what it said itself, but for its failing. */
const ownVoice = ofNode<State['known']>((before = {}, { id, state: { known } }, _, { nodes }) => {
  if (known === before) return before
  const wrong = Object.values(known).find(
    (held) =>
      (held.about === id || held.status === 'alive') &&
      newer(held, own(nodes[held.about - 1]!.state, held.about)),
  )
  if (!wrong) return known
  return `n${id} holds n${wrong.about} ${wrong.status}, and n${wrong.about} has not answered that`
})

/** Counts the periods of whoever suspects, so that pauses and drifts count for nothing. */
const ending = ofNode<{ readonly [suspicion: string]: number }>(
  (before = {}, { id, state, up }, { kind, type }, { options }) => {
    if (!up || kind === 'wake') return {}
    if (type !== 'period') return before
    const waiting: { [suspicion: string]: number } = {}
    for (const { about, status, life, incarnation } of Object.values(state.known)) {
      const name = `${about} ${life} ${incarnation}`
      if (status !== 'suspect' || about === id) continue
      const periods = (before[name] ?? 0) + 1
      waiting[name] = periods
      if (periods > (options.patience as number))
        return `n${id} has suspected n${about} for ${periods} periods`
    }
    return waiting
  },
)

export const always = {
  'what a member holds of another only goes forward': forward,
  'each member speaks for itself, and outbids what it hears': ownVoice,
  'no suspicion outlives its periods': ending,
}

export const eventually = {
  'where failed members are tried again, all hold all alive': (world: World<State>) =>
    !world.options.again || agree(world),
  'no suspicion is open': ({ nodes }: World<State>) =>
    nodes.every((n) => Object.keys(n.state.left).length === 0),
}
