// How members are shown, and what is true of them.

import type { Face, Glyph, NodeId } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { Rumour, State, Status } from './kind'
import { heldOf, statusOf } from './rumours'

export const face = (s: State, { self }: { readonly self: NodeId }): Face => {
  const those = (status: Status) =>
    Object.values(s.known)
      .filter((held) => held.about !== self && held.status === status)
      .map(({ about }) => `n${about}`)
      .join(', ')
  const [suspects, failed] = [those('suspect'), those('failed')]
  const asks = s.probe && !s.probe.answered && `asks n${s.probe.target}`
  return {
    word: suspects ? `suspects ${suspects}` : asks || 'member',
    mood: suspects ? 'ill' : asks ? 'busy' : 'calm',
    number: s.incarnation,
    counts: 'incarnation',
    ...(failed && { holds: `without ${failed}` }),
  }
}

/** A message with news is a triangle; one without is routine. */
export const glyph = (
  type: string,
  { target, news, ...body }: { for?: NodeId; target?: NodeId; news: readonly Rumour[] },
): Glyph => ({
  word: target ? `ping n${target}?` : type,
  shape: target ? 'diamond' : news.length ? 'triangle' : 'dot',
  ...(type === 'ack' && { answer: 'yes' }),
  routine: !target && !body.for && !news.length,
})

/** All who are up hold all others to be what they are. */
export const agree = ({ nodes }: World<State>) =>
  nodes.every((n) =>
    nodes.every(
      ({ id, up }) => !n.up || id === n.id || statusOf(n.state, id) === (up ? 'alive' : 'failed'),
    ),
  )

export const facts = (world: World<State>) => {
  const { nodes } = world
  const up = nodes.filter((n) => n.up)
  const down = nodes.filter((n) => !n.up).map((n) => n.id)
  /** How many of those who are up hold that of a member, in the life that it is in. */
  const held = (id: NodeId, status: Status) =>
    up.filter(({ state, id: by }) => {
      const rumour = heldOf(state, id)
      return by !== id && rumour.status === status && rumour.life >= nodes[id - 1]!.state.life
    }).length
  const those = (status: Status) => nodes.filter((n) => held(n.id, status)).map((n) => n.id)
  const failed = those('failed')
  const suspected = those('suspect')
  const victim = down[0] ?? 0
  const informed = victim && held(victim, 'failed')
  const found = up
    .map(({ state }) => (state.found[victim] ?? 0) - (nodes[victim - 1]?.state.periods ?? 0))
    .filter((periods) => periods > 0)
  return {
    down,
    /** Whom somebody who is up suspects, or holds failed; and those of these who are up. */
    suspected,
    failed,
    wronglySuspected: suspected.filter((id) => nodes[id - 1]!.up),
    wronglyFailed: failed.filter((id) => nodes[id - 1]!.up),
    /** The first member that is down; how many hold it failed; 0: nobody. */
    victim,
    informed,
    /** Periods from its crash until somebody’s own probe first found it silent. */
    detectedAfter: found.length ? Math.min(...found) : null,
    agree: agree(world),
    incarnations: nodes.map((n) => n.state.incarnation),
  }
}
