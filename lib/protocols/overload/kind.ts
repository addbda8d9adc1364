// What a window and a crowd in front of it keep, say to each other, and let one turn.

import type { Here as AnyHere, Millis, NodeId, Options, Step as Steps } from '@/lib/sim/protocol'
import type { Pieces } from '@/lib/values/pieces'

/** One customer: when it came, how often it has asked, and until when it waits for what. */
export type Customer = {
  readonly id: number
  readonly tries: number
  readonly due: Millis
  readonly waits: 'answer' | 'pause' | 'door'
}
/** One request at the window. */
export type Request = { readonly from: NodeId; readonly id: number; readonly nth: number }
export type State = {
  /** A window’s queue, in memory; the first is being served. */
  readonly queue: Pieces<Request>
  /** Requests that it served, and that it turned away. */
  readonly served: number
  readonly shed: number
  /** A crowd’s customers who wait, and how many have come. */
  readonly open: Pieces<Customer>
  readonly arrived: number
  /** Requests that it sent; customers answered in time; answers too late; customers who left. */
  readonly sent: number
  readonly good: number
  readonly late: number
  readonly gaveUp: number
  /** When the last good answers came, and when the last requests were sent: of one second. */
  readonly goodAt: Pieces<Millis>
  readonly sentAt: Pieces<Millis>
}
export type Messages = {
  request: { readonly id: number; readonly nth: number }
  /** Served, or (not done) turned away at once. */
  answer: { readonly id: number; readonly nth: number; readonly done: boolean }
}

export const options = {
  rate: { is: 'number', from: 0, to: 1000, default: 8, says: 'Customers a second' },
  service: { is: 'number', from: 1, to: 60_000, default: 100, says: 'Serving one takes, ms' },
  limit: { is: 'number', from: 0, to: 1000, step: 1, default: 0, says: 'Queue limit (0: none)' },
  credits: {
    is: 'number',
    from: 0,
    to: 1000,
    step: 1,
    default: 0,
    says: 'At the window at once (0: all)',
  },
  patience: { is: 'number', from: 1, to: 600_000, default: 1000, says: 'Wait for an answer, ms' },
  retries: { is: 'number', from: 0, to: 100, step: 1, default: 0, says: 'Retries' },
  pause: { is: 'number', from: 1, to: 60_000, default: 200, says: 'Pause before that, ms' },
  backOff: { is: 'switch', default: false, says: 'Pauses double' },
  jitter: { is: 'switch', default: false, says: 'Pauses by chance' },
} as const satisfies Options
export const commands = {
  flood: {
    says: 'many come at once',
    takes: { many: { is: 'number', from: 1, to: 200, step: 1, default: 30, says: 'how many' } },
    role: 'crowd',
  },
} as const

export type Overload = {
  state: State
  messages: Messages
  timers: 'arrival' | 'served' | 'due'
  options: typeof options
  commands: typeof commands
  roles: 'window' | 'crowd'
}
export type Here = AnyHere<Overload>
export type Step = Steps<Overload>
