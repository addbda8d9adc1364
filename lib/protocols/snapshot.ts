// What do all hold together, while it moves between them? Distributed snapshots by markers, after
// Chandy and Lamport 1985 (§3), against a roll call.

import { roll } from '@/lib/sim/dice'
import {
  type Face,
  type Glyph,
  type Here,
  type NodeId,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  sendAll,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'

type Counts = { readonly [id: NodeId]: number }
/** What a node notes for a snapshot: its own state, and what was on its way to it. */
type Note = {
  readonly snapshot: number
  readonly tickets: number
  /** How many parcels it had sent to each by then, and how many it had from each. */
  readonly sent: Counts
  readonly got: Counts
  /** The parcels that came in on each channel after its own note, and before the marker. */
  readonly channels: { readonly [from: NodeId]: readonly number[] }
  /** Channels on which the marker has not come yet. */
  readonly open: readonly NodeId[]
}
export type State = {
  readonly tickets: number
  readonly sent: Counts
  readonly got: Counts
  readonly note: Note | null
  /** How often a channel did not keep its order, as far as its receiver could see. */
  readonly overtaken: number
}
type Messages = {
  /** The nth parcel on its channel. */
  parcel: { readonly nth: number; readonly tickets: number }
  /** `after` so many parcels on this channel. */
  marker: { readonly snapshot: number; readonly after: number }
  /** A roll call, where there are no markers. */
  call: { readonly snapshot: number }
}

const options = {
  method: { is: 'choice', of: ['markers', 'roll call'], default: 'markers', says: 'counts by' },
  tickets: {
    is: 'number',
    from: 0,
    to: 1000,
    step: 1,
    default: 20,
    says: 'tickets each at the start',
  },
  every: {
    is: 'number',
    from: 0,
    to: 60_000,
    default: 100,
    says: 'sends some every, ms (0: never)',
  },
} as const satisfies Options

const commands = {
  snapshot: { says: 'count all tickets', takes: {} },
  give: {
    says: 'send tickets',
    takes: {
      to: { is: 'number', node: true, from: 1, to: 1000, default: 2, says: 'to' },
      tickets: { is: 'number', from: 1, to: 1000, step: 1, default: 1, says: 'how many' },
    },
  },
} as const satisfies { [name: string]: { says: string; takes: Options } }

export type Snapshot = {
  state: State
  messages: Messages
  timers: 'trade'
  options: typeof options
  commands: typeof commands
  roles: 'node'
}
type At = Here<Snapshot>
type Rule = Step<Snapshot>

const one = (counts: Counts, id: NodeId) => counts[id] ?? 0
const add = (counts: Counts, id: NodeId) => ({ ...counts, [id]: one(counts, id) + 1 })
const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0)
/** How many tickets a node has noted as on their way to it. */
export const onTheWay = (note: Note) => sum(Object.values(note.channels).map(sum))

/** Waits a while of its own until it sends some tickets again. */
const later = ({ dice, options: { every } }: At) =>
  every > 0 ? [wait('trade', every * (0.5 + dice))] : []

const give = (s: State, to: NodeId, tickets: number, here: At): Rule => {
  if (!here.peers.includes(to) || tickets > s.tickets || tickets < 1) return [s]
  const next = { ...s, tickets: s.tickets - tickets, sent: add(s.sent, to) }
  return [next, send(to, 'parcel', { nth: one(next.sent, to), tickets })]
}

/** A node notes its own state, and from then on what comes in on each open channel. */
const note = (s: State, snapshot: number, open: readonly NodeId[], here: At): Rule => {
  const { tickets, sent, got } = s
  const next: State = { ...s, note: { snapshot, tickets, sent, got, channels: {}, open } }
  return [next, say(`n${here.self} notes its ${tickets} ${tickets === 1 ? 'ticket' : 'tickets'}`)]
}

/** §3.2, marker-sending rule: a marker on each channel, before anything else goes out on it. */
const markers = (s: State, snapshot: number, here: At) =>
  here.peers.map((to) => send(to, 'marker', { snapshot, after: one(s.sent, to) }))

const finished = ({ note: it }: State, here: At) => {
  if (!it || it.open.length) return []
  const more = onTheWay(it)
  return [say(`n${here.self} has its part: ${it.tickets} and ${more} on the way`)]
}

/** What it holds, and what was on the way to it: "10 + 4". */
const face = ({ tickets, note: it }: State): Face => {
  if (!it) return { word: 'trades', mood: 'calm', holds: `${tickets}` }
  if (it.open.length) return { word: 'listens', mood: 'busy', holds: `${it.tickets} + ?` }
  return { word: 'noted', mood: 'proud', holds: `${it.tickets} + ${onTheWay(it)}` }
}

const glyph = (
  type: string,
  { snapshot, tickets = 0 }: { snapshot?: number; tickets?: number },
): Glyph =>
  type === 'parcel'
    ? { word: tickets === 1 ? '1 ticket' : `${tickets} tickets`, shape: 'square' }
    : {
        word: type,
        shape: type === 'marker' ? 'triangle' : 'diamond',
        ...(snapshot && { number: snapshot }),
      }

type Part = { readonly id: NodeId; readonly note: Note }
/** Everybody's notes for the latest snapshot. */
const notesIn = (world: World<State>): readonly Part[] => {
  const latest = Math.max(0, ...world.nodes.map((n) => n.state.note?.snapshot ?? 0))
  return world.nodes.flatMap(({ id, state }) =>
    state.note?.snapshot === latest ? [{ id, note: state.note }] : [],
  )
}

