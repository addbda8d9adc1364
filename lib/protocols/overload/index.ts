// A window that is asked for more than it can do: a queue without an end, shedding, back-pressure,
// and customers who ask again at once, or after pauses that double and differ.

import { exponential } from '@/lib/sim/curves'
import { roll } from '@/lib/sim/dice'
import { type Protocol, say, send, wait } from '@/lib/sim/protocol'
import {
  type Customer,
  commands,
  type Here,
  type Overload,
  options,
  type State,
  type Step,
} from './kind'
import { face, facts, glyph, waiting } from './view'

export type { State } from './kind'

const fresh: State = {
  queue: [],
  served: 0,
  shed: 0,
  open: [],
  arrived: 0,
  sent: 0,
  good: 0,
  late: 0,
  gaveUp: 0,
  goodAt: [],
  sentAt: [],
}

/** Those of the last second. */
const recent = (times: readonly number[], now: number) => [
  ...times.filter((at) => at > now - 1000),
  now,
]

/** Customers come whether or not others are served: an open loop. */
const next = ({ role, dice, options: { rate } }: Here) =>
  role === 'crowd' && rate > 0
    ? [wait('arrival', Math.max(0.001, exponential(1000 / rate, roll(dice, 1))))]
    : []

/** Wakes when the first of those who wait is due. */
const soon = (s: State, { clock }: Here) =>
  s.open.length
    ? [wait('due', Math.max(0.001, Math.min(...s.open.map((it) => it.due - clock))))]
    : []

/** The pause before the next attempt; doubled each time, and all of it by chance (full jitter). */
const pauseOf = (tries: number, id: number, { dice, options }: Here) => {
  const { pause, backOff, jitter } = options
  let ms: number = pause
  for (let i = 1; backOff && i < tries && ms < 600_000; i++) ms *= 2
  return jitter ? ms * roll(dice, 10 + id) : ms
}

/** With credits, only so many are at the window at once: the others wait at the door. */
const room = (s: State, { options: { credits } }: Here) => credits === 0 || waiting(s) < credits

/** A customer asks. */
const ask = (s: State, customer: Customer, here: Here): Step => {
  const { id } = customer
  const { window: windows } = here.roles
  const tries = customer.tries + 1
  const asked = { id, tries, due: here.clock + here.options.patience, waits: 'answer' } as const
  const open = s.open.map((it) => (it.id === id ? asked : it))
  const to = windows[id % Math.max(1, windows.length)]
  const after = { ...s, open, sent: s.sent + 1, sentAt: recent(s.sentAt, here.clock) }
  return [after, ...(to ? [send(to, 'request', { id, nth: tries })] : [])]
}

/** Lets in from the door whoever came first. */
const letIn = (before: State, here: Here): Step => {
  let s = before
  const does = []
  for (const customer of before.open) {
    if (customer.waits !== 'door' || !room(s, here)) continue
    const [after, ...asks] = ask(s, customer, here)
    s = after
    does.push(...asks)
  }
  return [s, ...does, ...soon(s, here)]
}

const arrive = (s: State, many: number, here: Here): Step => {
  const due = here.clock + here.options.patience
  const more = Array.from({ length: many }, (_, i): Customer => {
    return { id: s.arrived + i + 1, tries: 0, due, waits: 'door' }
  })
  return letIn({ ...s, open: [...s.open, ...more], arrived: s.arrived + many }, here)
}

/** Whoever was turned away, or waited in vain, asks again after a pause, or leaves. */
const despair = (s: State, { id, tries, waits }: Customer, here: Here): State => {
  const again = waits !== 'door' && tries <= here.options.retries
  if (!again) return { ...s, open: s.open.filter((it) => it.id !== id), gaveUp: s.gaveUp + 1 }
  const due = here.clock + pauseOf(tries, id, here)
  return {
    ...s,
    open: s.open.map((it) => (it.id === id ? { id, tries, due, waits: 'pause' } : it)),
  }
}

