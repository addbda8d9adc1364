// SWIM: Scalable Weakly-consistent Infection-style Process Group Membership (Das, Gupta and
// Motivala 2002): who is in the group, by probes, suspicions, and news that rides on both.

import { deal, roll, shuffle } from '@/lib/sim/dice'
import { type NodeId, type Protocol, say, send, wait } from '@/lib/sim/protocol'
import { type Here, type Messages, options, type Rule, type State, type Swim } from './kind'
import { always, eventually } from './promises'
import { believe, carry, chain, hear, heldOf, own, statusOf } from './rumours'
import { face, facts, glyph } from './view'

export type { State } from './kind'

type Says<T extends keyof Messages> = Omit<Messages[T], 'news'>
/** A message with as much news as it may carry. */
const tell =
  <T extends keyof Messages>(
    to: NodeId,
    type: T,
    body: Says<T>,
    here: Here,
    refuted?: boolean,
  ): Rule =>
  (before) => {
    const [s, news] = carry(before, to, here, refuted)
    return [s, send(to, type, { ...body, news }) as never]
  }

/** §3.1: a member that answered neither directly nor through helpers is suspected, or failed. */
const judge =
  (here: Here): Rule =>
  (s) => {
    if (!s.probe || s.probe.answered) return [s]
    const { target } = s.probe
    const held = heldOf(s, target)
    if (held.status === 'failed') return [s]
    const status = here.options.suspicion ? 'suspect' : 'failed'
    const found = held.status === 'alive' ? { ...s.found, [target]: s.periods } : s.found
    return believe({ ...s, found }, { ...held, status }, here, ': no answer')
  }

/** §4.2: a suspicion that was not refuted in its time becomes a failure. */
const confirm =
  (id: string, here: Here): Rule =>
  (s) => {
    const periods = s.left[+id]! - 1
    if (periods > 0) return [{ ...s, left: { ...s.left, [id]: periods } }]
    return believe(s, { ...heldOf(s, +id), status: 'failed' }, here, ' has not refuted')
  }

/** §4.3: through all members in random order, then in another; or (§3.1) anyone, by chance. */
const choose = (s: State, here: Here): readonly [State, NodeId] => {
  const { again, inTurn } = here.options
  const lives = (id: NodeId) => statusOf(s, id) !== 'failed'
  const those = (is: boolean) =>
    shuffle(
      here.dice,
      here.peers.filter((id) => lives(id) === is),
    )
  const failed = again && s.periods % again === 0 && those(false)[0]
  if (failed) return [s, failed]
  const rest = inTurn ? s.order.filter(lives) : []
  const [target = 0, ...order] = rest[0] ? rest : those(true)
  return [{ ...s, order }, target]
}

/** §3.1: the next probe, of whoever is next. */
const probe =
  (here: Here): Rule =>
  (s) => {
    const nth = s.periods + 1
    const [next, target] = choose({ ...s, periods: nth, probe: null }, here)
    if (!target) return [next]
    const probing = { ...next, probe: { target, nth, answered: false } }
    const [after, ...does] = tell(target, 'ping', { nth, for: 0 }, here)(probing)
    return [after, ...does, wait('timeout', here.options.timeout)]
  }

const fresh: Omit<State, 'order'> = {
  life: 0,
  incarnation: 0,
  known: {},
  news: [],
  left: {},
  probe: null,
  periods: 0,
  found: {},
}

/** Members begin their periods at different moments, unless all are to begin together. */
const first = ({ options: { period, together }, dice }: Here) =>
  wait('period', period * (together ? 1 : Math.max(0.001, roll(dice, 999))))

export const swim: Protocol<Swim> = {
  name: 'swim',
  says: 'Membership by probes and rumours: SWIM (Das, Gupta and Motivala 2002).',
  options,
  commands: {},
  roles: ['member'],
  pictures: ['cluster', 'lanes'],

  start: (here) => [{ ...fresh, order: shuffle(here.dice, here.peers) }, first(here)],

  /** What it knew is on disk; it comes back in a new life, and that is news. */
  wake(before, here) {
    const { known, left, periods, found } = before
    const order = shuffle(here.dice, here.peers)
    const s: State = { ...fresh, known, left, periods, found, order, life: before.life + 1 }
    return [{ ...s, news: [{ rumour: own(s, here.self), told: 0 }] }, first(here)]
  },

  on: {
    ping(s, { nth, for: by, news }, from, here) {
      const refuted = news.some(({ about, status }) => about === here.self && status !== 'alive')
      return chain(s, hear(news, here), tell(from, 'ack', { nth, for: by }, here, refuted))
    },

    /** An answer to one’s own probe, or to one made for another, who is told. */
    ack(before, { nth, for: by, news }, from, here) {
      if (by && by !== here.self)
        return chain(before, hear(news, here), tell(by, 'ack', { nth, for: by }, here))
      const [s, ...does] = hear(news, here)(before)
      const { probe } = s
      if (probe?.nth !== nth || probe.answered) return [s, ...does]
      const next = { ...s, probe: { ...probe, answered: true } }
      if (from === probe.target) return [next, ...does]
      return [next, ...does, say(`n${here.self} hears of n${probe.target} through n${from}`)]
    },

    /** §3.1: a helper pings in the name of whoever got no answer. */
    pingReq: (s, { nth, target, news }, from, here) =>
      chain(s, hear(news, here), tell(target, 'ping', { nth, for: from }, here)),
  },

  after: {
    /** §3.1: a period begins: what has come of suspicions and of the last probe, and the next. */
    period: (s, here) =>
      chain(
        s,
        ...Object.keys(s.left).map((id) => confirm(id, here)),
        judge(here),
        probe(here),
        (now) => [now, wait('period', here.options.period)],
      ),

    /** §3.1: no direct answer: k others are asked to try. */
    timeout(s, here) {
      if (!s.probe || s.probe.answered) return [s]
      const { target, nth } = s.probe
      const able = here.peers.filter((id) => id !== target && statusOf(s, id) === 'alive')
      const helpers = deal(here.dice, able, here.options.helpers)
      const asks = helpers.length ? `, and asks ${helpers.length} others` : ''
      return chain(
        s,
        (now) => [now, say(`n${here.self} has no answer from n${target}${asks}`)],
        ...helpers.map((to) => tell(to, 'pingReq', { nth, target }, here)),
      )
    },
  },

  ask: {},
  face,
  glyph,
  facts,
  always,
  eventually,
}
