// The promises of a protocol, held after every event of a run.

import type { Item } from './item'
import { nameText } from './name'
import type { AnyProtocol, Millis, NodeId, Promised } from './protocol'
import type { Run } from './run'
import type { Event } from './world'

/** A promise that did not hold: when, after which event, and what broke it. */
export type Broken = {
  readonly promise: string
  readonly at: Millis
  readonly event: number
  readonly says: string
}

/** An event as promises see it while the run goes on. */
class LiveEvent implements Event {
  readonly says = []
  readonly parents = [-1, -1] as const
  constructor(
    readonly index: number,
    readonly at: Millis,
    readonly node: NodeId,
    readonly item: Item,
  ) {}
  get name() {
    return nameText(this.item.high, this.item.low)
  }
  get kind() {
    return this.item.kind
  }
  get type() {
    return this.item.type
  }
  get message() {
    return this.item.message
  }
  get line() {
    return this.item.line
  }
}

export class Watch {
  readonly broken: Broken[] = []
  // biome-ignore lint/suspicious/noExplicitAny: each promise has a memo of its own type
  #kept: { sentence: string; promise: Promised<any>; memo: unknown }[]

  constructor(protocol: AnyProtocol, on: boolean) {
    const all = on ? Object.entries(protocol.always ?? {}) : []
    this.#kept = all.map(([sentence, promise]) => ({ sentence, promise, memo: promise.first }))
  }

  /** Looks once all nodes have started. A promise once broken stays so; it is not asked again. */
  look(run: Run, item: Item, node: NodeId, index: number): void {
    if (this.#kept.length === 0 || index < run.nodes.length - 1) return
    const event = new LiveEvent(index, run.at, node, item)
    let broke = false
    for (const one of this.#kept) {
      const memo = one.promise.then(one.memo, run, event)
      if (typeof memo !== 'string') {
        one.memo = memo
        continue
      }
      broke = true
      this.broken.push({ promise: one.sentence, at: run.at, event: index, says: memo })
    }
    if (broke) {
      const gone = new Set(this.broken.map(({ promise }) => promise))
      this.#kept = this.#kept.filter(({ sentence }) => !gone.has(sentence))
    }
  }
}
