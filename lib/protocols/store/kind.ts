// What windows and buyers keep, say to each other, and let one turn.

import type { Millis, NodeId, Options } from '@/lib/sim/protocol'
import type { Write } from '@/lib/values/merge-rules'

/** One sale, or (buyer 0) one ticket given back, as a window's plan of the seats has it. */
export type Sale = Write & {
  readonly buyer: NodeId
  readonly nth: number
  /** Of a ticket given back: whose it was, of which purchase. */
  readonly back?: string
}
export type Wish = 'buy' | 'giveBack'
/** One thing a buyer asked for; `from` and `to` by the buyer's own clock. */
export type Asked = {
  readonly nth: number
  /** Which of the buyer's purchases is given back; 0 for a purchase. */
  readonly sale: number
  readonly seat: string
  readonly from: Millis
  readonly to: Millis | null
  readonly outcome: 'ok' | 'fail' | 'unknown'
}
export type State = {
  /** A window's: what it knows to be sold, how often it has written, who lacks its news. */
  readonly plan: readonly Sale[]
  readonly count: number
  readonly owed: readonly NodeId[]
  /** For the record: whose sale it knew of and has dropped last; 0: none. */
  readonly forgot: NodeId
  /** A buyer's: all that it ever asked for. */
  readonly asked: readonly Asked[]
}
export type Ask = {
  readonly buyer: NodeId
  readonly nth: number
  readonly seat: string
  readonly sale: number
}
export type Messages = {
  buy: Ask
  giveBack: Ask
  /** `why` not; empty where it is done. */
  answer: Ask & { readonly why: string }
  copy: { readonly plan: readonly Sale[] }
  copied: { readonly plan: readonly Sale[] }
}
type Roles = 'window' | 'buyer'

export const options = {
  form: { is: 'choice', of: ['available', 'consistent'], default: 'available', says: 'form' },
  merge: {
    is: 'choice',
    of: ['last writer', 'versions', 'grow-only'],
    default: 'last writer',
    says: 'copies are merged by',
  },
  copy: { is: 'number', from: 1, to: 600_000, default: 300, says: 'windows copy after, ms' },
  patience: { is: 'number', from: 1, to: 600_000, default: 1000, says: 'buyers give up after, ms' },
} as const satisfies Options

const takes = {
  seat: { is: 'choice', of: ['12A', '12B', '12C'], default: '12A', says: 'seat' },
  window: { is: 'number', node: 'its own', from: 0, to: 9, default: 0, says: 'at' },
} as const satisfies Options
export const commands = {
  buy: { says: 'buy a seat', takes, role: 'buyer' },
  giveBack: { says: 'give a ticket back', takes, role: 'buyer' },
} as const

export type Store = {
  state: State
  messages: Messages
  timers: 'copy' | 'patience'
  options: typeof options
  commands: typeof commands
  roles: Roles
}