/** What is due: pauses end, patience ends. */
const due = (before: State, here: Here): Step => {
  let s = before
  const does = []
  for (const customer of before.open) {
    if (customer.due > here.clock + 1e-6) continue
    if (customer.waits !== 'pause') s = despair(s, customer, here)
    else if (room(s, here)) {
      const [after, ...asks] = ask(s, customer, here)
      s = after
      does.push(...asks)
    } else {
      const later = here.clock + here.options.patience
      const door = { ...customer, due: later, waits: 'door' } as const
      s = { ...s, open: s.open.map((it) => (it === customer ? door : it)) }
    }
  }
  const left = s.gaveUp - before.gaveUp
  const text = `${left} of n${here.self} give${left === 1 ? 's' : ''} up`
  const [after, ...more] = letIn(s, here)
  return [after, ...(left ? [say(text)] : []), ...does, ...more]
}

/** The window goes on with the next. */
const serve = (s: State, here: Here): Step => [
  s,
  ...(s.queue.length ? [wait('served', here.options.service)] : []),
]

export const overload: Protocol<Overload> = {
  name: 'overload',
  says: 'More requests than a window can serve: queues, shedding, back-pressure and retries.',
  options,
  commands,
  roles: ['window', 'crowd'],
  pictures: ['chart', 'bars'],
  start: (here) => [fresh, ...next(here)],
  /** The queue is gone; the crowd knows who waits. */
  wake: (s, here) => [{ ...s, queue: [] }, ...next(here), ...soon(s, here)],

  on: {
    request(s, { id, nth }, from, here) {
      const { limit } = here.options
      if (limit > 0 && s.queue.length >= limit) {
        const busy = send(from, 'answer', { id, nth, done: false })
        const first = s.shed === 0 ? [say(`n${here.self} begins to turn customers away`)] : []
        return [{ ...s, shed: s.shed + 1 }, busy, ...first]
      }
      const after = { ...s, queue: [...s.queue, { from, id, nth }] }
      return s.queue.length ? [after] : serve(after, here)
    },

    answer(s, { id, nth, done }, _from, here) {
      // Whoever has given an attempt up no longer listens for its answer.
      const now = s.open.find((it) => it.id === id && it.waits === 'answer' && it.tries === nth)
      if (!done) return now ? letIn(despair(s, now, here), here) : [s]
      if (!now) return [{ ...s, late: s.late + 1 }]
      const open = s.open.filter((it) => it !== now)
      const goodAt = recent(s.goodAt, here.clock)
      return letIn({ ...s, open, good: s.good + 1, goodAt }, here)
    },
  },

  after: {
    arrival(s, here) {
      const [after, ...does] = arrive(s, 1, here)
      return [after, ...does, ...next(here)]
    },

    /** It cannot know whether anybody still waits for what it has done. */
    served(s, here) {
      const [request, ...queue] = s.queue
      if (!request) return [s]
      const { from, id, nth } = request
      const [after, ...does] = serve({ ...s, queue, served: s.served + 1 }, here)
      return [after, send(from, 'answer', { id, nth, done: true }), ...does]
    },

    due,
  },

  ask: {
    flood(s, { many }, here) {
      const [after, ...does] = arrive(s, many, here)
      return [after, say(`${many} come to n${here.self} at once`), ...does]
    },
  },

  face,
  glyph,
  facts,

  always: {
    'every customer waits, was served or has left': {
      first: null,
      then(_: null, { nodes }, { node }) {
        const s = nodes[node - 1]?.state
        if (!s) return null
        const known = s.open.length + s.good + s.gaveUp
        return s.arrived === known ? null : `${s.arrived} came, and ${known} are accounted for`
      },
    },
    'no queue is longer than its limit': {
      first: null,
      then(_: null, { nodes, options: { limit } }, { node }) {
        const { length } = nodes[node - 1]?.state.queue ?? []
        const most = limit as number
        return most > 0 && length > most ? `${length} wait, where ${most} may` : null
      },
    },
    'no more are at the window than there are credits': {
      first: null,
      then(_: null, { nodes, options: { credits } }, { node }) {
        const s = nodes[node - 1]?.state
        const most = credits as number
        const out = s ? waiting(s) : 0
        return most > 0 && out > most ? `${out} are at the window, where ${most} may be` : null
      },
    },
  },

  eventually: {
    'where nobody comes any more, nobody waits': ({ nodes, options }) =>
      options.rate !== 0 || nodes.every((n) => !n.state.open.length && !n.state.queue.length),
  },
}
