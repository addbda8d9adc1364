// What a history is written in: operations of three windows on two seats, for a reader to edit.

/** One operation on a seat, as a reader may edit it: who holds the seat, or `free`. */
export type Entry = {
  readonly client: string
  readonly type: 'read' | 'write'
  readonly seat: string
  /** Written, or read. A value may be written once only. */
  readonly value: string
  readonly from: number
  readonly to: number
}

export const clients = ['East', 'West', 'North'] as const
export const seats = ['12A', '12B'] as const
/** What a seat holds before anybody writes. */
export const free = 'free'
/** The axis, ms, and how many operations there may be. */
export const until = 400
export const most = 12
