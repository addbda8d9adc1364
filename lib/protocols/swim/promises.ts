// What SWIM promises (§4.2): rumours only go forward, each speaks for itself, suspicions end.

import type { NodeId, Promised } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { State, Swim } from './kind'
import { heldOf, newer, own } from './rumours'
import { facts } from './view'

type Look = (is: State, was: State, id: NodeId, type: string, world: World<State>) => unknown
/** A promise that looks at a member before and after an event; it answers whom it is broken for. */
const between = (look: Look): Promised<Swim, { readonly [node: NodeId]: State }> => ({
  first: {},
  then(memo, world, { node: id, type }) {
    const is = world.nodes[id - 1]?.state
    if (!is) return memo
    const about = look(is, memo[id] ?? is, id, type, world)
    return about ? `n${id} breaks it for n${about}` : { ...memo, [id]: is }
  },
})

export const always = {
  'what is held of a member only goes forward': between(
    (is, was) => Object.values(was.known).find((it) => newer(it, heldOf(is, it.about)))?.about,
  ),
  // What is held of a member never goes beyond what it said itself, but for its failing.
  'each outbids what it hears of itself': between(
    ({ known }, _was, id, _type, { nodes }) =>
      Object.values(known).find(
        (it) =>
          (it.about === id || it.status === 'alive') &&
          newer(it, own(nodes[it.about - 1]!.state, it.about)),
      )?.about,
  ),
  'no suspicion outlives its periods': between(
    ({ left }, was, _id, type) =>
      type === 'period' && Object.keys(left).find((other) => left[+other]! >= was.left[+other]!),
  ),
}

export const eventually = {
  'where the failed are tried again, nobody is held failed': (world: World<State>) =>
    !world.options.again || !facts(world).failed[0],
  'nobody is suspected': (world: World<State>) => !facts(world).suspected[0],
}
