// What a film is written on: columns of numbers, so that 100,000 events fit in a few megabytes.

import { type Item, kinds } from './item'
import type { Condition } from './node'
import type { Json, NodeId } from './protocol'
import type { Recorder, Run } from './run'
import type { Cut, Fate } from './world'

export const fates: readonly Fate[] = ['flying', 'arrived', 'lost', 'cut', 'unheard']

type Numbers = Float64Array | Int32Array | Uint8Array

/** One column of numbers that grows. */
class Column<A extends Numbers> {
  length = 0
  constructor(public data: A) {}
  push(value: number): void {
    if (this.length === this.data.length) this.#resize(this.length * 2)
    this.data[this.length++] = value
  }
  /** Gives back what was taken in advance. */
  trim(): void {
    this.#resize(this.length)
  }
  #resize(length: number): void {
    const wider = new (this.data.constructor as new (n: number) => A)(length)
    wider.set(this.data.subarray(0, Math.min(length, this.length)))
    this.data = wider
  }
}
const doubles = () => new Column(new Float64Array(256))
const whole = () => new Column(new Int32Array(256))
const small = () => new Column(new Uint8Array(256))

/** The conditions that hold from an event on. */
export type Change = {
  readonly from: number
  readonly conditions: readonly Condition[]
  readonly cuts: readonly { readonly line: number; readonly cut: Cut }[]
  readonly options: { readonly [name: string]: Json }
}
/** Where everything stood before an event, every few hundred events. */
export type Checkpoint = {
  readonly last: Int32Array
  readonly messages: readonly number[]
  readonly sent: number
  readonly timers: readonly number[]
  readonly set: number
}
export const between = 256

export class Reel implements Recorder {
  readonly at = doubles()
  readonly kind = small()
  readonly node = whole()
  readonly type = whole()
  readonly high = whole()
  readonly low = whole()
  readonly message = whole()
  readonly line = whole()
  readonly before = whole()
  readonly cause = whole()
  /** The state of the event's node after it; undefined where no rule was called. */
  readonly states: unknown[] = []
  readonly sentences = new Map<number, string[]>()
  readonly skippedLines = new Map<number, string>()
  readonly changes: Change[] = []
  readonly checkpoints: Checkpoint[] = []
  readonly messages = {
    from: whole(),
    to: whole(),
    type: whole(),
    sent: doubles(),
    due: doubles(),
    until: doubles(),
    fate: small(),
    event: whole(),
    bodies: [] as Json[],
  }
  readonly timers = { node: whole(), type: whole(), set: doubles(), due: doubles(), by: whole() }
  /** The event in which a timer ended: ran out, was stopped, set again, or its node crashed. */
  readonly timerEnd = whole()
  readonly types: string[] = []
  readonly #last: Int32Array

  constructor(readonly run: Run) {
    this.#last = new Int32Array(run.nodes.length).fill(-1)
    this.changed()
    this.#checkpoint()
  }

  event(item: Item, node: NodeId, before: number): void {
    const { kind } = item
    const called = kind !== 'line' && kind !== 'end' && kind !== 'death'
    this.at.push(this.run.at)
    this.kind.push(kinds.indexOf(kind))
    this.node.push(node)
    this.type.push(this.#typeId(item.type))
    this.high.push(item.high)
    this.low.push(item.low)
    this.message.push(item.message)
    this.line.push(item.line)
    this.before.push(before)
    this.cause.push(item.cause)
    this.states.push(called ? this.run.nodes[node - 1]!.state : undefined)
    if (called) this.#last[node - 1] = this.states.length - 1
    if (this.states.length % between === 0) this.#checkpoint()
  }

  says(sentence: string): void {
    const index = this.states.length - 1
    const said = this.sentences.get(index)
    if (said) said.push(sentence)
    else this.sentences.set(index, [sentence])
  }

  sent(item: Item): void {
    const { messages } = this
    messages.from.push(item.from)
    messages.to.push(item.node)
    messages.type.push(this.#typeId(item.type))
    messages.sent.push(item.sent)
    messages.due.push(item.due)
    messages.until.push(Infinity)
    messages.fate.push(0)
    messages.event.push(item.cause)
    messages.bodies.push(item.body)
  }

  fate(message: number, fate: Fate, until: number): void {
    this.messages.fate.data[message] = fates.indexOf(fate)
    this.messages.until.data[message] = until
  }

  set(timer: Item): void {
    const { timers } = this
    timers.node.push(timer.node)
    timers.type.push(this.#typeId(timer.type))
    timers.set.push(timer.sent)
    timers.due.push(timer.at)
    timers.by.push(this.run.events)
    this.timerEnd.push(2147483647)
  }

  unset(timer: number): void {
    this.timerEnd.data[timer] = this.run.events
  }

  changed(): void {
    const { nodes, network, options, events } = this.run
    const conditions = nodes.map((node) => node.condition)
    this.changes.push({ from: events, conditions, cuts: network.walls, options })
  }

  skipped(line: number, why: string): void {
    this.skippedLines.set(line, why)
  }

  /** No more will be written. What a paused node was asked and never took did nothing. */
  close(): void {
    for (const { held, name } of this.run.stopped ? [] : this.run.nodes)
      for (const { kind, id } of held)
        if (kind === 'ask') this.skipped(id, `${name} is paused to the end`)
    for (const part of [this, this.messages, this.timers])
      for (const column of Object.values(part)) if (column instanceof Column) column.trim()
  }

  #typeId(type: string): number {
    const id = this.types.indexOf(type)
    return id < 0 ? this.types.push(type) - 1 : id
  }

  #checkpoint(): void {
    const sent = this.messages.bodies.length
    const set = this.timerEnd.length
    const before = this.checkpoints[this.checkpoints.length - 1]
    const { fate } = this.messages
    const flies = (id: number) => fate.data[id] === 0
    const runs = (id: number) => this.timerEnd.data[id]! === 2147483647
    const messages = (before?.messages ?? []).filter(flies)
    for (let id = before?.sent ?? 0; id < sent; id++) if (flies(id)) messages.push(id)
    const timers = (before?.timers ?? []).filter(runs)
    for (let id = before?.set ?? 0; id < set; id++) if (runs(id)) timers.push(id)
    this.checkpoints.push({ last: this.#last.slice(), messages, sent, timers, set })
  }
}
