// A store of seats with several windows: available (sell at once, copy later) or consistent (ask
// the first window), as in Gilbert and Lynch 2002.

import {
  type Effect,
  type Here,
  type NodeId,
  type Protocol,
  type Step,
  say,
  send,
  stop,
  wait,
} from '@/lib/sim/protocol'
import { merge, seenIn } from '@/lib/values/merge-rules'
import {
  type Ask,
  commands,
  type Messages,
  options,
  type Sale,
  type State,
  type Store,
  type Wish,
} from './kind'
import {
  agree,
  buyerFace,
  facts,
  forgotten,
  glyph,
  history,
  holdersOf,
  samePlan,
  ticketsOf,
  twice,
  windowFace,
} from './view'

type At = Here<Store>
type Effects = readonly Effect<Store>[]

const fresh: State = { plan: [], count: 0, owed: [], forgot: 0, asked: [] }

/** The timer runs while anybody is owed news. */
const owe = (before: State, after: State, here: At): Effects =>
  after.owed.length && !before.owed.length ? [wait('copy', here.options.copy)] : []

/** It is done, unless there is a reason why not. */
const reply = (ask: Ask, to: NodeId, why = '') => send(to, 'answer', { ...ask, why })

/**
 * Writes a sale (or the end of one) in place of others, and later than those even by a clock that
 * was set back; says so, and will copy it to the other windows later.
 */
const write = (s: State, ask: Ask, from: NodeId, over: readonly Sale[], here: At): Step<Store> => {
  const { seat, buyer, nth, sale } = ask
  const count = s.count + 1
  const at = Math.max(here.clock, ...over.map((it) => it.at + 1))
  const own = { key: seat, buyer, nth, by: here.self, count, at, seen: seenIn(over) }
  const it = sale ? { ...own, buyer: 0, back: `${buyer} ${sale}` } : own
  const next = { ...s, count, plan: merge(here.options.merge, s.plan, [it]), owed: here.peers }
  const deed = sale ? `takes ${seat} back from` : `sells ${seat} to`
  return [next, reply(ask, from), say(`n${here.self} ${deed} n${buyer}`), ...owe(s, next, here)]
}

/** Sells, if it knows of no sale; a repeated question gets the same answer. */
const sell = (s: State, ask: Ask, from: NodeId, here: At): Step<Store> => {
  const { seat, buyer, nth } = ask
  const sold = holdersOf(s.plan, seat)
  const again = s.plan.some(
    (it) => (it.buyer === buyer && it.nth === nth) || it.back === `${buyer} ${nth}`,
  )
  if (again) return [s, reply(ask, from)]
  if (sold[0]) {
    const why = `${seat} is sold to n${sold[0].buyer}`
    return [s, reply(ask, from, why), say(`n${here.self} refuses n${buyer}: ${why}`)]
  }
  const free = s.plan.filter((sale) => sale.key === seat)
  return write(s, ask, from, free, here)
}

/** Takes a ticket back, and frees the seat if nobody else holds it. */
const takeBack = (s: State, ask: Ask, from: NodeId, here: At): Step<Store> => {
  const { seat, buyer, sale } = ask
  const sold = s.plan.filter((it) => it.buyer === buyer && it.nth === sale)
  if (!sold.length) return [s, reply(ask, from)]
  if (here.options.merge === 'grow-only') {
    const why = `a set that only grows keeps ${seat} sold`
    return [s, reply(ask, from, why), say(why)]
  }
  return write(s, ask, from, sold, here)
}

/** In the consistent form the first window alone decides, and the others ask it. */
const decide =
  (wish: Wish) =>
  (s: State, ask: Ask, from: NodeId, here: At): Step<Store> => {
    const first = here.roles.window[0]!
    if (here.options.form === 'consistent' && here.self !== first) {
      return [s, send(first, wish, ask), say(`n${here.self} asks n${first} about ${ask.seat}`)]
    }
    return wish === 'buy' ? sell(s, ask, from, here) : takeBack(s, ask, from, here)
  }

/**
 * Merges another's plan; what is news to it goes on to those that may not know. It forgets sales
 * that the merge drops though no later write had seen them.
 */
const hear = (s: State, plan: readonly Sale[], from: NodeId, here: At): Step<Store> => {
  const merged = merge(here.options.merge, s.plan, plan)
  const news = samePlan(merged, s.plan) ? s.owed : here.peers
  const owed = samePlan(merged, plan) ? news.filter((w) => w !== from) : news
  const seen = (a: Sale, b: Sale) => a === b || (a.key === b.key && (a.seen[b.by] ?? 0) >= b.count)
  const lost = s.plan.filter((b) => b.buyer && !merged.some((a) => seen(a, b)))
  const next = { ...s, plan: merged, owed, forgot: lost[0]?.buyer ?? s.forgot }
  return [
    next,
    ...lost.map((b) => say(`n${here.self} forgets that ${b.key} was sold to n${b.buyer}`)),
    ...owe(s, next, here),
  ]
}

