// What a run looks like from outside: the world at a moment, and the events that made it so.

import type { Kind } from './item'
import type { Json, Millis, NodeId } from './protocol'

export type Timer = { readonly name: string; readonly set: Millis; readonly due: Millis }

export type WorldNode<S = unknown> = {
  readonly id: NodeId
  readonly name: string
  readonly role: string
  readonly up: boolean
  readonly paused: boolean
  /** What the node's own clock shows. */
  readonly clock: Millis
  /** Of a node that is down: as it was when it crashed. */
  readonly state: S
  readonly timers: readonly Timer[]
}

/**
 * Lost by chance (half-way), cut at a wall, unheard by a node that was down, arrived; or, as far
 * as the film goes, still on its way.
 */
export type Fate = 'flying' | 'arrived' | 'lost' | 'cut' | 'unheard'

export type Message = {
  /** Its place among the messages of the run. */
  readonly id: number
  readonly from: NodeId
  readonly to: NodeId
  readonly type: string
  readonly body: Json
  readonly sent: Millis
  readonly due: Millis
  readonly fate: Fate
  /** When its fate was met. */
  readonly until: Millis
}

/** A wall that stands: nothing passes between these groups, or one way on a link. */
export type Cut =
  | { readonly groups: readonly (readonly NodeId[])[] }
  | { readonly from: NodeId; readonly to: NodeId }

export type World<S = unknown> = {
  readonly at: Millis
  readonly nodes: readonly WorldNode<S>[]
  /** Those on their way at this moment. */
  readonly messages: readonly Message[]
  readonly cuts: readonly Cut[]
  /** The options as they are turned at this moment. */
  readonly options: { readonly [name: string]: Json }
}

/** One rule called, one line taking effect (or ending), or one message dying. */
export type Event = {
  /** Its place in the film. */
  readonly index: number
  /** 16 hex digits: where it comes from. The same name in two films is the same event. */
  readonly name: string
  readonly at: Millis
  readonly kind: Kind
  /** Whose rule was called; 0 where none was. A death has the receiver. */
  readonly node: NodeId
  /** The message's type, the timer, the command, or the line's word. */
  readonly type: string
  /** The message's id, where there is one, else -1. */
  readonly message: number
  /** The line's place in the script, where there is one, else -1. */
  readonly line: number
  readonly says: readonly string[]
  /** The event before it on its node, and the one that sent, set or wrote it; -1 where none. */
  readonly parents: readonly [before: number, cause: number]
}
