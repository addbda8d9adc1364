// What must hold of quorums: overlap shows a read what was written before it, and with write-back
// what was read before it.

import type { NodeId, Protocol } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { name, newer, nothing, type Quorum, type State, type Version } from './kind'
import { opsOf, rw } from './view'

/**
 * The newest that a write has ended with (or a read, where reads count), and the newest of those
 * when each operation began. `apart`: it does not apply, or did not for a while.
 */
type Seen = {
  readonly apart: boolean
  readonly newest: Version
  readonly floors: { readonly [client: NodeId]: { readonly nth: number; readonly newest: Version } }
}

/** Looks at the last two operations of a client: one may end and the next begin at one event. */
const watch = (memo: Seen, world: World<State>, id: NodeId, reads: boolean): Seen | string => {
  const { n, r, w } = rw(world)
  const applies = r + w > n && (!reads || world.options.writeBack)
  if (memo.apart || !applies) return memo.apart ? memo : { ...memo, apart: true }
  const ops = world.nodes[id - 1]?.state.ops ?? []
  let { newest, floors } = memo
  for (let nth = Math.max(0, ops.length - 2); nth < ops.length; nth++) {
    const { type, to, outcome, version } = ops[nth]!
    const floor = floors[id]
    if ((reads || type === 'write') && outcome === 'ok' && newer(version, newest)) newest = version
    if (floor && floor.nth > nth) continue
    // The first of a workload began at the start, before anything was written.
    const then = nth === 0 && world.options.pairs ? nothing : newest
    if (to === null && floor?.nth !== nth) floors = { ...floors, [id]: { nth, newest: then } }
    const looked = type === 'read' || world.options.looks
    if (looked && outcome === 'ok' && floor?.nth === nth && newer(floor.newest, version)) {
      const did = type === 'read' ? 'read' : 'wrote'
      return `n${id} ${did} ${name(version)} after ${name(floor.newest)}`
    }
  }
  return newest === memo.newest && floors === memo.floors ? memo : { ...memo, newest, floors }
}

const first: Seen = { apart: false, newest: nothing, floors: {} }

export const always: Protocol<Quorum>['always'] = {
  'while R + W > N, no read misses a write that ended before it': {
    first,
    then: (memo: Seen, world, event) => watch(memo, world, event.node, false),
  },
  'while reads write back, none is older than one before': {
    first,
    then: (memo: Seen, world, event) => watch(memo, world, event.node, true),
  },
}

export const eventually: Protocol<Quorum>['eventually'] = {
  'no operation waits': (world) => opsOf(world).every((op) => op.to !== null),
}
