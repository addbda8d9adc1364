// What a site of a gossip keeps, says to others, and lets one turn.

import type { Here as AnyHere, Millis, NodeId, Options, Step as Steps } from '@/lib/sim/protocol'
import type { GCounter } from '@/lib/values/g-counter'

/** What is known under a key: the n-th writing, by this site; the later one replaces the other. */
export type Entry = { readonly value: string; readonly n: number; readonly by: NodeId }
/** Whether each was needed. */
export type Feedback = { readonly [key: string]: boolean }
export type Entries = { readonly [key: string]: Entry }
export type State = {
  // On disk.
  readonly entries: Entries
  /** Seats sold at each site, as far as is known here. */
  readonly sold: GCounter
  /** Seats that it has sold itself, whatever it was told since. */
  readonly mine: number
  // In memory.
  /** What it spreads, with the number of useless contacts in a row. */
  readonly hot: { readonly [key: string]: number }
  /** Whether any contact of this cycle needed it; a key without contacts is left out. */
  readonly back: Feedback
  // Kept for the record: when it first heard of each key, and how many updates it has sent.
  readonly heard: { readonly [key: string]: Millis }
  readonly sent: number
}
export type Messages = {
  /** Updates pushed, or those that were asked for; `wants`: the receiver is to send its own. */
  news: { readonly entries: Entries; readonly sold: GCounter; readonly wants: boolean }
  /** Which of the updates were needed: the feedback that rumours die of. */
  thanks: { readonly needed: Feedback }
  /** All that the sender has; `wants`: the receiver is to send its own. */
  mend: { readonly entries: Entries; readonly wants: boolean }
}

export const options = {
  way: {
    is: 'choice',
    of: ['push', 'pull', 'push-pull'],
    default: 'push',
    says: 'News goes by',
  },
  stops: {
    is: 'choice',
    of: ['never', 'by counter', 'by coin'],
    default: 'by counter',
    says: 'Loses interest',
  },
  feedback: { is: 'switch', default: true, says: 'Feedback' },
  k: { is: 'number', from: 1, to: 100, default: 2, says: 'k' },
  every: { is: 'number', from: 1, to: 600_000, default: 100, says: 'Cycle, ms' },
  pace: {
    is: 'choice',
    of: ['cycles', 'steady', 'random'],
    default: 'steady',
    says: 'Pace',
  },
  repair: { is: 'number', from: 0, to: 600_000, default: 0, says: 'Anti-entropy every, ms' },
  merge: { is: 'choice', of: ['largest', 'sum'], default: 'largest', says: 'Counts merge by' },
} as const satisfies Options

export const commands = {
  tell: {
    says: 'tell',
    takes: {
      key: { is: 'text', longest: 20, default: '12A', says: 'about' },
      value: { is: 'text', longest: 20, default: 'sold', says: 'what' },
    },
  },
  sell: {
    says: 'sell',
    takes: { seats: { is: 'number', from: 1, to: 100, default: 1, says: 'seats' } },
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
