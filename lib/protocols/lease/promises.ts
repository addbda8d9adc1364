// What must hold of leases: tokens tell holders apart, and with them nobody writes too late.

import type { Millis, NodeId, Protocol } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { type Lease, last, type State } from './kind'
import { holds } from './view'

type Fence = { readonly off: boolean; readonly written: number }

/** Whether two clocks have gone on at rates further apart than allowed; what they showed when. */
type Parting = { readonly apart: boolean; readonly at: Millis; readonly clocks: readonly Millis[] }

/** Looks at the clocks again; within a millisecond the rest of a division would say too much. */
const parting = (memo: Parting, { at, nodes, options }: World<State>): Parting => {
  const gone = at - memo.at
  if (gone < 1) return memo
  const clocks = nodes.map(({ clock }) => clock)
  const rates = memo.clocks.length ? clocks.map((it, i) => (it - memo.clocks[i]!) / gone) : [1]
  const apart = Math.max(...rates) / Math.min(...rates) > 1 + Number(options.uncertainty) / 100
  return { apart: memo.apart || apart, at, clocks }
}

const stores = (world: World<State>) => world.nodes.filter((n) => n.role === 'store')

export const always: Protocol<Lease>['always'] = {
  'with fencing what a newer token wrote stays': {
    first: { off: false, written: 0 },
    then(memo: Fence, world) {
      if (memo.off) return memo
      if (!world.options.fencing) return { ...memo, off: true }
      const written = stores(world)[0]?.state.written ?? 0
      if (written < memo.written) return `token ${written} wrote after ${memo.written}`
      return written === memo.written ? memo : { ...memo, written }
    },
  },
  'with clocks as assumed, a lease ends for its holder first': {
    first: { apart: false, at: 0, clocks: [] },
    then(memo: Parting, world, { kind, type }) {
      const now = parting(memo, world)
      if (now.apart || (kind === 'line' && type === 'bump')) return { ...now, apart: true }
      const lock = world.nodes.find((n) => n.role === 'lock')?.state
      const late = world.nodes.find((n) => {
        const mine = lock?.holder.client === n.id && lock.token === last(n.state)?.token
        return holds(n) && !mine
      })
      return late ? `n${late.id} counts on a lease that has ended` : now
    },
  },
  'no token is lent twice': {
    first: {},
    then(memo: { readonly [token: number]: NodeId }, world, event) {
      const n = world.nodes[event.node - 1]
      if (n?.role !== 'lock') return memo
      const { token, holder } = n.state
      if (!holder.client || memo[token] === holder.client) return memo
      return memo[token] ? `token ${token} is lent to two` : { ...memo, [token]: holder.client }
    },
  },
}

export const eventually: Protocol<Lease>['eventually'] = {
  'every write ends': (world) =>
    world.nodes.every((n) => n.state.jobs.every((job) => job.to !== null)),
  'the lock is free again': (world) => world.nodes.every((n) => !n.state.holder.client),
}