/** §2: a parcel that has come must have been sent; what has not come yet is on its channel. */
const fits = (parts: readonly Part[]) =>
  parts.every((from) =>
    parts.every((to) => {
      if (from.id === to.id) return true
      const missing = one(from.note.sent, to.id) - one(to.note.got, from.id)
      return missing === (to.note.channels[from.id]?.length ?? 0)
    }),
  )

const facts = (world: World<State>) => {
  const parts = notesIn(world)
  const { length } = world.nodes
  const complete = parts.length === length && parts.every((part) => !part.note.open.length)
  const flying = world.messages.filter((message) => message.type === 'parcel')
  const underway = sum(flying.map(({ body }) => (body as Messages['parcel']).tickets))
  const [held, channels] = [
    sum(parts.map((part) => part.note.tickets)),
    sum(parts.map((part) => onTheWay(part.note))),
  ]
  return {
    /** How many tickets there are now, held or on their way. */
    total: sum(world.nodes.map((n) => n.state.tickets)) + underway,
    underway,
    noted: parts.length,
    complete,
    /** What the snapshot counts, once it is complete: held, and in the channels. */
    recorded: complete ? held + channels : null,
    recordedHeld: complete ? held : null,
    recordedChannels: complete ? channels : null,
    /** The recorded state is one that could have been. */
    consistent: complete ? fits(parts) : null,
    overtaken: sum(world.nodes.map((n) => n.state.overtaken)),
  }
}

export const snapshot: Protocol<Snapshot> = {
  name: 'snapshot',
  says: 'The state of all, recorded while it changes (Chandy and Lamport 1985).',
  options,
  commands,
  pictures: ['lanes'],
  start: (here) => [
    { tickets: here.options.tickets, sent: {}, got: {}, note: null, overtaken: 0 },
    ...later(here),
  ],
  wake: (s, here) => [s, ...later(here)],

  on: {
    /** A parcel that comes between a node's own note and the marker was on its way. */
    parcel(s, { nth, tickets }, from, here) {
      const late = nth === one(s.got, from) + 1 ? 0 : 1
      const overtaken = s.overtaken + late
      const next = { ...s, tickets: s.tickets + tickets, got: add(s.got, from), overtaken }
      if (!s.note?.open.includes(from)) return [next]
      const channels = { ...s.note.channels, [from]: [...(s.note.channels[from] ?? []), tickets] }
      const says = say(`n${here.self} notes ${tickets} on the way from n${from}`)
      return [{ ...next, note: { ...s.note, channels } }, says]
    },

    /** §3.2, marker-receiving rule: the first makes one note its state; each closes its channel. */
    marker(s, { snapshot: nth, after }, from, here) {
      const overtaken = s.overtaken + (after === one(s.got, from) ? 0 : 1)
      const before = s.note?.snapshot ?? 0
      if (nth < before) return [s]
      const others = here.peers.filter((id) => id !== from)
      const [noted, ...says] = nth > before ? note(s, nth, others, here) : [s]
      const open = noted.note!.open.filter((id) => id !== from)
      const next = { ...noted, overtaken, note: { ...noted.note!, open } }
      return [
        next,
        ...(nth > before ? markers(s, nth, here) : []),
        ...says,
        ...finished(next, here),
      ]
    },

    /** Whoever is called notes what it has, and nothing else. */
    call: (s, { snapshot: nth }, _from, here) =>
      nth > (s.note?.snapshot ?? 0) ? note(s, nth, [], here) : [s],
  },

  after: {
    /** Some tickets go to somebody. */
    trade(s, here) {
      const to = here.peers[Math.floor(roll(here.dice, 1) * here.peers.length)] ?? 0
      const [next, ...sent] = give(
        s,
        to,
        Math.min(s.tickets, 1 + Math.floor(roll(here.dice, 2) * 3)),
        here,
      )
      return [next, ...sent, ...later(here)]
    },
  },

  ask: {
    snapshot(s, _command, here) {
      const nth = (s.note?.snapshot ?? 0) + 1
      if (here.options.method === 'roll call') {
        const [next, ...says] = note(s, nth, [], here)
        return [next, sendAll('call', { snapshot: nth }), ...says]
      }
      const [next, ...says] = note(s, nth, here.peers, here)
      return [next, ...markers(s, nth, here), ...says, ...finished(next, here)]
    },
    give(s, { to, tickets }, here) {
      const step = give(s, to, tickets, here)
      const did = step.length > 1
      return [
        ...step,
        say(`n${here.self} ${did ? `sends ${tickets} to n${to}` : 'cannot send that'}`),
      ]
    },
  },
  face,
  glyph,
  facts,
  noted: {
    nth: (s) => s.note?.snapshot ?? 0,
    says: ({ recorded, total }) => `counted ${recorded ?? '?'} of ${total}`,
  },

  always: {
    'where channels keep their order, what markers record could have been': {
      first: false,
      then(off: boolean, world, event) {
        const overtaken = world.nodes[event.node - 1]?.state.overtaken
        if (off || overtaken || world.options.method !== 'markers') return true
        const whole = event.type === 'marker' && facts(world)
        return whole && whole.consistent === false ? 'a parcel came that was never sent' : false
      },
    },
  },
}
