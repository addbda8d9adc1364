// Gossips over connections that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { uncalled } from './connections.kind'
import { withConnections } from './gossip-connections'
import * as whole from './index'

const sound = withConnections(whole.gossip, whole)
const { on, after } = sound
const mutant = (change: Partial<typeof sound>) => ({ ...sound, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'takes-every-call': mutant({
    on: {
      ...on,
      call: (s, body, from, here) => on.call({ ...s, served: uncalled.served }, body, from, here),
    },
  }),
  /** Whoever is refused falls silent for good, and so never learns that nobody cares. */
  'gives-up-when-refused': mutant({
    on: { ...on, busy: (s) => [s, { do: 'stop', timer: 'cycle' }] },
  }),
  /** The counters of the last cycle are never looked at. */
  'never-loses-interest': mutant({
    after: { ...after, cycle: (s, here) => after.cycle({ ...s, back: {} }, here) },
  }),
}
