// What a broker, a publisher and a consumer keep, say to each other, and let one turn.

import type { Millis, NodeId, Options } from '@/lib/sim/protocol'

/** A message, known by its publisher and its number there. A poisonous one cannot be handled. */
export type Letter = { readonly id: string; readonly value: string; readonly poison: boolean }
/** A letter at the broker: for whom (0: anyone), with whom now (0: it waits), and until when. */
export type Item = Letter & {
  readonly to: NodeId
  readonly tries: number
  readonly with: NodeId
  readonly due: Millis
}
export type State = {
  /** A broker’s, on disk: what waits or is being handled, what was set aside, all it accepted. */
  readonly items: readonly Item[]
  readonly dead: readonly Item[]
  readonly accepted: readonly string[]
  /** A publisher’s, on disk: how many it published, and which the broker has not accepted. */
  readonly published: number
  readonly pending: readonly Letter[]
  /** A consumer’s: what it was given (in memory), has taken note of and has handled (on disk). */
  readonly inbox: readonly Letter[]
  readonly seen: readonly string[]
  readonly done: readonly string[]
}
export type Messages = {
  publish: Letter
  accepted: { readonly id: string }
  deliver: Letter
  /** Handled, or (failed) not to be handled. */
  ack: { readonly id: string; readonly failed: boolean }
}

export const options = {
  delivery: {
    is: 'choice',
    of: ['at most once', 'at least once'],
    default: 'at least once',
    says: 'Delivery',
  },
  fanOut: { is: 'switch', default: false, says: 'Everyone gets a copy' },
  remembers: { is: 'switch', default: false, says: 'Consumers remember what they handled' },
  patience: { is: 'number', from: 1, to: 600_000, default: 300, says: 'Deliver again after, ms' },
  attempts: { is: 'number', from: 0, to: 100, step: 1, default: 3, says: 'Attempts (0: for ever)' },
  work: { is: 'number', from: 1, to: 600_000, default: 100, says: 'Handling one takes, ms' },
  every: {
    is: 'number',
    from: 0,
    to: 600_000,
    default: 0,
    says: 'Publish every, ms (0: if asked)',
  },
} as const satisfies Options
export const commands = {
  publish: {
    says: 'publish',
    takes: {
      value: { is: 'text', longest: 20, default: 'sell 12A', says: 'what' },
      poison: { is: 'switch', default: false, says: 'cannot be handled' },
    },
    role: 'publisher',
  },
} as const

export type Broker = {
  state: State
  messages: Messages
  timers: 'again' | 'work' | 'next'
  options: typeof options
  commands: typeof commands
  roles: 'broker' | 'publisher' | 'consumer'
}
export const fresh: State = {
  items: [],
  dead: [],
  accepted: [],
  published: 0,
  pending: [],
  inbox: [],
  seen: [],
  done: [],
}
