// What replicas and clients keep, say to each other, and let one turn.

import type { Millis, NodeId, Options } from '@/lib/sim/protocol'

export type Version = { readonly n: number; readonly value: string }
/** One operation of a client, and when, for those who look on; `to` is null while it waits. */
export type Op = {
  readonly type: 'read' | 'write'
  readonly from: Millis
  readonly to: Millis | null
  readonly outcome: 'ok' | 'unknown'
  readonly version: Version
}
export type Read = { readonly client: NodeId; readonly nth: number; readonly least: number }
export type State = {
  /** A replica's; on disk but for the reads that wait until it is less behind. */
  readonly version: Version
  readonly written: { readonly [client: NodeId]: { readonly nth: number; readonly n: number } }
  readonly owed: readonly NodeId[]
  readonly waiting: readonly Read[]
  /** A client's: what it did, and its session: the newest version that it wrote or read. */
  readonly ops: readonly Op[]
  readonly session: number
}
export type Messages = {
  write: { readonly nth: number; readonly value: string }
  wrote: { readonly nth: number; readonly n: number }
  read: Omit<Read, 'client'>
  reply: { readonly nth: number; readonly version: Version }
  copy: { readonly version: Version }
  copied: { readonly n: number }
}

export const options = {
  sessions: { is: 'switch', default: false, says: 'readers say what they have seen' },
  lag: { is: 'number', from: 1, to: 600_000, default: 200, says: 'followers are told after, ms' },
  patience: {
    is: 'number',
    from: 1,
    to: 600_000,
    default: 1500,
    says: 'clients give up after, ms',
  },
} as const satisfies Options

export const commands = {
  write: {
    says: 'write',
    takes: { value: { is: 'text', longest: 12, default: 'Ada', says: 'who has seat 12A' } },
    role: 'client',
  },
  read: {
    says: 'read',
    takes: {
      at: { is: 'number', node: 'its own', from: 0, to: 5, default: 0, says: 'at' },
    },
    role: 'client',
  },
} as const

export type Replica = {
  state: State
  messages: Messages
  timers: 'copy' | 'patience'
  options: typeof options
  commands: typeof commands
  roles: 'replica' | 'client'
}

export const nothing: Version = { n: 0, value: '' }
export const fresh: State = {
  version: nothing,
  written: {},
  owed: [],
  waiting: [],
  ops: [],
  session: 0,
}
export const name = ({ n, value }: Version) => (n ? `${value} (version ${n})` : 'nothing')

export const last = (s: State) => s.ops[s.ops.length - 1]
