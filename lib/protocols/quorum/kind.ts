// What copies and clients keep, say to each other, and let one turn.

import type { Millis, NodeId, Options } from '@/lib/sim/protocol'

/** The n-th version, by this client: the greater number is newer, then the greater client. */
export type Version = { readonly n: number; readonly by: NodeId; readonly value: string }
/** One operation of a client, and when, for those who look on; `to` is null while it waits. */
export type Op = {
  readonly type: 'read' | 'write'
  readonly from: Millis
  readonly to: Millis | null
  readonly outcome: 'ok' | 'unknown'
  /** What is written (n = 0 while its writer looks), or the newest that was read so far. */
  readonly version: Version
  /** The copies whose answers ended it. */
  readonly copies: readonly NodeId[]
  /** Of a read: whether it has its answer, and is writing that back. */
  readonly back?: boolean
}
/** Whose answer, and the version that it had. */
export type Heard = { readonly from: NodeId; readonly version: Version }
export type State = {
  /** A replica's, on disk. */
  readonly version: Version
  /** A client's: its operations, what answered the last one, and the newest n that it met. */
  readonly ops: readonly Op[]
  readonly heard: readonly Heard[]
  readonly known: number
}
export type Messages = {
  write: { readonly nth: number; readonly version: Version }
  wrote: { readonly nth: number }
  read: { readonly nth: number }
  reply: { readonly nth: number; readonly version: Version }
  repair: { readonly version: Version }
}

export const options = {
  r: {
    is: 'number',
    from: 0,
    to: 99,
    step: 1,
    default: 0,
    says: 'R: replies to read (0: a majority)',
  },
  w: {
    is: 'number',
    from: 0,
    to: 99,
    step: 1,
    default: 0,
    says: 'W: replies to write (0: a majority)',
  },
  spread: { is: 'choice', of: ['all', 'quorum'], default: 'all', says: 'who is asked' },
  looks: { is: 'switch', default: false, says: 'writers ask for the newest version first' },
  writeBack: { is: 'switch', default: false, says: 'readers write back what they answer' },
  repair: { is: 'switch', default: false, says: 'readers mend what is old' },
  patience: {
    is: 'number',
    from: 1,
    to: 600_000,
    default: 1000,
    says: 'clients give up after, ms',
  },
  pairs: { is: 'number', from: 0, to: 1000, step: 1, default: 0, says: 'writes, each then read' },
  lag: { is: 'number', from: 0, to: 600_000, default: 0, says: 'wait before reading, ms' },
} as const satisfies Options

export const commands = {
  write: {
    says: 'write',
    takes: { value: { is: 'text', longest: 20, default: 'Ada', says: 'value' } },
    role: 'client',
  },
  read: { says: 'read', takes: {}, role: 'client' },
} as const

export type Quorum = {
  state: State
  messages: Messages
  timers: 'patience' | 'next'
  options: typeof options
  commands: typeof commands
  roles: 'replica' | 'client'
}

export const nothing: Version = { n: 0, by: 0, value: '' }
export const fresh: State = { version: nothing, ops: [], heard: [], known: 0 }

export const newer = (a: Version, b: Version) => a.n > b.n || (a.n === b.n && a.by > b.by)
export const name = ({ n, value }: Version) => (n ? `version ${n} (${value})` : 'nothing')
/** How many replies an operation needs among n copies. */
export const needed = (option: number, n: number) => option || Math.floor(n / 2) + 1
/** A client’s last operation. */
export const last = (s: State) => s.ops[s.ops.length - 1]
