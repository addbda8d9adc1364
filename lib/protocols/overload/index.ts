// A window that is asked for more than it can do: a queue without an end, shedding, back-pressure,
// and customers who ask again at once, or after pauses that double and differ.

import { exponential } from '@/lib/sim/curves'
import { roll } from '@/lib/sim/dice'
import { type Protocol, say, send, wait } from '@/lib/sim/protocol'
import { type Pieces, pieces } from '@/lib/values/pieces'
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

/** Those of the last second, and so many of now. */
const recent = (times: Pieces<number>, now: number, many = 1) =>
  pieces.and(
    pieces.turn(times, (at) => (at > now - 1000 ? at : undefined)),
    Array<number>(many).fill(now),
  )

/** Customers come whether or not others are served: an open loop. */
const next = ({ role, dice, options: { rate } }: Here) =>
  role === 'crowd' && rate > 0
    ? [wait('arrival', Math.max(0.001, exponential(1000 / rate, roll(dice, 1))))]
    : []

/** Wakes when the first of those who wait is due. */
const soon = ({ open }: State, { clock }: Here) => {
  let first = Infinity
  for (const piece of open) for (const it of piece) first = Math.min(first, it.due)
  return open.length ? [wait('due', Math.max(0.001, first - clock))] : []
}

/** The pause before the next attempt; doubled each time, and all of it by chance (full jitter). */
const pauseOf = (tries: number, id: number, { dice, options }: Here) => {
  const { pause, backOff, jitter } = options
  let ms: number = pause
  for (let i = 1; backOff && i < tries && ms < 600_000; i++) ms *= 2
  return jitter ? ms * roll(dice, 10 + id) : ms
}

/** With credits, only so many are at the window at once: the others wait at the door. */
const room = (s: State, { options: { credits } }: Here) =>
  credits === 0 ? Infinity : credits - waiting(s)

/** A customer asks, once more. */
const asks = ({ id, tries }: Customer, here: Here): Customer => {
  return { id, tries: tries + 1, due: here.clock + here.options.patience, waits: 'answer' }
}

/** The crowd after these asked: all in one, so that many at once take no longer than one by one. */
const asked = (s: State, open: State['open'], who: readonly Customer[], here: Here): Step => {
  if (!who.length) return [{ ...s, open }]
  const { window: windows } = here.roles
  const sentAt = recent(s.sentAt, here.at, who.length)
  const requests = who.flatMap(({ id, tries }) => {
    const to = windows[id % Math.max(1, windows.length)]
    return to ? [send(to, 'request', { id, nth: tries })] : []
  })
  return [{ ...s, open, sent: s.sent + who.length, sentAt }, ...requests]
}

/** Lets in from the door whoever came first. */
const letIn = (s: State, here: Here): Step => {
  let free = room(s, here)
  const who: Customer[] = []
  const open = pieces.turn(s.open, (it) => {
    if (it.waits !== 'door' || free-- <= 0) return it
    who.push(asks(it, here))
    return who[who.length - 1]!
  })
  const [after, ...does] = asked(s, open, who, here)
  return [after, ...does, ...soon(after, here)]
}

const arrive = (s: State, many: number, here: Here): Step => {
  const due = here.clock + here.options.patience
  const more = Array.from({ length: many }, (_, i): Customer => {
    return { id: s.arrived + i + 1, tries: 0, due, waits: 'door' }
  })
  return letIn({ ...s, open: pieces.and(s.open, more), arrived: s.arrived + many }, here)
}

/** Whoever was turned away, or waited in vain, asks again after a pause, or leaves. */
const despair = ({ id, tries, waits }: Customer, here: Here): Customer | undefined =>
  waits !== 'door' && tries <= here.options.retries
    ? { id, tries, due: here.clock + pauseOf(tries, id, here), waits: 'pause' }
    : undefined

/** What is due: pauses end, patience ends. */
const due = (s: State, here: Here): Step => {
  let free = room(s, here)
  const who: Customer[] = []
  const turn = (it: Customer): Customer | undefined => {
    if (it.due > here.clock + 1e-6) return it
    if (it.waits === 'answer') free++
    if (it.waits !== 'pause') return despair(it, here)
    if (free <= 0) return { ...it, due: here.clock + here.options.patience, waits: 'door' }
    free--
    who.push(asks(it, here))
    return who[who.length - 1]
  }
  const open = pieces.turn(s.open, turn)
  const left = pieces.count(s.open) - pieces.count(open)
  const text = `${left} in n${here.self} give${left === 1 ? 's' : ''} up`
  const [tried, ...does] = asked({ ...s, gaveUp: s.gaveUp + left }, open, who, here)
  const [after, ...more] = letIn(tried, here)
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
      if (limit > 0 && pieces.count(s.queue) >= limit) {
        const busy = send(from, 'answer', { id, nth, done: false })
        const first = s.shed === 0 ? [say(`n${here.self} begins to turn customers away`)] : []
        return [{ ...s, shed: s.shed + 1 }, busy, ...first]
      }
      const after = { ...s, queue: pieces.and(s.queue, [{ from, id, nth }]) }
      return s.queue.length ? [after] : serve(after, here)
    },

    answer(s, { id, nth, done }, _from, here) {
      // Whoever has given an attempt up no longer listens for its answer.
      const isMine = (it: Customer) => it.id === id && it.waits === 'answer' && it.tries === nth
      const now = pieces.find(s.open, isMine)
      if (!now) return [done ? { ...s, late: s.late + 1 } : s]
      const next = done ? undefined : despair(now, here)
      const rest = { ...s, open: pieces.turn(s.open, (it) => (it === now ? next : it)) }
      if (next) return letIn(rest, here)
      if (!done) return letIn({ ...rest, gaveUp: s.gaveUp + 1 }, here)
      return letIn({ ...rest, good: s.good + 1, goodAt: recent(s.goodAt, here.at) }, here)
    },
  },

  after: {
    arrival(s, here) {
      const [after, ...does] = arrive(s, 1, here)
      return [after, ...does, ...next(here)]
    },

    /** It cannot know whether anybody still waits for what it has done. */
    served(s, here) {
      const request = s.queue[0]?.[0]
      if (!request) return [s]
      const queue = pieces.turn(s.queue, (it) => (it === request ? undefined : it))
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
        const known = pieces.count(s.open) + s.good + s.gaveUp
        return s.arrived === known ? null : `${s.arrived} came, and ${known} are accounted for`
      },
    },
    'no queue passes its limit': {
      first: null,
      then(_: null, { nodes, options: { limit } }, { node }) {
        const length = pieces.count(nodes[node - 1]?.state.queue ?? [])
        const most = limit as number
        return most > 0 && length > most ? `${length} wait, where ${most} may` : null
      },
    },
    'never more at the window than credits': {
      first: null,
      then(_: null, { nodes, options: { credits } }, { node }) {
        const s = nodes[node - 1]?.state
        const most = credits as number
        const out = s && most > 0 ? waiting(s) : 0
        return out > most ? `${out} are at the window, where ${most} may be` : null
      },
    },
  },

  eventually: {
    'where nobody comes any more, nobody waits': ({ nodes, options }) =>
      options.rate !== 0 || nodes.every((n) => !n.state.open.length && !n.state.queue.length),
  },
}
