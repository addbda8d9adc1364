// How calls are shown, what is true of them, and what they promise.

import type { Facts, Glyph, NodeId, Promised } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { cycleOf, type GossipConnections, type State } from './connections.kind'

const words = {
  call: { word: 'call', shape: 'diamond' },
  taken: { word: 'taken', shape: 'dot', answer: 'yes' },
  busy: { word: 'busy', shape: 'dot', answer: 'no' },
} as const
/** A call and its answer; undefined for what gossips say. */
export const glyphOf = (type: string): Glyph | undefined =>
  Object.hasOwn(words, type) ? { ...words[type as keyof typeof words], routine: true } : undefined

export const factsOf = ({ nodes }: World<State>): Facts => {
  const sum = (of: (s: State) => number) => nodes.reduce((all, n) => all + of(n.state), 0)
  /** Calls made, and calls taken, in all. */
  return { calls: sum((s) => s.calls), taken: sum((s) => s.taken) }
}

type Counted = { readonly cycle: number; readonly taken: number; readonly count: number }
/** Counted apart from the site’s own count: by its clock, and by how many it has taken. */
const limited: Promised<GossipConnections, { readonly [site: NodeId]: Counted }> = {
  first: {},
  then(memo, { nodes, options }, { node: id }) {
    const n = nodes[id - 1]
    const was = memo[id] ?? { cycle: -1, taken: 0, count: 0 }
    if (!n?.state || n.state.taken === was.taken) return memo
    const { taken } = n.state
    const cycle = cycleOf(n.clock, options.every as number)
    const count = taken - was.taken + (cycle === was.cycle ? was.count : 0)
    return count > (options.limit as number)
      ? `n${id} takes ${count} calls in one cycle`
      : { ...memo, [id]: { cycle, taken, count } }
  },
}

export const alwaysWith = { 'nobody takes more calls a cycle than its limit': limited }
