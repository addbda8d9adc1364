// What an office and three machines keep, say to each other, and let one turn; and the steps.

import type { Here, Options, Step } from '@/lib/sim/protocol'

/** Forward through the steps, or back through those that were done. */
export type Order = {
  readonly who: string
  readonly seat: string
  readonly phase: 'forward' | 'back' | 'done' | 'undone'
  /** The step that is being done or undone, from 0. */
  readonly step: number
}
/** What a machine has done for an order. */
type Deed = {
  readonly order: number
  readonly seat: string
  readonly did: 'done' | 'refused' | 'undone'
}
export type State = {
  /** The office's, on disk. */
  readonly orders: readonly Order[]
  /** Orders whose step is still to be told, or to be answered: on disk only with an outbox. */
  readonly untold: readonly number[]
  readonly told: readonly number[]
  /** The others', on disk. */
  readonly deeds: readonly Deed[]
}
export type Messages = {
  do: {
    readonly order: number
    readonly step: number
    readonly who: string
    readonly seat: string
  }
  undo: { readonly order: number; readonly step: number }
  answer: { readonly order: number; readonly step: number; readonly ok: boolean }
  undone: { readonly order: number; readonly step: number }
}

export const options = {
  outbox: { is: 'switch', default: true, says: 'what is to be told is written with the order' },
  fails: {
    is: 'choice',
    of: ['nothing', 'pay', 'hold', 'mail'],
    default: 'nothing',
    says: 'what fails',
  },
  gap: { is: 'number', from: 1, to: 60_000, default: 20, says: 'from writing to telling, ms' },
  retry: { is: 'number', from: 10, to: 60_000, default: 200, says: 'asks again after, ms' },
} as const satisfies Options

export const commands = {
  order: {
    says: 'order a seat',
    takes: {
      seat: { is: 'text', longest: 4, default: '12A', says: 'seat' },
      who: { is: 'text', longest: 12, default: 'Ada', says: 'for whom' },
    },
    role: 'office',
  },
} as const

export type Saga = {
  state: State
  messages: Messages
  timers: 'tell' | 'retry'
  options: typeof options
  commands: typeof commands
  roles: 'office' | 'bank' | 'hall' | 'post'
}
export type At = Here<Saga>
export type Rule = Step<Saga>

/** Each step, who takes it, and its way back. Mail comes last: nobody can call it back. */
export const steps = [
  {
    name: 'pay',
    role: 'bank',
    does: 'takes the money',
    fails: 'there is no money',
    back: 'refund',
    undoes: 'pays it back',
  },
  {
    name: 'hold',
    role: 'hall',
    does: 'holds the seat',
    fails: 'the seat is broken',
    back: 'release',
    undoes: 'lets the seat go',
  },
  {
    name: 'mail',
    role: 'post',
    does: 'mails the ticket',
    fails: 'there is no such address',
    back: 'recall',
    undoes: 'recalls the ticket',
  },
] as const

export const isOpen = ({ phase }: Order) => phase === 'forward' || phase === 'back'
/** The numbers of all orders that have not ended. */
export const openOrders = (orders: readonly Order[]) =>
  orders.flatMap((order, i) => (isOpen(order) ? [i + 1] : []))

export const fresh: State = { orders: [], untold: [], told: [], deeds: [] }
