// What one operation of a history touches, and how it is said in words.

import type { Json, Operation } from '@/lib/sim/protocol'
import { jsonText } from '@/lib/values/json-text'

type Keyed = { readonly key: string; readonly value?: Json }

const isKeyed = (value: Json): value is Keyed =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  Object.hasOwn(value, 'key')

/** The key it touches: `value` is `{ key, value }`; a register without keys has the key ''. */
export const keyOf = (operation: Operation): string =>
  isKeyed(operation.value) ? String(operation.value.key) : ''

/** What it hands in, without the key: the value of a write, [expected, new] of a cas. */
export const argumentOf = (operation: Operation): Json =>
  isKeyed(operation.value) ? (operation.value.value ?? null) : operation.value

export const isRead = ({ type }: Operation) => type === 'read' || type === 'get'
export const isWrite = ({ type }: Operation) => type === 'write' || type === 'put'

/** Whether it may have happened and is not known to have: it takes effect later, or never. */
export const isPending = ({ to, outcome }: Operation) => to === null || outcome === 'unknown'

/** A value in a sentence: 3, nil, "text", :word, cut where it is long. */
export function valueText(value: Json): string {
  const word = (value as { readonly edn?: string } | null)?.edn
  const text = value === null ? 'nil' : (word ?? jsonText(value))
  return text.length > 60 ? `${text.slice(0, 28)}…${text.slice(-28)}` : text
}

/** “n2 read 3 from x”, “n1 swapped 1 for 2”: who did what, in the past tense. */
export function operationText(operation: Operation): string {
  const { client, type, result } = operation
  const key = keyOf(operation)
  const argument = argumentOf(operation)
  const swap = Array.isArray(argument) ? (argument as readonly Json[]).map(valueText) : []
  if (isRead(operation)) return `${client} read ${valueText(result)}${key && ` from ${key}`}`
  if (isWrite(operation)) return `${client} wrote ${valueText(argument)}${key && ` to ${key}`}`
  if (type === 'append') return `${client} appended ${valueText(argument)}${key && ` to ${key}`}`
  if (type !== 'cas') return `${client} did ${type} ${valueText(argument)}${key && ` on ${key}`}`
  const where = key && ` in ${key}`
  if (result === false) return `${client} found no ${swap[0]}${where} to swap for ${swap[1]}`
  return `${client} swapped ${swap[0]} for ${swap[1]}${where}`
}
