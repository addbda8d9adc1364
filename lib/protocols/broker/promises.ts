// What must hold of a broker: at most once nothing is handled twice, at least once nothing is lost.

import type { NodeId, Protocol } from '@/lib/sim/protocol'
import type { WorldNode } from '@/lib/sim/world'
import { type Broker, fresh, type Item, type State } from './kind'
import { of } from './view'

/** All that was ever handled: what, what by whom, and how often each consumer had by now. */
type Handled = {
  readonly ids: Set<string>
  readonly each: Set<string>
  readonly counts: Map<NodeId, number>
  all: number
}
type Seen = { readonly other: boolean; readonly handled?: Handled }

/** One run's own, and it grows: to count everything anew at each event would take ever longer. */
const handledBy = (node: WorldNode<State> | undefined, before?: Handled): Handled => {
  const handled = before ?? { ids: new Set(), each: new Set(), counts: new Map(), all: 0 }
  if (node?.role !== 'consumer') return handled
  const { id: by, state } = node
  for (const id of state.done.slice(handled.counts.get(by))) {
    handled.ids.add(id)
    handled.each.add(`${id} ${by}`)
    handled.all++
  }
  handled.counts.set(by, state.done.length)
  return handled
}

/** What is no longer there, in the order of before; what stays is still in that order. */
const left = (before: readonly Item[], now: readonly Item[]) => {
  let at = 0
  return before.filter(({ id }) => {
    const stays = now[at]?.id === id
    if (stays) at++
    return !stays
  })
}

/** Whether a broker has let go of something that it accepted, and nobody has handled it. */
const loses = (before: State, { accepted, items, dead }: State, { ids }: Handled) =>
  [
    ...accepted.slice(before.accepted.length),
    ...[...left(before.items, items), ...left(before.dead, dead)].map(({ id }) => id),
  ].some((id) => !ids.has(id) && ![items, dead].some((all) => all.findLast((it) => it.id === id)))

type Kept = Seen & { readonly brokers: { readonly [id: NodeId]: State } }

export const always: Protocol<Broker>['always'] = {
  'at most once, nothing is handled twice': {
    first: { other: false },
    then(memo: Seen, { nodes, options: { delivery, fanOut } }, { node }) {
      if (memo.other || delivery !== 'at most once') return { other: true }
      const handled = handledBy(nodes[node - 1], memo.handled)
      const again = handled.all - handled[fanOut ? 'each' : 'ids'].size
      return again ? `${again} of the messages were handled again` : { other: false, handled }
    },
  },
  'at least once, nothing that was accepted is lost': {
    first: { other: false, brokers: {} },
    then(memo: Kept, world, { node: id }) {
      const { nodes, options } = world
      const other = options.delivery !== 'at least once' || !of(world, 'consumer')[0]
      if (memo.other || other) return { ...memo, other: true }
      const node = nodes[id - 1]
      const handled = handledBy(node, memo.handled)
      if (node?.role !== 'broker') return { ...memo, handled }
      const before = memo.brokers[id] ?? fresh
      if (loses(before, node.state, handled)) return 'a message is gone, and nobody has handled it'
      return { ...memo, handled, brokers: { ...memo.brokers, [id]: node.state } }
    },
  },
}

export const eventually: Protocol<Broker>['eventually'] = {
  'at least once, everything is handled or set aside': (world) =>
    world.options.delivery !== 'at least once' ||
    world.options.attempts === 0 ||
    of(world, 'consumer').length === 0 ||
    world.nodes.every((n) => !n.state.pending.length && !n.state.items.length),
}
