// Wing and Gong's search, with Lowe's memory: places the operations of one object one by one.

import type { Json, Operation } from '@/lib/sim/protocol'
import { jsonText } from '@/lib/values/json-text'
import type { Model } from './model'
import type { Search } from './parts'
import { lift, type Timeline, timeline, unlift } from './real-time'
import { Transitions } from './transitions'

/** One placed operation: the state before it, and whether it was taken without a choice. */
type Placed = { readonly operation: number; readonly before: number; readonly forced: boolean }
/** The furthest that any attempt came. */
type Furthest = { place: number; stuck: number; order: number[]; states: Set<number> }

/**
 * For each operation another one that does the same, was called no later and returns no later, or
 * -1. Where clients touch, only pending ones have twins: nothing waits for those.
 */
function twins(operations: readonly Operation[], time: Timeline): Int32Array {
  const linked = time.needs.some((needed) => needed.length > 0)
  const alike = new Map<string, number[]>()
  const twin = new Int32Array(operations.length).fill(-1)
  const byCall = operations.map((_, i) => i).sort((a, b) => time.place[a]! - time.place[b]!)
  for (const i of byCall) {
    const { type, value, result, to } = operations[i]!
    const pending = time.pending[i] === 1
    if (time.needs[i]!.length > 0 || (linked && !pending)) continue
    const name = jsonText([type, value, pending || [result]])
    const others = alike.get(name) ?? []
    twin[i] = others.findLast((j) => pending || operations[j]!.to! <= to!) ?? -1
    others.push(i)
    alike.set(name, others)
  }
  return twin
}

/**
 * Looks for a linearization of the operations on one object (Wing and Gong 1993), never twice
 * from the same set of placed operations and state (Lowe 2017). Two short cuts that lose nothing:
 * an operation that only observes is placed as soon as it fits, without an alternative; of
 * operations that do the same, one that is called and returns first is placed first. Can be
 * stopped and resumed.
 */
export class Placing implements Search {
  answer: Search['answer'] = 'open'
  expanded = 0
  private readonly furthest: Furthest = { place: -1, stuck: -1, order: [], states: new Set() }
  private readonly time: Timeline
  private readonly twin: Int32Array
  private readonly observer: Uint8Array
  private readonly transitions: Transitions
  private readonly placed: Placed[] = []
  private readonly done: Uint16Array
  private readonly seen = new Set<string>()
  private state: number
  private left: number
  private entry: number

  constructor(operations: readonly Operation[], model: Model, initial: Json) {
    this.time = timeline(operations)
    this.twin = twins(operations, this.time)
    this.observer = Uint8Array.from(operations, (o) => (model.observes(o) ? 1 : 0))
    this.transitions = new Transitions(model, operations)
    this.state = this.transitions.number(initial)
    this.done = new Uint16Array((operations.length >> 4) + 1)
    this.left = operations.length - this.time.pending.reduce((a, b) => a + b, 0)
    this.settle()
    this.entry = this.first
  }

  get order(): number[] {
    return this.answer === 'no' ? this.furthest.order : this.placedSoFar
  }
  get stuck() {
    return this.furthest.stuck
  }
  get possible(): Json[] {
    return [...this.furthest.states].map((number) => this.transitions.states[number]!)
  }
  private get placedSoFar() {
    return this.placed.map(({ operation }) => operation)
  }
  private get first() {
    return this.time.next[2 * this.time.count]!
  }

  more(budget: number) {
    const limit = this.expanded + budget
    while (this.answer === 'open' && this.expanded < limit) {
      if (this.left === 0) this.answer = 'yes'
      else if (this.entry < this.time.count) this.attempt(this.entry)
      else this.retreat()
    }
  }

  private has(operation: number) {
    return (this.done[operation >> 4]! >> (operation & 15)) & 1
  }

  private mayPlace(operation: number) {
    const twin = this.twin[operation]!
    if (twin !== -1 && !this.has(twin)) return false
    return this.time.needs[operation]!.every((needed) => this.has(needed))
  }

  /** Tries the operation whose call stands here; where it leads nowhere new, goes on. */
  private attempt(operation: number) {
    const next = this.mayPlace(operation) ? this.transitions.after(this.state, operation) : -1
    const useless = next === this.state && this.time.pending[operation]
    if (next === -1 || useless) {
      this.entry = this.time.next[operation]!
      return
    }
    this.place(operation, next, false)
    this.settle()
    if (this.isNew()) this.entry = this.first
    else this.undo()
  }

  private isNew() {
    const size = this.seen.size
    this.seen.add(this.configuration())
    this.expanded += this.seen.size - size
    return this.seen.size > size
  }

  /** The placed set and the state as a short text: the full words at its beginning are counted. */
  private configuration() {
    const { done } = this
    let full = 0
    while (full < done.length && done[full] === 0xffff) full++
    let end = done.length
    while (end > full && done[end - 1] === 0) end--
    return `${this.state} ${full} ${String.fromCharCode(...done.subarray(full, end))}`
  }

  /** Places all that fit, are due and change nothing. */
  private settle() {
    let entry = this.first
    while (entry < this.time.count) {
      const may = this.observer[entry] && this.mayPlace(entry)
      if (may && this.transitions.after(this.state, entry) !== -1) {
        this.place(entry, this.state, true)
        entry = this.first
      } else entry = this.time.next[entry]!
    }
  }

  private place(operation: number, next: number, forced: boolean) {
    this.placed.push({ operation, before: this.state, forced })
    this.done[operation >> 4]! |= 1 << (operation & 15)
    lift(this.time, operation)
    this.state = next
    if (!this.time.pending[operation]) this.left--
  }

  /** At a return: its operation cannot be placed any more, nor anything else before it. */
  private retreat() {
    const place = this.time.place[this.entry]!
    const { furthest } = this
    if (place > furthest.place) {
      furthest.states.clear()
      furthest.place = place
      furthest.stuck = this.entry - this.time.count
      furthest.order = []
    }
    if (place === furthest.place) {
      furthest.states.add(this.state)
      if (this.placed.length > furthest.order.length) furthest.order = this.placedSoFar
    }
    this.undo()
  }

  /** Takes back the last choice and what was forced by it, and goes on behind it. */
  private undo() {
    for (;;) {
      const last = this.placed.pop()
      if (!last) {
        this.answer = 'no'
        return
      }
      const { operation } = last
      unlift(this.time, operation)
      this.done[operation >> 4]! &= ~(1 << (operation & 15))
      this.state = last.before
      if (!this.time.pending[operation]) this.left++
      this.entry = this.time.next[operation]!
      if (!last.forced) return
    }
  }
}
