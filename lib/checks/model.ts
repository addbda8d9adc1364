// What a single copy would do: the sequential objects that histories are held against.

import type { Json, Operation } from '@/lib/sim/protocol'
import { sameJson } from '@/lib/values/json-text'
import { argumentOf, isPending, isRead, isWrite, keyOf } from './operation'

export type Model = {
  readonly name: string
  /** The state before the first operation; of every key, where there are keys. */
  readonly first: Json
  /** Operations on different keys do not touch each other. */
  readonly keyOf: (operation: Operation) => string
  /**
   * The state after the operation, or undefined if its result is impossible in this state.
   * The result of a pending operation is open.
   */
  readonly step: (state: Json, operation: Operation) => Json | undefined
  /** Whether it never changes a state in which it is possible. */
  readonly observes: (operation: Operation) => boolean
  /** What is wrong with an operation that this model does not know, in one sentence. */
  readonly fault: (operation: Operation) => string | undefined
}

/** [expected, new]: a pending one that finds another value changes nothing. */
function swap(state: Json, operation: Operation): Json | undefined {
  const [expected, next] = argumentOf(operation) as readonly [Json, Json]
  const found = sameJson(state, expected)
  if (isPending(operation)) return found ? next : state
  if (operation.result === false) return found ? undefined : state
  return found ? next : undefined
}

function step(state: Json, operation: Operation): Json | undefined {
  if (isWrite(operation)) return argumentOf(operation)
  if (isRead(operation))
    return isPending(operation) || sameJson(state, operation.result) ? state : undefined
  if (operation.type === 'cas') return swap(state, operation)
  return `${state ?? ''}${argumentOf(operation)}`
}

function observes(operation: Operation): boolean {
  if (isPending(operation)) return false
  if (operation.type !== 'cas') return isRead(operation)
  const [expected, next] = argumentOf(operation) as readonly [Json, Json]
  return operation.result === false || sameJson(expected, next)
}

function fault(operation: Operation, types: readonly string[], model: string): string | undefined {
  const { type } = operation
  if (!types.includes(type)) return `a ${model} has no operation “${type}”`
  const argument = argumentOf(operation)
  if (type === 'cas' && !(Array.isArray(argument) && argument.length === 2))
    return 'a cas needs two values, the expected and the new one'
  if (type === 'append' && typeof argument !== 'string') return 'only text can be appended'
  if (operation.to !== null && operation.to < operation.from)
    return 'an operation ends before it begins'
  return undefined
}

const modelOf = (name: string, first: Json, types: readonly string[], keyed: boolean): Model => ({
  name,
  first,
  keyOf: keyed ? keyOf : () => '',
  step,
  observes,
  fault: (operation) => fault(operation, types, name),
})

/**
 * register: read → value, write(value). cas-register: also cas([expected, new]) → true, or false
 * where another value was found. kv: the same by keys, with `{ key, value }` as value, as well as
 * get, put and append(text).
 */
export const models = {
  register: modelOf('register', null, ['read', 'write'], false),
  'cas-register': modelOf('cas-register', null, ['read', 'write', 'cas'], false),
  kv: modelOf('kv', '', ['read', 'get', 'write', 'put', 'append', 'cas'], true),
} as const satisfies { readonly [name: string]: Model }

export type ModelName = keyof typeof models

/** The objects of several keys as one: its state is a list with one for each key. */
export const jointly = (model: Model, keys: readonly string[]): Model => ({
  ...model,
  step: (state, operation) => {
    const states = state as readonly Json[]
    const at = keys.indexOf(model.keyOf(operation))
    const next = model.step(states[at]!, operation)
    return next === undefined ? undefined : states.with(at, next)
  },
})
