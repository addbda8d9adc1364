// Anti-entropy by Merkle trees: two copies compare one hash, and open only what differs, down to
// the entries to mend (Demers et al. 1987 §1.3; Merkle 1987; Dynamo, DeCandia et al. 2007 §4.7). A
// protocol of its own beside `gossip`, whose anti-entropy compares whole copies as in §1.3.

import { pick } from '@/lib/sim/dice'
import {
  type Face,
  type Glyph,
  type Here,
  type NodeId,
  type Options,
  type Protocol,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { sameJson } from '@/lib/values/json-text'
import { merkleTree } from '@/lib/values/merkle-tree'
import { own } from '@/lib/values/own'

/** The n-th writing of a key, by this copy: the later one replaces the other. */
type Entry = { readonly value: string; readonly n: number; readonly by: NodeId }
type Entries = { readonly [key: string]: Entry }
export type State = {
  readonly entries: Entries
  // Kept for the record: hashes that its last comparison looked at, all of them, and entries sent.
  readonly compared: readonly number[]
  readonly hashes: number
  readonly sent: number
}
type Messages = {
  /** Hashes of some places of the sender’s tree, in heap order from 0, the root. */
  compare: { readonly hashes: { readonly [place: number]: string } }
  /** All entries under these leaves; `wants`: the receiver is to send its own. */
  mend: { readonly leaves: readonly number[]; readonly entries: Entries; readonly wants: boolean }
}

const options = {
  every: { is: 'number', from: 1, to: 600_000, default: 500, says: 'Compare every, ms' },
  depth: { is: 'number', from: 0, to: 8, step: 1, default: 3, says: 'Depth of the trees' },
  seats: { is: 'number', from: 0, to: 200, step: 1, default: 16, says: 'Seats at the start' },
} as const satisfies Options
const commands = {
  write: {
    says: 'write',
    takes: {
      key: { is: 'text', longest: 20, default: '12A', says: 'seat' },
      value: { is: 'text', longest: 20, default: 'sold', says: 'what' },
    },
  },
} as const

export type AntiEntropy = {
  state: State
  messages: Messages
  timers: 'compare'
  options: typeof options
  commands: typeof commands
  roles: 'copy'
}
type At = Here<AntiEntropy>

const later = (a: Entry, b: Entry | undefined) => !b || a.n > b.n || (a.n === b.n && a.by > b.by)
/** Rows of four: 1A, 1B, 1C, 1D, 2A … */
const seatOf = (i: number) => `${Math.floor(i / 4) + 1}${'ABCD'[i % 4]}`

/** The rows of a tree in heap order, from the root down. */
const levelsOf = ({ hashes }: { readonly hashes: readonly string[] }) => {
  const levels: string[][] = []
  for (let i = 0; i < hashes.length; i = 2 * i + 1) levels.push(hashes.slice(i, 2 * i + 1))
  return levels
}

const again = ({ options: { every } }: At) => wait('compare', every)

const face = ({ entries }: State): Face => {
  const sold = Object.keys(entries).filter((key) => entries[key]!.value === 'sold')
  return {
    word: 'copy',
    mood: 'calm',
    number: Object.keys(entries).length,
    counts: 'entries',
    ...(sold.length && { holds: `sold: ${sold.slice(0, 4).join(', ')}` }),
  }
}
const glyph = (type: string, body: Partial<Messages['compare'] & Messages['mend']>): Glyph => {
  const count = Object.keys(body.hashes ?? body.entries ?? {}).length
  const things = type === 'compare' ? 'hash' : 'entr'
  const end = type === 'compare' ? (count === 1 ? '' : 'es') : count === 1 ? 'y' : 'ies'
  return { word: `${count} ${things}${end}`, shape: type === 'compare' ? 'diamond' : 'square' }
}

const facts = (world: World<State>) => {
  const states = world.nodes.map((n) => n.state)
  const depth = world.options.depth as number
  const [one, two = one] = states.map((s) => merkleTree.of(s.entries, depth))
  const keys = [...new Set(states.slice(0, 2).flatMap((s) => Object.keys(s.entries)))]
  const keysIn = (leaf: number) => keys.filter((key) => merkleTree.leafOf(key, depth) === leaf)
  const [first, second = first] = world.nodes
  return {
    same: states.every((s) => sameJson(s.entries, states[0]!.entries)),
    /** How many leaves of the first two copies differ, and how many of their entries. */
    apart: merkleTree.compare(one!, two!).leaves.length,
    different: keys.filter(
      (key) => !sameJson(own(first!.state.entries, key) ?? 0, own(second!.state.entries, key) ?? 0),
    ).length,
    entries: states.map((s) => Object.keys(s.entries).length),
    /** Hashes that each copy’s last comparison looked at; hashes and entries sent in all. */
    compared: states.map((s) => s.compared.length),
    hashes: states.reduce((sum, s) => sum + s.hashes, 0),
    sent: states.reduce((sum, s) => sum + s.sent, 0),
    trees: {
      names: [first!.name, second!.name],
      levels: [levelsOf(one!), levelsOf(two!)],
      leaves: Array.from({ length: merkleTree.leavesOf(depth) }, (_, leaf) =>
        keysIn(leaf).join(' '),
      ),
    },
  }
}

export const antiEntropy: Protocol<AntiEntropy> = {
  name: 'anti-entropy',
  says: 'Anti-entropy: copies compare Merkle trees and mend what differs (Demers et al. 1987).',
  options,
  commands,
  roles: ['copy'],
  pictures: ['cluster', 'tree'],

  start(here) {
    const seats = Array.from({ length: here.options.seats }, (_, i) => seatOf(i))
    const entries = Object.fromEntries(seats.map((key) => [key, { value: 'free', n: 0, by: 0 }]))
    return [{ entries, compared: [], hashes: 0, sent: 0 }, again(here)]
  },
  wake: (s, here) => [s, again(here)],

  on: {
    /** Where two hashes are equal, all below is equal; where not, their children are looked at. */
    compare(s, { hashes }, from, here) {
      const { depth } = here.options
      const mine = merkleTree.of(s.entries, depth).hashes
      const inner = merkleTree.leavesOf(depth) - 1
      const places = Object.keys(hashes).map(Number)
      const apart = places.filter((place) => hashes[place] !== mine[place])
      const leaves = apart.filter((place) => place >= inner).map((place) => place - inner)
      const below = apart.filter((place) => place < inner).flatMap((p) => [2 * p + 1, 2 * p + 2])
      const compared = places.includes(0) ? places : [...s.compared, ...places]
      const opened = Object.fromEntries(below.map((place) => [place, mine[place]!]))
      const entries = merkleTree.under(s.entries, leaves, depth) as Entries
      const sent = s.sent + Object.keys(entries).length
      return [
        { ...s, compared, hashes: s.hashes + below.length, sent },
        say(
          apart.length
            ? `n${here.self} differs from n${from} in ${apart.length} of ${places.length} hashes`
            : `n${here.self} is the same as n${from} there`,
        ),
        ...(below.length ? [send(from, 'compare', { hashes: opened })] : []),
        ...(leaves.length ? [send(from, 'mend', { leaves, entries, wants: true })] : []),
      ]
    },

    /** Both keep the later of each entry. */
    mend(s, { leaves, entries, wants }, from, here) {
      const news = Object.keys(entries).filter((key) => later(entries[key]!, own(s.entries, key)))
      const learnt = Object.fromEntries(news.map((key) => [key, entries[key]!]))
      const after = news.length ? { ...s, entries: { ...s.entries, ...learnt } } : s
      const mine = merkleTree.under(after.entries, leaves, here.options.depth) as Entries
      const sent = after.sent + (wants ? Object.keys(mine).length : 0)
      return [
        { ...after, sent },
        ...(news.length ? [say(`n${here.self} is mended by n${from}: ${news.join(', ')}`)] : []),
        ...(wants ? [send(from, 'mend', { leaves, entries: mine, wants: false })] : []),
      ]
    },
  },

  after: {
    /** One hash, to one random other. */
    compare(s, here) {
      const partner = pick(here)
      if (!partner) return [s]
      const hashes = { 0: merkleTree.of(s.entries, here.options.depth).hashes[0]! }
      return [{ ...s, hashes: s.hashes + 1 }, send(partner, 'compare', { hashes }), again(here)]
    },
  },

  ask: {
    write(s, { key, value }, here) {
      const entry = { value, n: (own(s.entries, key)?.n ?? 0) + 1, by: here.self }
      return [
        { ...s, entries: { ...s.entries, [key]: entry } },
        say(`n${here.self} writes ${key}: ${value}`),
      ]
    },
  },
  face,
  glyph,
  facts,

  always: {
    'what a copy has only goes forward': {
      first: {},
      then(before: { readonly [node: NodeId]: Entries }, { nodes }, { node: id }) {
        const is = nodes[id - 1]?.state.entries
        const was = before[id] ?? is
        if (!is || !was || before[id] === is) return before
        const back = Object.keys(was).find((key) => later(was[key]!, own(is, key)))
        return back === undefined ? { ...before, [id]: is } : `n${id} goes back on ${back}`
      },
    },
  },
  eventually: { 'all copies are the same': (world) => facts(world).same },
}
