// Gossip over connections that are limited (Demers et al. 1987 §1.4, Connection Limit and Hunting):
// a site takes so many calls a cycle and refuses the rest; who is refused may hunt for others. Made
// out of gossip, whose rules do not change: only when a site may speak does. On its own, because
// the call, its answer and the hunt would not fit beside gossip, and gossip without a limit, which
// the articles show, has no use for them.

import { pick } from '@/lib/sim/dice'
import { type Protocol, send } from '@/lib/sim/protocol'
import {
  cycleOf,
  extra,
  type GossipConnections,
  type Here,
  type Pace,
  type Rule,
  type State,
  uncalled,
} from './connections.kind'
import { alwaysWith, factsOf, glyphOf } from './connections.view'
import type { Gossip, Here as SiteHere } from './kind'

const asSite = (here: Here, peers = here.peers) => ({ ...here, peers }) as unknown as SiteHere

/** Calls somebody whom it has not called in this cycle. */
const attempt = (s: State, here: Here): Rule => {
  const to = pick({ dice: here.dice, peers: here.peers.filter((id) => !s.tried.includes(id)) })
  const nth = s.calls + 1
  return to ? [{ ...s, tried: [...s.tried, to], calls: nth }, send(to, 'call', { nth })] : [s]
}

type Effects = Rule extends readonly [State, ...(infer E)[]] ? readonly E[] : never
/** Gossip’s own step; of a site that has its state from here, so nothing of it is lost. */
const own = (step: readonly [object, ...unknown[]]) => step as unknown as Rule

type Hears = Protocol<GossipConnections>['on']

/** §1.4: takes as many calls a cycle as its limit. */
const call: Hears['call'] = (s, { nth }, from, here) => {
  const { every, limit } = here.options
  const cycle = cycleOf(here.clock, every)
  const count = s.served.cycle === cycle ? s.served.count : 0
  if (count >= limit) return [s, send(from, 'busy', { nth })]
  const after = { ...s, served: { cycle, count: count + 1 }, taken: s.taken + 1 }
  return [after, send(from, 'taken', { nth })]
}

/** Who is heard acts as gossip does, with the one who took the call for its partner. */
const taken =
  (gossip: Protocol<Gossip>): Hears['taken'] =>
  (s, { nth }, from, here) => {
    if (nth !== s.calls || !s.tried.includes(from)) return [s]
    const [after, ...does] = own(gossip.after.cycle(s, asSite(here, [from])))
    const says = (does as Effects).filter((it) => it.do !== 'wait')
    return [{ ...after, tried: [] }, ...says] as unknown as Rule
  }

/**
 * §1.4, Hunting: who is refused tries others, so many. A refused call is no contact: it is
 * neither useful nor useless, and nothing was sent.
 */
const busy: Hears['busy'] = (s, { nth }, from, here) =>
  nth === s.calls && s.tried.includes(from) && s.tried.length <= here.options.hunt
    ? attempt(s, here)
    : [s]

/** Gossip with connection limits, out of gossip and of when its sites act. */
export const withConnections = (
  gossip: Protocol<Gossip>,
  { acts, next }: Pace,
): Protocol<GossipConnections> => ({
  ...(gossip as unknown as Protocol<GossipConnections>),
  name: 'gossip-connections',
  says: 'Gossip over limited connections, with hunting (Demers et al. 1987, §1.4).',
  options: { ...gossip.options, ...extra },
  start(here) {
    const [s, ...does] = own(gossip.start(asSite(here)))
    return [{ ...s, ...uncalled }, ...does] as unknown as Rule
  },
  on: {
    ...(gossip.on as unknown as Hears),
    call,
    taken: taken(gossip),
    busy,
  },
  after: {
    ...(gossip.after as unknown as Protocol<GossipConnections>['after']),

    /** What the last cycle was good for counts; then a call, and whatever comes of it. */
    cycle(before, here) {
      const [s] = own(gossip.after.cycle(before, asSite(here, [])))
      if (!acts(s, asSite(here))) return [s]
      const [after, ...does] = attempt({ ...s, tried: [] }, here)
      return [after, ...does, next(asSite(here))] as unknown as Rule
    },
  },
  glyph: (type, body) => glyphOf(type) ?? gossip.glyph!(type as keyof Gossip['messages'], body),
  facts: (world) => ({ ...gossip.facts(world as never), ...factsOf(world) }),
  always: { ...gossip.always, ...alwaysWith },
})
