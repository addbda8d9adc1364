// How members are shown, and what is true of them.

import type { Face, Glyph, NodeId } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { Rumour, State, Status } from './kind'
import { statusOf } from './rumours'

export const face = (s: State, { self }: { readonly self: NodeId }): Face => {
  const those = (status: Status) =>
    Object.values(s.known)
      .filter((held) => held.about !== self && held.status === status)
      .map(({ about }) => `n${about}`)
      .join(', ')
  const [suspects, failed] = [those('suspect'), those('failed')]
  const holds = failed && `without ${failed}`
  const asks = s.probe && !s.probe.answered && `asks n${s.probe.target}`
  return {
    word: suspects ? `suspects ${suspects}` : asks || holds || 'member',
    mood: suspects ? 'ill' : asks ? 'busy' : failed ? 'proud' : 'calm',
    number: s.incarnation,
    counts: 'incarnation',
    ...(suspects && { holds }),
  }
}

/** A message with news is a triangle; one without is routine. */
export const glyph = (
  type: string,
  { target, news, ...body }: { for?: NodeId; target?: NodeId; news: readonly Rumour[] },
): Glyph => ({
  word: target ? `ping n${target}?` : news.length ? `${type} with news` : type,
  shape: target ? 'diamond' : news.length ? 'triangle' : 'dot',
  ...(type === 'ack' && { answer: 'yes' }),
  routine: !target && !body.for && !news.length,
})

export const facts = ({ nodes }: World<State>) => {
  const up = nodes.filter((n) => n.up)
  /** How many of those who are up hold that of a member. */
  const held = (about: NodeId, status: Status) =>
    up.filter(({ id, state }) => id !== about && statusOf(state, about) === status).length
  const those = (status: Status) => nodes.map((n) => n.id).filter((id) => held(id, status))
  const wrongly = (ids: readonly NodeId[]) => ids.filter((id) => nodes[id - 1]!.up)
  const [suspected, failed] = [those('suspect'), those('failed')]
  const victim = nodes.find((n) => !n.up)?.id ?? 0
  const end = nodes[victim - 1]?.state.periods ?? 0
  const found = up
    .map(({ state }) => (state.found[victim] ?? 0) - end)
    .filter((periods) => periods > 0)
  return {
    /** Whom somebody who is up suspects, or holds failed; and those of these who are up. */
    suspected,
    failed,
    wronglySuspected: wrongly(suspected),
    wronglyFailed: wrongly(failed),
    /** The first member that is down; how many hold it failed; 0: nobody. */
    victim,
    informed: victim && held(victim, 'failed'),
    /** Periods from its crash until somebody’s own probe first found it silent. */
    detectedAfter: found[0] ? Math.min(...found) : null,
    incarnations: nodes.map((n) => n.state.incarnation),
  }
}
