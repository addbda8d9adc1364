// One order, three machines, no common transaction: steps that each have a way back
// (García-Molina and Salem 1987, Sagas: backward recovery), and the list of what is to be told,
// which survives a crash or does not.

import { type Effect, type Protocol, say, send, stop, wait } from '@/lib/sim/protocol'
import {
  type At,
  commands,
  fresh,
  isOpen,
  type Order,
  openOrders,
  options,
  type Rule,
  type Saga,
  type State,
  steps,
} from './kind'
import { always, eventually, face, facts, glyph } from './view'

const write = (s: State, nth: number, order: Order): State => {
  const orders = s.orders.map((other, i) => (i === nth - 1 ? order : other))
  const [untold, told] = [s.untold, s.told].map((all) => all.filter((other) => other !== nth))
  return { ...s, orders, untold: isOpen(order) ? [...untold!, nth] : untold!, told: told! }
}

/** What must be told about an order: that its step is to be done, or undone. */
const message = (s: State, order: number, here: At): Effect<Saga>[] => {
  const { phase, step, who, seat } = s.orders[order - 1]!
  const [to] = here.roles[steps[step]!.role]
  if (!to) return []
  return phase === 'back'
    ? [send(to, 'undo', { order, step })]
    : [send(to, 'do', { order, step, who, seat })]
}

/** The order as it stands now is written; what follows from it is told a little later. */
const goOn = (s: State, nth: number, order: Order, why: string, here: At): Rule => {
  const next = write(s, nth, order)
  const later = isOpen(order) && !s.untold.length ? [wait('tell', here.options.gap)] : []
  return [next, ...later, ...(next.told.length ? [] : [stop('retry')]), say(`n${here.self} ${why}`)]
}

/** One step back; before the first there is nothing left of the order. */
const turnBack = (s: State, nth: number, why: string, here: At): Rule => {
  const order = s.orders[nth - 1]!
  const step = order.step - 1
  if (step < 0) {
    return goOn(s, nth, { ...order, phase: 'undone' }, `${why}: order ${nth} is undone`, here)
  }
  const { back } = steps[step]!
  return goOn(s, nth, { ...order, phase: 'back', step }, `${why}: ${back} for order ${nth}`, here)
}

/** The order that this answer is about, if the office waits for it. */
const awaited = (s: State, order: number, step: number, phase: Order['phase']) => {
  const one = s.orders[order - 1]
  return one?.phase === phase && one.step === step ? one : undefined
}

/** Why a machine will not take its step, or nothing. */
const refusal = (s: State, step: number, seat: string, here: At): string | undefined => {
  const { name, role, fails } = steps[step]!
  const holder = s.deeds.find((deed) => deed.did === 'done' && deed.seat === seat)
  if (role === 'hall' && holder) return `${seat} is held for order ${holder.order}`
  return here.options.fails === name ? fails : undefined
}

export const saga: Protocol<Saga> = {
  name: 'saga',
  says: 'Steps with a way back, instead of one transaction (García-Molina and Salem 1987).',
  options,
  commands,
  roles: ['office', 'bank', 'hall', 'post'],
  single: ['office', 'bank', 'hall', 'post'],
  pictures: ['lanes'],
  start: () => [fresh],
  /** With an outbox everything that has not ended is told again; without one it is forgotten. */
  wake(s, here) {
    if (here.role !== 'office') return [s]
    const left = openOrders(s.orders)
    if (!left.length) return [s]
    if (!here.options.outbox) {
      const says = say(`n${here.self} knows of nothing that it has to tell`)
      return [{ ...s, untold: [], told: [] }, says]
    }
    const says = say(`n${here.self} finds order ${left.join(', ')} in its outbox`)
    return [{ ...s, untold: left, told: [] }, wait('tell', here.options.gap), says]
  },

  on: {
    /** A machine takes its step once; asked again, it repeats its answer. */
    do(s, { order, step, who, seat }, from, here) {
      const before = s.deeds.find((deed) => deed.order === order)
      if (before) {
        const ok = before.did === 'done'
        return before.did === 'undone' ? [s] : [s, send(from, 'answer', { order, step, ok })]
      }
      const why = refusal(s, step, seat, here)
      const did = why ? 'refused' : 'done'
      const says = why ? `refuses: ${why}` : `${steps[step]!.does} for order ${order}, ${who}`
      return [
        { ...s, deeds: [...s.deeds, { order, seat, did }] },
        send(from, 'answer', { order, step, ok: !why }),
        say(`n${here.self} ${says}`),
      ]
    },

    /** The way back, once too. */
    undo(s, { order, step }, from, here) {
      const deeds = s.deeds.map((deed) =>
        deed.order === order ? { ...deed, did: 'undone' as const } : deed,
      )
      const first = s.deeds.some((deed) => deed.order === order && deed.did === 'done')
      const says = `n${here.self} ${steps[step]!.undoes}: order ${order}`
      return [{ ...s, deeds }, send(from, 'undone', { order, step }), ...(first ? [say(says)] : [])]
    },

    answer(s, { order: nth, step, ok }, _from, here) {
      const order = awaited(s, nth, step, 'forward')
      if (!order) return [s]
      if (!ok) return turnBack(s, nth, 'turns back', here)
      const next = steps[step + 1]
      return next
        ? goOn(s, nth, { ...order, step: step + 1 }, `goes on: ${next.name} order ${nth}`, here)
        : goOn(s, nth, { ...order, phase: 'done' }, `closes order ${nth}: it is done`, here)
    },

    undone: (s, { order, step }, _from, here) =>
      awaited(s, order, step, 'back') ? turnBack(s, order, 'goes back', here) : [s],
  },

  after: {
    /** Telling is a second write, on another machine: a crash may come between the two. */
    tell(s, here) {
      const told = [...s.told, ...s.untold]
      const messages = s.untold.flatMap((order) => message(s, order, here))
      const again = s.told.length ? [] : [wait('retry', here.options.retry)]
      return [{ ...s, untold: [], told }, ...messages, ...again]
    },

    /** Until it is answered. */
    retry: (s, here) => [
      s,
      ...s.told.flatMap((order) => message(s, order, here)),
      ...(s.told.length ? [wait('retry', here.options.retry)] : []),
    ],
  },

  ask: {
    /** The order is written at once; that the bank is to be told, with it or not at all. */
    order(s, { seat, who }, here) {
      const order: Order = { who, seat, phase: 'forward', step: 0 }
      const nth = s.orders.length + 1
      const why = `writes order ${nth}: ${seat} for ${who}`
      return goOn({ ...s, orders: [...s.orders, order] }, nth, order, why, here)
    },
  },
  face,
  glyph,
  facts,
  always,
  eventually,
}
