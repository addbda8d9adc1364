// A log of events, and what is folded from it: the log is the truth, every view of it can be made
// again (Helland 2015, Immutability Changes Everything; Kreps 2013, The Log).

import {
  type Face,
  type Glyph,
  type Here,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'

/** What has happened, and cannot be undone: giving a seat back is an event of its own. */
export type Event = {
  readonly type: 'sold' | 'returned'
  readonly seat: string
  readonly who: string
}
/** What a reader makes of the events: seat → whose, or person → how many tickets. */
export type View = { readonly [key: string]: string | number }
/** A view, and how many events are in it. */
type Folded = { readonly view: View; readonly read: number }
export type State = {
  /** The log's, on disk. */
  readonly events: readonly Event[]
  readonly refused: number
  /** A reader's: in memory, and as it was last saved to disk. */
  readonly now: Folded
  readonly saved: Folded
  /** How many events it has folded since it began or woke up, and how often it began anew. */
  readonly folded: number
  readonly begun: number
}
type Messages = {
  read: { readonly after: number }
  events: { readonly after: number; readonly list: readonly Event[] }
}

const options = {
  snapshot: {
    is: 'number',
    from: 0,
    to: 1000,
    step: 1,
    default: 0,
    says: 'saves every, events (0: never)',
  },
  poll: { is: 'number', from: 1, to: 60_000, default: 100, says: 'looks for news after, ms' },
  batch: { is: 'number', from: 1, to: 1000, step: 1, default: 3, says: 'events in one answer' },
  counts: { is: 'switch', default: true, says: 'the till counts what comes back' },
} as const satisfies Options

const seat = { is: 'text', longest: 4, default: '12A', says: 'seat' } as const
const commands = {
  sell: {
    says: 'sell a seat',
    takes: { seat, who: { is: 'text', longest: 12, default: 'Ada', says: 'to whom' } },
    role: 'log',
  },
  giveBack: { says: 'give a seat back', takes: { seat }, role: 'log' },
  rebuild: { says: 'forget, and read from the beginning', takes: {} },
} as const

export type EventLog = {
  state: State
  messages: Messages
  timers: 'poll'
  options: typeof options
  commands: typeof commands
  roles: 'log' | 'plan' | 'till'
}
type At = Here<EventLog>
type Rule = Step<EventLog>

/** The two views. A fold looks at what it has and at one event, and at nothing else. */
export const folds = {
  /** Who sits where. */
  seats(view: View, { type, seat, who }: Event): View {
    if (type === 'sold') return { ...view, [seat]: who }
    return Object.fromEntries(Object.entries(view).filter(([other]) => other !== seat))
  },
  /** How many tickets each has paid for. Its first edition overlooked what comes back. */
  till(view: View, { type, who }: Event, counts = true): View {
    const by = type === 'sold' ? 1 : counts ? -1 : 0
    return { ...view, [who]: (Object.hasOwn(view, who) ? Number(view[who]) : 0) + by }
  },
}

const none: Folded = { view: {}, read: 0 }
const fresh: State = { events: [], refused: 0, now: none, saved: none, folded: 0, begun: 0 }
const seatsOf = (events: readonly Event[]) => events.reduce<View>(folds.seats, {})

const look = (s: State, here: At): Rule => [
  s,
  ...here.roles.log.map((log) => send(log, 'read', { after: s.now.read })),
  wait('poll', here.options.poll),
]

/** A reader begins with what it has saved, and folds all that came after. */
const begin = (s: State, here: At): Rule => {
  if (here.role === 'log') return [s]
  return look({ ...s, now: s.saved, folded: 0, begun: s.begun + 1 }, here)
}

const append = (s: State, event: Event, here: At): Rule => {
  const events = [...s.events, event]
  return [{ ...s, events }, say(`n${here.self} writes event ${events.length}: ${words(event)}`)]
}
const refuse = (s: State, why: string, here: At): Rule => [
  { ...s, refused: s.refused + 1 },
  say(`n${here.self} refuses: ${why}`),
]

export const words = ({ type, seat, who }: Event) =>
  type === 'sold' ? `${seat} sold to ${who}` : `${seat} given back by ${who}`

const shown = ({ type, seat, who }: Event) =>
  type === 'sold' ? `${seat}: ${who}` : `${seat}: back`
const viewWords = (view: View) =>
  Object.entries(view)
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')

const face = ({ events, now, saved }: State, { role }: At): Face => {
  if (role !== 'log') {
    const holds = viewWords(now.view)
    const number = now.read
    const log = Array.from({ length: number }, (_, i) => ({
      term: i + 1,
      value: '',
      committed: i < saved.read,
    }))
    const word = saved.read ? `saved at ${saved.read}` : role
    return { word, mood: 'calm', number, counts: 'event', log, ...(holds && { holds }) }
  }
  const log = events.map((event, i) => ({ term: i + 1, value: shown(event), committed: true }))
  return { word: 'log', mood: 'calm', number: events.length, counts: 'event', log }
}

const glyph = (
  type: string,
  { after, list = [] }: { after: number; list?: readonly Event[] },
): Glyph => {
  if (type === 'read') return { word: `after ${after}?`, shape: 'diamond', routine: true }
  const [first, last] = [after + 1, after + list.length]
  const word = first === last ? `event ${first}` : `events ${first} to ${last}`
  return { word, shape: 'square', number: last }
}

const only = (world: World<State>, role: string) => world.nodes.find((n) => n.role === role)?.state

const facts = (world: World<State>) => {
  const log = only(world, 'log')?.events ?? []
  const [seats, till] = [only(world, 'plan')?.now ?? none, only(world, 'till')?.now ?? none]
  const tickets = Object.values(till.view).reduce<number>((sum, n) => sum + Number(n), 0)
  const readers = world.nodes.filter((n) => n.role !== 'log')
  return {
    events: log.length,
    sold: Object.keys(seatsOf(log)).length,
    refused: only(world, 'log')?.refused ?? 0,
    /** What each reader has made of the events that it has read, and how many those are. */
    seats: seats.view,
    seatsRead: seats.read,
    till: till.view,
    tillRead: till.read,
    tickets,
    /** How many events the slowest reader has not yet folded. */
    behind: Math.max(0, ...readers.map((n) => log.length - n.state.now.read)),
    /** How many each has folded since it last began. */
    seatsFolded: only(world, 'plan')?.folded ?? 0,
    tillFolded: only(world, 'till')?.folded ?? 0,
    /** Both views tell of as many seats. */
    agree: tickets === Object.keys(seats.view).length,
  }
}

export const eventLog: Protocol<EventLog> = {
  name: 'event-log',
  says: 'A log of events, and the views that are folded from it (Helland 2015).',
  options,
  commands,
  roles: ['log', 'plan', 'till'],
  single: ['log'],
  pictures: ['log', 'cluster'],
  start: (here) => begin(fresh, here),
  wake(s, here) {
    const [next, ...effects] = begin(s, here)
    const from = s.saved.read ? `what it saved at event ${s.saved.read}` : 'nothing'
    return [
      next,
      ...effects,
      ...(here.role === 'log' ? [] : [say(`n${here.self} begins with ${from}`)]),
    ]
  },

  on: {
    /** A reader says how far it is; the log keeps no list of its readers. */
    read(s, { after }, from, here) {
      const list = s.events.slice(after, after + here.options.batch)
      return [s, ...(list.length ? [send(from, 'events', { after, list })] : [])]
    },

    /** Events are folded in their order, each once; what comes twice or too early is left. */
    events(s, { after, list }, _from, here) {
      if (after !== s.now.read || here.role === 'log') return [s]
      const { batch, snapshot, counts } = here.options
      const fold = here.role === 'till' ? folds.till : folds.seats
      const view = list.reduce<View>((before, event) => fold(before, event, counts), s.now.view)
      const now = { view, read: after + list.length }
      const due = snapshot > 0 && now.read - s.saved.read >= snapshot
      const next = { ...s, now, saved: due ? now : s.saved, folded: s.folded + list.length }
      const upTo = `n${here.self} has folded ${now.read} ${now.read === 1 ? 'event' : 'events'}`
      const says = say(`${upTo}: ${viewWords(view) || 'nothing'}${due ? ', and saves it' : ''}`)
      if (list.length < batch) return [next, says, wait('poll', here.options.poll)]
      const [, ...effects] = look(next, here)
      return [next, says, ...effects]
    },
  },

  after: { poll: look },

  ask: {
    /** What may happen is decided by what has happened. */
    sell(s, { seat, who }, here) {
      const owner = seatsOf(s.events)[seat]
      if (owner !== undefined) return refuse(s, `${seat} is sold to ${owner}`, here)
      return append(s, { type: 'sold', seat, who }, here)
    },
    giveBack(s, { seat }, here) {
      const owner = seatsOf(s.events)[seat]
      if (owner === undefined) return refuse(s, `${seat} is not sold`, here)
      return append(s, { type: 'returned', seat, who: String(owner) }, here)
    },
    rebuild(s, _command, here) {
      if (here.role === 'log')
        return [s, say(`n${here.self} is the log: there is nothing behind it`)]
      const [next, ...effects] = begin({ ...s, saved: none }, here)
      return [next, ...effects, say(`n${here.self} forgets, and reads all again`)]
    },
  },
  face,
  glyph,
  facts,

  always: {
    'what is written in the log stays': {
      first: [],
      then(memo: readonly Event[], world) {
        const events = only(world, 'log')?.events ?? []
        return memo.every((event, i) => event === events[i]) ? events : 'an event has changed'
      },
    },
    'the seat map is the fold of the events that it has read': {
      first: null,
      then(_memo: null, world, event) {
        const n = world.nodes[event.node - 1]
        if (n?.role !== 'plan') return null
        const { view, read } = n.state.now
        const made = seatsOf((only(world, 'log')?.events ?? []).slice(0, read))
        return viewWords(made) === viewWords(view) ? null : `n${n.id} has folded something else`
      },
    },
  },

  eventually: {
    'every reader has read all': (world) => facts(world).behind === 0,
  },
}