/** A buyer asks a window, its own unless it is told another. */
const wish =
  (wish: Wish) =>
  (s: State, { seat, window }: { seat: string; window: number }, here: At): Step<Store> => {
    const { window: windows, buyer: buyers } = here.roles
    const own = windows[buyers.indexOf(here.self) % windows.length]
    const to = windows.includes(window) ? window : own
    const sale = wish === 'buy' ? 0 : ticketsOf(s).find((a) => a.seat === seat)?.nth
    if (!to || sale === undefined) {
      return [s, say(`n${here.self} ${to ? `has no ticket for ${seat}` : 'has no window'}`)]
    }
    const nth = s.asked.length + 1
    const deed = sale ? `gives ${seat} back to n${to}` : `asks n${to} for ${seat}`
    const op = { nth, sale, seat, from: here.at, to: null, outcome: 'unknown' } as const
    return [
      { ...s, asked: [...s.asked, op] },
      send(to, wish, { buyer: here.self, nth, seat, sale }),
      say(`n${here.self} ${deed}`),
      wait('patience', here.options.patience),
    ]
  }

/** The first answer counts, even if the buyer has given up. A window passes answers on. */
const answered = (s: State, body: Messages['answer'], from: NodeId, here: At): Step<Store> => {
  const { buyer, nth, seat, why } = body
  if (here.role === 'window') return [s, send(buyer, 'answer', body)]
  const op = s.asked[nth - 1]
  if (op?.outcome !== 'unknown') return [s]
  const outcome = why ? 'fail' : 'ok'
  const asked = s.asked.map((a) => (a === op ? ({ ...a, to: here.at, outcome } as const) : a))
  const says = why
    ? `is refused by n${from}: ${why}`
    : `has ${op.sale ? 'given back' : 'a ticket for'} ${seat}`
  const rest = asked.some((a) => a.to === null) ? [] : [stop('patience')]
  return [{ ...s, asked }, say(`n${here.self} ${says}`), ...rest]
}

/** Whoever waited too long gives up; the answer may still come. */
const giveUp = (s: State, here: At): Step<Store> => {
  const late = s.asked.filter((a) => a.to === null)
  const asked = s.asked.map((a) => (a.to === null ? { ...a, to: here.at } : a))
  return [
    { ...s, asked },
    ...late.map((a) => say(`n${here.self} gives up on ${a.seat}: no answer`)),
  ]
}

export const store: Protocol<Store> = {
  name: 'store',
  says: 'Windows that sell seats at once, or ask the first.',
  options,
  commands,
  roles: ['window', 'buyer'],
  pictures: ['cluster', 'history'],
  start: () => [fresh],

  /** Plans and tickets are on disk; who knows of them is not. */
  wake: (s, here) => [
    { ...s, owed: s.plan.length ? here.peers : [] },
    wait('copy', here.options.copy),
    wait('patience', here.options.patience),
  ],

  on: {
    buy: decide('buy'),
    giveBack: decide('giveBack'),
    answer: answered,

    copy(s, { plan }, from, here) {
      const [next, ...effects] = hear(s, plan, from, here)
      return [next, send(from, 'copied', { plan: next.plan }), ...effects]
    },

    copied: (s, { plan }, from, here) => hear(s, plan, from, here),
  },

  after: {
    copy(s, here) {
      const copies = s.owed.map((w) => send(w, 'copy', { plan: s.plan }))
      return [s, ...copies, ...owe(fresh, s, here)]
    },

    patience: giveUp,
  },

  ask: { buy: wish('buy'), giveBack: wish('giveBack') },
  face: (s, here) => (here.role === 'window' ? windowFace(s) : buyerFace(s)),
  glyph,
  facts,
  history,

  always: {
    'the consistent form never sells a seat twice': {
      first: false,
      then(before: boolean, world) {
        const off = before || world.options.form === 'available'
        const seat = !off && twice(world)[0]
        return seat ? `there are two tickets for ${seat}` : off
      },
    },
    'unless the last writer wins, no sale is forgotten': {
      first: false,
      then(before: boolean, world) {
        const off = before || world.options.merge === 'last writer'
        const it = !off && forgotten(world)[0]
        return it ? `no window knows that n${it.buyer} has ${it.seat}` : off
      },
    },
  },

  eventually: { 'all windows have the same plan': agree },
}
