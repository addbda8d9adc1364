// What must always hold of Paxos (§2.1): only what was proposed is chosen, only one value is
// chosen, and nobody believes in another.

import type { NodeId, Protocol } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { Paxos, State } from './index'
import { acceptors, proposers } from './view'

/** Who has ever accepted under each number, and what was chosen. */
type Chosen = {
  readonly by: { readonly [n: number]: readonly NodeId[] }
  readonly value: string
}

/** A value is chosen when a majority has accepted it under one number, at whatever times. */
const choose = (memo: Chosen, world: World<State>, id: NodeId): Chosen | string => {
  const accepted = world.nodes[id - 1]?.state.accepted
  const before = accepted ? (memo.by[accepted.n] ?? []) : []
  if (!accepted || before.includes(id)) return memo
  const now = [...before, id]
  const by = { ...memo.by, [accepted.n]: now }
  if (now.length * 2 <= acceptors(world).length) return { ...memo, by }
  if (memo.value && memo.value !== accepted.value)
    return `${accepted.value} is chosen under ${accepted.n}, after ${memo.value}`
  return { by, value: accepted.value }
}

const watched = (memo: Chosen, world: World<State>, id: NodeId): Chosen | string => {
  const next = choose(memo, world, id)
  const learned = world.nodes[id - 1]?.state.learned
  if (typeof next === 'string' || !learned || learned === next.value) return next
  return `n${id} believes that ${learned} is chosen, but it is ${next.value || 'nothing yet'}`
}

export const always: Protocol<Paxos>['always'] = {
  'one value is chosen, and nobody learns another': {
    first: { by: {}, value: '' },
    then: (memo: Chosen, world, event) => watched(memo, world, event.node),
  },
  'only what was proposed is accepted': {
    first: null,
    then(_memo: null, world, event) {
      const value = world.nodes[event.node - 1]?.state.accepted?.value
      const known = !value || proposers(world).some((p) => p.state.wants === value)
      return known ? null : `nobody has proposed ${value}`
    },
  },
}

export const eventually: Protocol<Paxos>['eventually'] = {
  'whoever proposed something learns what is chosen': (world) =>
    proposers(world).every((p) => !p.state.wants || p.state.learned),
}
