// What a lock, its holders and a store keep, say to each other, and let one turn.

import type { Here, Millis, NodeId, Options, Step } from '@/lib/sim/protocol'

/** One write that a holder wants to make, from asking for the lease to the store's answer. */
export type Job = {
  readonly phase: 'asks' | 'works' | 'writes' | 'done' | 'refused' | 'late'
  readonly value: string
  readonly from: Millis
  readonly to: Millis | null
  readonly token: number
  /** By its own clock, until when the holder may count on the lease. */
  readonly until: Millis
}
/** A request: when it was sent, by its sender’s clock, and when it was heard, by the lock’s. */
type Wait = {
  readonly client: NodeId
  readonly nth: number
  readonly asked: Millis
  readonly heard: Millis
}
/** To whom the lock has lent, and how long that request had waited, by the lock’s clock. */
type Lent = Omit<Wait, 'heard'> & { readonly waited: Millis }
export type State = {
  /** A lock's: the last token it gave, to whom (0: nobody holds the lease), and who waits. */
  readonly token: number
  readonly holder: Lent
  readonly queue: readonly Wait[]
  /**
   * A store's: what was written last, with which token; how many writes came late, and how it took
   * them.
   */
  readonly value: string
  readonly written: number
  readonly highest: number
  readonly overwrote: number
  readonly refused: number
  /** A holder's. */
  readonly jobs: readonly Job[]
}
export type Messages = {
  /** `asked`: when it was sent, by the sender’s clock; a grant brings it back. */
  acquire: { readonly nth: number; readonly asked: Millis }
  grant: {
    readonly nth: number
    readonly token: number
    readonly asked: Millis
    readonly waited: Millis
  }
  release: { readonly token: number }
  write: { readonly nth: number; readonly token: number; readonly value: string }
  written: { readonly nth: number; readonly ok: boolean }
}

export const options = {
  fencing: { is: 'switch', default: true, says: 'the store refuses an older token' },
  checks: { is: 'switch', default: false, says: 'holders look at their clock before writing' },
  uncertainty: { is: 'number', from: 0, to: 50, default: 1, says: 'clocks may part by, %' },
  term: { is: 'number', from: 10, to: 600_000, default: 300, says: 'a lease lasts, ms' },
  work: { is: 'number', from: 1, to: 600_000, default: 100, says: 'a holder works for, ms' },
  retry: { is: 'number', from: 10, to: 60_000, default: 100, says: 'asks again after, ms' },
} as const satisfies Options

export const commands = {
  write: {
    says: 'write under the lease',
    takes: { value: { is: 'text', longest: 12, default: 'Ada', says: 'who gets seat 12A' } },
    role: 'holder',
  },
} as const

export type Lease = {
  state: State
  messages: Messages
  timers: 'expire' | 'work' | 'retry'
  options: typeof options
  commands: typeof commands
  roles: 'holder' | 'lock' | 'store'
}
export type At = Here<Lease>
export type Rule = Step<Lease>

export const nobody: Lent = { client: 0, nth: 0, asked: 0, waited: 0 }
export const fresh: State = {
  token: 0,
  holder: nobody,
  queue: [],
  value: '',
  written: 0,
  highest: 0,
  overwrote: 0,
  refused: 0,
  jobs: [],
}
/** A holder's last job. */
export const last = (s: State) => s.jobs[s.jobs.length - 1]
export const open = (job: Job | undefined) => job?.to === null
