// One thing in the queue: a rule to be called, a message's death, or a line of the script.

import type { Json, Millis, NodeId } from './protocol'

export const kinds = ['start', 'message', 'timer', 'ask', 'wake', 'line', 'end', 'death'] as const
export type Kind = (typeof kinds)[number]

export class Item {
  /** A message that a wall has caught stays in the queue and is passed over. */
  dead = false
  /** The crystal's time at which a timer is due; a change of rate asks for it. */
  crystal: Millis = 0
  /** When a message would have arrived. */
  due: Millis = 0

  constructor(
    public at: Millis,
    public number: number,
    public kind: Kind,
    readonly node: NodeId,
    readonly high: number,
    readonly low: number,
    readonly type: string,
    readonly body: Json,
    readonly from: NodeId,
    /** When it was sent or set. */
    public sent: Millis,
    /** The event that sent it, set it or wrote it. */
    public cause: number,
    /** A message's or timer's number in the run, or the line's place in the script. */
    public id: number,
  ) {}

  /** The message that it is about, -1 for none. */
  get message() {
    return this.kind === 'message' || this.kind === 'death' ? this.id : -1
  }
  /** The line of the script that it is about, -1 for none. */
  get line() {
    const { kind, id } = this
    return kind === 'line' || kind === 'end' || kind === 'ask' || kind === 'wake' ? id : -1
  }
}
