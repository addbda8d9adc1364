// What Raft is made of: its state (Figure 2), its messages, its options and its commands.

import type { Millis, NodeId, Options, Protocol } from '@/lib/sim/protocol'
import { say } from '@/lib/sim/protocol'

export type Entry = {
  readonly term: number
  readonly value: string
  /** By which a retried command is known (§8); empty: it never is retried. */
  readonly serial: string
}

/** One operation as whoever asked this server for it saw it; a write waits for its entry. */
export type Asked = {
  readonly type: 'write' | 'read'
  readonly value: string
  readonly result: string | null
  readonly from: Millis
  readonly to: Millis | null
  readonly outcome: 'ok' | 'fail' | 'unknown'
  readonly index: number
  readonly term: number
}

export type State = {
  readonly role: 'follower' | 'candidate' | 'leader'
  // On disk (Figure 2, persistent state).
  readonly term: number
  /** 0: nobody yet in this term. */
  readonly votedFor: NodeId
  readonly log: readonly Entry[]
  // In memory. Entries are counted from 1; 0 is before the first.
  readonly committed: number
  /** Whom it takes to lead its term; 0: nobody known. */
  readonly leader: NodeId
  /** When it began to lead, or first heard the leader of its term: for those who look on. */
  readonly since: Millis
  readonly votes: readonly NodeId[]
  readonly refusals: readonly NodeId[]
  /** A leader's nextIndex and matchIndex, by the number of the server. */
  readonly next: { readonly [server: NodeId]: number }
  readonly match: { readonly [server: NodeId]: number }
  // Kept for the record; no rule of Raft looks at it.
  readonly stood: number
  readonly asked: readonly Asked[]
}

export type Messages = {
  requestVote: { readonly term: number; readonly lastIndex: number; readonly lastTerm: number }
  vote: { readonly term: number; readonly granted: boolean }
  append: {
    readonly term: number
    readonly prevIndex: number
    readonly prevTerm: number
    readonly entries: readonly Entry[]
    readonly committed: number
  }
  /** `index`: the last entry known to match, or one that did not. `took`: entries sent to it. */
  appended: {
    readonly term: number
    readonly ok: boolean
    readonly index: number
    readonly took: number
  }
}

/** Logs to start with: the term of each entry, or its term and its value. */
type Logs = readonly (readonly (number | readonly [term: number, value: string])[])[]

const isEntry = (given: Logs[number][number]) => {
  const { term, value } = entryOf(given)
  return Number.isInteger(term) && term > 0 && typeof value === 'string'
}
const logsFault = (logs: unknown) =>
  Array.isArray(logs) && logs.every(Array.isArray) && logs.flat().every(isEntry)
    ? undefined
    : 'expected lists of terms or [term, value]'

export const entryOf = (given: Logs[number][number]): Entry => {
  const [term, value] = Array.isArray(given) ? given : [given, '']
  return { term, value, serial: '' }
}

export const options = {
  election: {
    is: 'range',
    from: 1,
    to: 10_000,
    default: [150, 300],
    says: 'Election timeout, ms',
  },
  heartbeat: { is: 'number', from: 1, to: 10_000, default: 50, says: 'Heartbeat every, ms' },
  randomised: { is: 'switch', default: true, says: 'Timeouts by chance (§5.2)' },
  upToDate: { is: 'switch', default: true, says: 'Voters compare logs (§5.4.1)' },
  currentTermOnly: { is: 'switch', default: true, says: 'Only its own term counts (§5.4.2)' },
  logs: { is: 'data', default: [] as Logs, says: 'Logs at the start', fault: logsFault },
} as const satisfies Options

export const commands = {
  campaign: { says: 'Stand for election', takes: {} },
  write: {
    says: 'Write',
    takes: {
      value: { is: 'text', longest: 60, default: 'Sell 12A to Ada', says: 'What' },
      serial: { is: 'text', longest: 20, default: '', says: 'Serial number' },
    },
  },
  read: { says: 'Read', takes: {} },
} as const

export type Raft = {
  state: State
  messages: Messages
  timers: 'election' | 'heartbeat'
  options: typeof options
  commands: typeof commands
  roles: 'server'
}
type Rules = Protocol<Raft>
export type Here = Parameters<Rules['start']>[0]
export type Step = ReturnType<Rules['start']>
export type Does = Step extends readonly [State, ...(infer E)[]] ? E : never

/** The term of an entry counted from 1; 0 before the first, undefined after the last. */
export const termAt = (log: readonly Entry[], index: number) => (index ? log[index - 1]?.term : 0)

/** What a server says of itself. */
export const tell = ({ self }: Here, text: string) => say(`n${self} ${text}`)

/** A step with more to do before its own effects. */
export const also = ([s, ...does]: Step, ...first: Does[]): Step => [s, ...first, ...does]
