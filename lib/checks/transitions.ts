// The states of a model as small numbers, and every step taken once.

import type { Json, Operation } from '@/lib/sim/protocol'
import { jsonText } from '@/lib/values/json-text'
import type { Model } from './model'

/** Numbers the states of one object as they are met, and remembers where each step leads. */
export class Transitions {
  readonly states: Json[] = []
  private readonly numbers = new Map<string, number>()
  private readonly steps = new Map<number, number>()

  constructor(
    private readonly model: Model,
    private readonly operations: readonly Operation[],
  ) {}

  /** The number of a state. */
  number(state: Json): number {
    const text = jsonText(state)
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.states.length)
    return this.states.push(state) - 1
  }

  /** The state after an operation, or -1 if it is impossible there. */
  after(state: number, operation: number): number {
    const step = state * this.operations.length + operation
    const known = this.steps.get(step)
    if (known !== undefined) return known
    const next = this.model.step(this.states[state]!, this.operations[operation]!)
    const number = next === undefined ? -1 : this.number(next)
    this.steps.set(step, number)
    return number
  }
}
