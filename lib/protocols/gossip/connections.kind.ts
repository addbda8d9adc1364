// What a site with a connection limit keeps, hears and lets one turn, beside what gossips do.

import type { Here as HereOf, NodeId, Step } from '@/lib/sim/protocol'
import type { Gossip, State as Site, Here as SiteHere } from './kind'

type Calls = {
  /** Whom it has called in this cycle, until one of them took the call. */
  readonly tried: readonly NodeId[]
  /** How many calls it has taken in which of its cycles. */
  readonly served: { readonly cycle: number; readonly count: number }
  // Kept for the record: calls made, and calls taken.
  readonly calls: number
  readonly taken: number
}
export type State = Site & Calls
type Nth = { readonly nth: number }
export type Messages = Gossip['messages'] & {
  /** The nth call of its sender, which is taken or refused. */
  call: Nth
  taken: Nth
  busy: Nth
}

export const extra = {
  limit: { is: 'number', from: 1, to: 1000, step: 1, default: 1, says: 'Calls taken a cycle' },
  hunt: { is: 'number', from: 0, to: 1000, step: 1, default: 0, says: 'Others tried when refused' },
} as const

export type GossipConnections = {
  state: State
  messages: Messages
  timers: Gossip['timers']
  options: Gossip['options'] & typeof extra
  commands: Gossip['commands']
  roles: 'site'
}
export type Here = HereOf<GossipConnections>
export type Rule = Step<GossipConnections>

export const uncalled: Calls = { tried: [], served: { cycle: -1, count: 0 }, calls: 0, taken: 0 }

/** In which of its cycles a site is, by its clock. */
export const cycleOf = (clock: number, every: number) => Math.floor(clock / every)

/** Of gossip: whether a site has anything to do this cycle, and when its next one begins. */
export type Pace = {
  readonly acts: (s: Site, here: SiteHere) => boolean
  readonly next: (here: SiteHere) => { readonly do: 'wait' }
}
