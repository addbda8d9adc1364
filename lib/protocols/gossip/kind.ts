// What a site of a gossip keeps, says to others, and lets one turn.

import type { Here as AnyHere, Millis, NodeId, Options, Step as Steps } from '@/lib/sim/protocol'
import type { GCounter } from '@/lib/values/g-counter'

/** What is known under a key: the n-th writing, by this site; the later one replaces the other. */
export type Entry = { readonly value: string; readonly n: number; readonly by: NodeId }
export type Entries = { readonly [key: string]: Entry }
/** A rumour that a site spreads: its useless contacts in a row, and what this cycle brought. */
export type Hot = { readonly useless: number; readonly cycle: 'none' | 'useless' | 'useful' }

export type State = {
  // On disk.
  readonly entries: Entries
  /** Seats sold at each site, as far as is known here. */
  readonly sold: GCounter
  // In memory.
  readonly hot: { readonly [key: string]: Hot }
  // Kept for the record: when it first heard of each key, and how many updates it has sent.
  readonly heard: { readonly [key: string]: Millis }
  readonly sent: number
  /** The hashes of its tree that its last comparison looked at, and the leaves that differed. */
  readonly compared: readonly number[]
  readonly differed: readonly number[]
}
export type Messages = {
  /** Updates pushed, or those that were asked for; `wants`: the receiver is to send its own. */
  news: { readonly entries: Entries; readonly sold: GCounter; readonly wants: boolean }
  /** Which of the updates were needed: the feedback that rumours die of. */
  thanks: { readonly needed: readonly string[]; readonly useless: readonly string[] }
  /** Hashes of some places of the sender’s tree. */
  compare: { readonly hashes: { readonly [place: number]: string } }
  /** All entries under these leaves; `wants`: the receiver is to send its own. */
  mend: { readonly leaves: readonly number[]; readonly entries: Entries; readonly wants: boolean }
}

export const options = {
  way: { is: 'choice', of: ['push', 'pull', 'push-pull'], default: 'push', says: 'Who sends' },
  stops: { is: 'choice', of: ['never', 'counter', 'coin'], default: 'counter', says: 'Ends by' },
  feedback: { is: 'switch', default: true, says: 'Only useless contacts count (off: blind)' },
  k: { is: 'number', from: 1, to: 100, default: 2, says: 'k: so many, or a chance of 1/k' },
  every: { is: 'number', from: 1, to: 600_000, default: 100, says: 'A cycle takes, ms' },
  pace: {
    is: 'choice',
    of: ['cycles', 'steady', 'random'],
    default: 'steady',
    says: 'Sites act in step, each in its own time, or at random',
  },
  repair: { is: 'number', from: 0, to: 600_000, default: 0, says: 'Compare trees every, ms' },
  depth: { is: 'number', from: 0, to: 8, default: 3, says: 'Depth of the trees' },
  merge: { is: 'choice', of: ['largest', 'sum'], default: 'largest', says: 'Counts merge by' },
} as const satisfies Options

export const commands = {
  tell: {
    says: 'tell a rumour',
    takes: {
      key: { is: 'text', longest: 20, default: '12A', says: 'about' },
      value: { is: 'text', longest: 20, default: 'sold', says: 'what' },
    },
  },
  sell: {
    says: 'sell seats',
    takes: { seats: { is: 'number', from: 1, to: 100, default: 1, says: 'how many' } },
  },
} as const

export type Gossip = {
  state: State
  messages: Messages
  timers: 'cycle' | 'repair'
  options: typeof options
  commands: typeof commands
  roles: 'site'
}
export type Here = AnyHere<Gossip>
export type Step = Steps<Gossip>

/** Whether an entry replaces another, or the lack of one. */
export const later = (a: Entry, b: Entry | undefined) =>
  !b || a.n > b.n || (a.n === b.n && a.by > b.by)
