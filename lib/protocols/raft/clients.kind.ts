// What a client of Raft keeps, hears and is asked, beside what servers do.

import type { Here as HereOf, NodeId, Step } from '@/lib/sim/protocol'
import type { World, WorldNode } from '@/lib/sim/world'
import type { Raft, State as Server } from './kind'

/**
 * One command of a client, by its own clock, and its place among all that were applied; or a read,
 * with what it returned, and how many were applied by then.
 */
export type Op = {
  readonly type: 'order' | 'read'
  readonly value: string
  readonly from: number
  readonly to: number | null
  readonly outcome: 'ok' | 'unknown'
  readonly place: number
  readonly tries: number
}
/** What a client keeps: its session, and which server it takes to lead. */
export type Client = { readonly ops: readonly Op[]; readonly leader: NodeId; readonly hops: number }
/** A read that a leader has not answered, and who has heard from it since it was asked (§8). */
export type Read = {
  readonly client: NodeId
  readonly serial: string
  readonly round: number
  readonly heard: readonly NodeId[]
}
/** A server, its open reads, and the number of the last: appends carry it, replies repeat it. */
export type Serving = Server & { readonly reads: readonly Read[]; readonly round: number }
export type State = Serving | Client
type Round = { readonly round: number }
export type Messages = Omit<Raft['messages'], 'append' | 'appended'> & {
  append: Raft['messages']['append'] & Round
  appended: Raft['messages']['appended'] & Round
  request: { readonly serial: string; readonly value: string; readonly type: Op['type'] }
  /**
   * `place`: 0 where it is not applied; `leader`: whom the server follows, 0 where nobody; `value`:
   * what a read returns.
   */
  reply: {
    readonly serial: string
    readonly place: number
    readonly leader: NodeId
    readonly value?: string
  }
}

export const extra = {
  retry: { is: 'number', from: 1, to: 60_000, default: 400, says: 'Clients ask again after, ms' },
} as const
export const order = {
  says: 'Ask for a command',
  takes: { value: { is: 'text', longest: 60, default: 'Sell 12A to Ada', says: 'What' } },
  role: 'client',
} as const
export const query = { says: 'Ask for the last command', takes: {}, role: 'client' } as const

export type RaftClients = {
  state: State
  messages: Messages
  timers: Raft['timers'] | 'retry'
  options: Raft['options'] & typeof extra
  commands: {
    campaign: Raft['commands']['campaign'] & { readonly role: 'server' }
    order: typeof order
    query: typeof query
  }
  roles: 'server' | 'client'
}
export type Here = HereOf<RaftClients>
export type Rule = Step<RaftClients>
export type Does = Rule extends readonly [State, ...(infer E)[]] ? readonly E[] : never

export const isClient = (s: State): s is Client => 'ops' in s
/** A session is a client’s; its serial numbers count its commands (§8). */
export const serialOf = (client: NodeId, nth: number) => `n${client}.${nth}`
export const clientOf = (serial: string) => +(/^n(\d+)\./.exec(serial)?.[1] ?? 0)

/** What a server has carried out: each serial number once, in the order of application. */
export type Applied = (s: Server) => readonly { readonly serial: string; readonly value: string }[]
/** What a leader logs when it has nothing of its own term; nobody has asked for it (§8). */
export const blank = { value: 'blank', serial: '' }

export const clientsOf = ({ nodes }: World<State>) =>
  nodes.filter((n): n is WorldNode<Client> => isClient(n.state))
