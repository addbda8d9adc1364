// Deletion by death certificates (Demers et al. 1987 §2): what was deleted leaves a note with its
// date, which spreads like any entry and cancels older copies, so that none comes back. Everybody
// keeps it for a while, a few sites for long, dormant; whoever meets an older copy then wakes it. A
// protocol of its own: a rumour of `gossip` needs no end, and its sites would carry dates and lists
// of keepers for nothing.

import { deal, pick } from '@/lib/sim/dice'
import {
  type Face,
  type Glyph,
  type Here,
  type Millis,
  type NodeId,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { own } from '@/lib/values/own'

/** What is known under a key: a value, or (empty) a death certificate. */
type Item = {
  readonly value: string
  /** Its date, and who made it: of two items the later holds, and then that of the greater site. */
  readonly at: Millis
  readonly by: NodeId
  /** Of a certificate: when it was last awake, and which sites keep it dormant. */
  readonly active: Millis
  readonly keepers: readonly NodeId[]
}
type Items = { readonly [key: string]: Item }
export type State = {
  readonly items: Items
  // Kept for the record: its own last writing or deletion of each key, and certificates it woke.
  readonly made: Items
  readonly woke: number
}
type Messages = {
  /** All that is awake at its sender; `wants`: the receiver is to send its own. */
  mend: { readonly items: Items; readonly wants: boolean }
}

const options = {
  every: { is: 'number', from: 1, to: 600_000, default: 200, says: 'Compare every, ms' },
  keep: { is: 'number', from: 1, to: 600_000, default: 2000, says: 'τ₁: all keep for, ms' },
  dormant: { is: 'number', from: 0, to: 600_000, default: 60_000, says: 'τ₂: a few more, ms' },
  keepers: { is: 'number', from: 0, to: 100, step: 1, default: 2, says: 'r: how many keep it so' },
} as const satisfies Options
const key = { is: 'text', longest: 20, default: '12A', says: 'key' } as const
const value = { is: 'text', longest: 20, default: 'Ada', says: 'value' } as const
const commands = {
  write: { says: 'write', takes: { key, value } },
  delete: { says: 'delete', takes: { key } },
} as const

export type Deletion = {
  state: State
  messages: Messages
  timers: 'compare'
  options: typeof options
  commands: typeof commands
  roles: 'site'
}
type At = Here<Deletion>
type Rule = Step<Deletion>

const later = (a: Item, b: Item | undefined) => !b || a.at > b.at || (a.at === b.at && a.by > b.by)
const same = (a: Item, b: Item) => a.at === b.at && a.by === b.by
const isDead = (item: Item) => !item.value

/** A certificate is awake for τ₁ from its activation; then it is dormant, for τ₂ (§2.1, §2.2). */
const isAwake = (item: Item, { clock, options: { keep } }: At) =>
  !isDead(item) || clock - item.active <= keep
const isOver = (item: Item, here: At) => {
  const { keep, dormant } = here.options
  const keeps = item.keepers.includes(here.self)
  return isDead(item) && here.clock - item.active > (keeps ? keep + dormant : keep)
}

const only = (items: Items, wanted: (item: Item) => boolean): Items =>
  Object.fromEntries(Object.entries(items).filter(([, item]) => wanted(item)))

/** What is awake spreads; what is dormant does not. */
const offer = ({ items }: State, here: At) => only(items, (item) => isAwake(item, here))

/**
 * §2.2: the later item replaces the other, a certificate as well as a value. An older copy that
 * meets a dormant certificate wakes it, under its old date: only its activation is new, so that it
 * does not cancel what was written since.
 */
const meet = (mine: Item | undefined, theirs: Item, here: At): Item => {
  if (!mine || later(theirs, mine)) return theirs
  if (same(theirs, mine)) return theirs.active > mine.active ? theirs : mine
  return isDead(mine) && !isAwake(mine, here) ? { ...mine, active: here.clock } : mine
}

const again = ({ options: { every } }: At) => wait('compare', every)

/** A writing or a deletion, later than all that its site knows of the key. */
const make = (s: State, name: string, value: string, keepers: readonly NodeId[], here: At) => {
  const at = Math.max(here.clock, (own(s.items, name)?.at ?? here.clock) + 1)
  const item: Item = { value, at, by: here.self, active: here.clock, keepers }
  return { ...s, items: { ...s.items, [name]: item }, made: { ...s.made, [name]: item } }
}

const live = ({ items }: State) => Object.keys(items).filter((name) => !isDead(items[name]!))

const face = (s: State, here: At): Face => {
  const dead = Object.values(s.items).filter(isDead)
  const awake = dead.filter((item) => isAwake(item, here)).length
  const held = live(s).map((name) => `${name}: ${s.items[name]!.value}`)
  return {
    word: awake ? 'buries' : dead.length ? 'remembers' : 'site',
    mood: awake ? 'busy' : held.length ? 'proud' : 'calm',
    ...(dead.length && { number: dead.length, counts: 'certificates' }),
    ...(held.length && { holds: held.slice(0, 3).join(', ') }),
  }
}
const glyph = (_type: string, { items = {} }: Partial<Messages['mend']>): Glyph => {
  const dead = Object.values(items).filter(isDead).length
  const [all, some] = [Object.keys(items).length, dead ? `, ${dead} of death` : '']
  return { word: `${all} items${some}`, shape: dead ? 'diamond' : 'dot', routine: !all }
}

const facts = (world: World<State>) => {
  const states = world.nodes.map((n) => n.state)
  const dead = states.map((s) => Object.values(s.items).filter(isDead))
  const deletions = states.flatMap((s) => Object.values(s.made).filter(isDead))
  return {
    /** The keys that live anywhere, and at how many sites each first of them does. */
    alive: [...new Set(states.flatMap(live))].sort(),
    living: states.map((s) => live(s).length),
    /** How many certificates each site has, awake or dormant, and how often one was woken. */
    certificates: dead.map((all) => all.length),
    woken: states.reduce((sum, s) => sum + s.woke, 0),
    /** Who keeps the certificate of the last deletion. */
    keepers: deletions.toSorted((a, b) => b.at - a.at)[0]?.keepers ?? [],
  }
}

/** Who keeps what it meets, and says what happened to it. */
const learn = (s: State, items: Items, from: NodeId, here: At): Rule => {
  const names = Object.keys(items)
  const met = names.map((name) => [name, meet(own(s.items, name), items[name]!, here)] as const)
  const news = met.filter(([name, item]) => item !== own(s.items, name))
  if (!news.length) return [s]
  const buried = news.filter(([name, item]) => isDead(item) && own(s.items, name)?.value)
  const woken = news.filter(([name, item]) => item !== items[name])
  const list = (some: typeof news) => some.map(([name]) => name).join(', ')
  const after = { ...s, items: { ...s.items, ...Object.fromEntries(news) } }
  return [
    { ...after, woke: s.woke + woken.length },
    ...(buried[0] ? [say(`n${here.self} buries ${list(buried)}, as n${from} says`)] : []),
    ...(woken[0] ? [say(`n${here.self} wakes the certificate of ${list(woken)}`)] : []),
  ]
}

export const deletion: Protocol<Deletion> = {
  name: 'deletion',
  says: 'Deletes that do not come back: death certificates (Demers et al. 1987, §2).',
  options,
  commands,
  roles: ['site'],
  pictures: ['cluster'],
  start: (here) => [{ items: {}, made: {}, woke: 0 }, again(here)],
  wake: (s, here) => [s, again(here)],

  on: {
    /** §1.3: both keep the later of each, and forget nothing that is awake. */
    mend(s, { items, wants }, from, here) {
      const [after, ...does] = learn(s, items, from, here)
      const answer = send(from, 'mend', { items: offer(after, here), wants: false })
      return [after, ...does, ...(wants ? [answer] : [])]
    },
  },

  after: {
    /** Forgets the certificates whose time is over, and compares with one random other. */
    compare(before, here) {
      const items = only(before.items, (item) => !isOver(item, here))
      const gone = Object.keys(before.items).length > Object.keys(items).length
      const s = gone ? { ...before, items } : before
      const partner = pick(here)
      const mend = partner ? [send(partner, 'mend', { items: offer(s, here), wants: true })] : []
      return [s, ...mend, again(here)]
    },
  },

  ask: {
    write: (s, { key, value }, here) => [
      make(s, key, value || '–', [], here),
      say(`n${here.self} writes ${key}: ${value}`),
    ],

    /**
     * §2.1: a certificate takes the place of what is deleted, with the names of its keepers. The
     * paper draws them all by chance; here whoever deletes is one of them, so that a certificate
     * which nobody else has heard of yet is not lost.
     */
    delete(s, { key }, here) {
      const { self, dice, peers, options } = here
      if (!own(s.items, key)?.value) return [s, say(`n${self} has no ${key} to delete`)]
      const keepers = options.keepers ? [self, ...deal(dice, peers, options.keepers - 1)] : []
      return [make(s, key, '', keepers, here), say(`n${self} deletes ${key}`)]
    },
  },
  face,
  glyph,
  facts,

  always: {
    'what a site remembers only goes forward': {
      first: {},
      then(before: { readonly [site: NodeId]: Items }, { nodes }, { node: id }) {
        const is = nodes[id - 1]?.state.items
        const was = before[id] ?? is
        if (!is || !was || before[id] === is) return before
        const back = Object.keys(was).find((name) => {
          const item = own(is, name)
          return item && later(was[name]!, item)
        })
        return back === undefined ? { ...before, [id]: is } : `n${id} goes back on ${back}`
      },
    },
  },
  eventually: {
    'as long as its certificate is kept, nothing deleted is left, and nothing written is lost': ({
      at,
      nodes,
      options: { keepers, keep, dormant },
    }) => {
      if (!keepers || at > (keep as Millis) + (dormant as Millis)) return true
      const made = nodes.flatMap((n) => Object.entries(n.state.made))
      return made.every(([name]) => {
        const all = made.flatMap(([other, item]) => (other === name ? [item] : []))
        const last = all.reduce((a, b) => (later(b, a) ? b : a))
        return nodes.every(({ state: { items } }) => {
          const item = own(items, name)
          return isDead(last) ? !item?.value : item && same(item, last)
        })
      })
    },
  },
}
