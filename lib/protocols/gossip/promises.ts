// What gossip promises: nothing goes back, nothing is counted twice, and copies end the same.

import type { NodeId, Promised } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { own } from '@/lib/values/own'
import { type Gossip, later, type State } from './kind'
import { facts, some } from './view'

const forward: Promised<Gossip, { readonly [site: NodeId]: State }> = {
  first: {},
  then(before, { nodes }, { node: id }) {
    const is = nodes[id - 1]?.state
    const was = before[id] ?? is
    if (!is || !was) return before
    const back = Object.keys(was.entries).find((key) =>
      later(was.entries[key]!, own(is.entries, key)),
    )
    return back === undefined ? { ...before, [id]: is } : `n${id} goes back on ${back}`
  },
}

/** Each site knows its own share; as long as shares were never added, nobody may count more. */
const once: Promised<Gossip, boolean> = {
  first: false,
  then(naive, { nodes, options }, { node: id }) {
    const sold = nodes[id - 1]?.state.sold ?? {}
    if (naive || options.merge === 'sum') return true
    const more = Object.keys(sold).find((by) => !(sold[by]! <= nodes[+by - 1]!.state.sold[by]!))
    return more ? `n${id} counts too many seats of n${more}` : false
  },
}

export const always = {
  'what a site knows only goes forward': forward,
  'unless shares are added, no seat is counted twice': once,
}

export const eventually = {
  'rumours that are to end die out': ({ nodes, options }: World<State>) =>
    options.stops === 'never' || !nodes.some((n) => some(n.state.hot)),
  'anti-entropy makes all copies the same': (world: World<State>) =>
    !(world.options.repair || world.options.stops === 'never') || facts(world).same,
  'unless shares are added, all count the same': (world: World<State>) =>
    world.options.merge === 'sum' || facts(world).counted,
}
