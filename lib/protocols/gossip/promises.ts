// What gossip promises: nothing goes back, nothing is counted twice, and copies end the same.

import type { NodeId, Promised } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { gCounter } from '@/lib/values/g-counter'
import { sameJson } from '@/lib/values/json-text'
import { type Gossip, later, type State } from './kind'

type Before = { readonly [site: NodeId]: State }

const forward: Promised<Gossip, Before> = {
  first: {},
  then(before, { nodes }, { node: id }) {
    const [was, is] = [before[id], nodes[id - 1]?.state]
    if (!is || was === is) return before
    for (const [key, entry] of Object.entries(was?.entries ?? {}))
      if (!is.entries[key] || later(entry, is.entries[key])) return `n${id} goes back on ${key}`
    const less = Object.keys(was?.sold ?? {}).find((by) => (is.sold[by] ?? 0) < was!.sold[by]!)
    return less ? `n${id} forgets what n${less} sold` : { ...before, [id]: is }
  },
}

/** Each site knows its own share; as long as shares were never added, nobody may count more. */
const once: Promised<Gossip, boolean> = {
  first: false,
  then(naive, { nodes, options }, { node: id }) {
    if (naive || options.merge === 'sum') return true
    const sold = nodes[id - 1]?.state.sold ?? {}
    const more = Object.keys(sold).find((by) => sold[by]! > (nodes[+by - 1]!.state.sold[by] ?? 0))
    return more ? `n${id} counts ${sold[more]} seats for n${more}` : false
  },
}

export const always = {
  'what a site knows only goes forward': forward,
  'no seat is counted twice, unless shares are added': once,
}

export const eventually = {
  'rumours die out, where they are to end': ({ nodes, options }: World<State>) =>
    options.stops === 'never' || nodes.every((n) => Object.keys(n.state.hot).length === 0),
  'with anti-entropy all copies are the same': ({ nodes, options }: World<State>) =>
    !(options.repair || options.stops === 'never') ||
    nodes.every((n) => sameJson(n.state.entries, nodes[0]!.state.entries)),
  'all count the same, unless shares are added': ({ nodes, options }: World<State>) =>
    options.merge === 'sum' || new Set(nodes.map((n) => gCounter.value(n.state.sold))).size <= 1,
}
