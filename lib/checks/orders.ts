// Puts operations in one order that keeps given precedences and gives every result.

import type { Json, Operation } from '@/lib/sim/protocol'
import type { Model } from './model'
import { isPending } from './operation'
import { Transitions } from './transitions'

/** Pairs by rows: before[a]![b] if a must come before b. */
export type Precedence = readonly (readonly boolean[])[]

export type Found = {
  readonly answer: 'yes' | 'no' | 'open'
  /** The order, or the longest beginning of one. */
  readonly order: readonly number[]
  readonly expanded: number
}

/** Members of each key, whose steps are those of one object. */
const objectsOf = (operations: readonly Operation[], model: Model) => {
  const keys = [...new Set(operations.map(model.keyOf))]
  return operations.map((operation) => keys.indexOf(model.keyOf(operation)))
}

/** The search: at each node every operation whose predecessors are placed, in turn. */
class Ordering {
  expanded = 0
  longest: number[] = []
  private readonly placed: number[] = []
  private readonly done: boolean[]
  private readonly object: number[]
  private readonly states: number[]
  private readonly transitions: Transitions
  private readonly seen = new Set<string>()

  constructor(
    private readonly operations: readonly Operation[],
    private readonly before: Precedence,
    private readonly model: Model,
    initial: Json,
    private readonly budget: number,
  ) {
    this.done = operations.map(() => false)
    this.object = objectsOf(operations, model)
    this.transitions = new Transitions(model, operations)
    this.states = operations.map(() => this.transitions.number(initial))
  }

  /** True if all that must be placed can be, from here on. */
  run(): boolean {
    const start = this.placed.length
    this.observe()
    if (this.placed.length > this.longest.length) this.longest = [...this.placed]
    if (this.complete()) return true
    if (this.isNew())
      for (let i = 0; i < this.operations.length; i++) if (this.branch(i)) return true
    while (this.placed.length > start) this.done[this.placed.pop()!] = false
    return false
  }

  private complete() {
    return this.operations.every((operation, i) => this.done[i] || isPending(operation))
  }

  private isNew() {
    const key = `${this.done.map((d) => (d ? 1 : 0)).join('')} ${this.states.join(' ')}`
    if (this.seen.has(key) || this.expanded >= this.budget) return false
    this.seen.add(key)
    this.expanded++
    return true
  }

  private next(i: number) {
    if (this.done[i] || this.operations.some((_, j) => this.before[j]![i] && !this.done[j]))
      return -1
    return this.transitions.after(this.states[this.object[i]!]!, i)
  }

  /** Whatever only observes is placed at once: that takes nothing from any other order. */
  private observe() {
    for (let i = 0; i < this.operations.length; i++)
      if (this.model.observes(this.operations[i]!) && this.next(i) !== -1) {
        this.done[i] = true
        this.placed.push(i)
        i = -1
      }
  }

  private branch(i: number): boolean {
    const next = this.next(i)
    if (next === -1) return false
    const object = this.object[i]!
    const state = this.states[object]!
    this.done[i] = true
    this.placed.push(i)
    this.states[object] = next
    if (this.run()) return true
    this.done[i] = false
    this.placed.pop()
    this.states[object] = state
    return false
  }
}

/**
 * One order of all operations (pending ones may be left out) that keeps the precedences, and in
 * which every result is what the model gives. 'open' if the budget of states did not suffice.
 */
export function arrange(
  operations: readonly Operation[],
  before: Precedence,
  model: Model,
  initial: Json,
  budget = 100_000,
): Found {
  const ordering = new Ordering(operations, before, model, initial, budget)
  const found = ordering.run()
  const answer = found ? 'yes' : ordering.expanded >= budget ? 'open' : 'no'
  return { answer, order: ordering.longest, expanded: ordering.expanded }
}
