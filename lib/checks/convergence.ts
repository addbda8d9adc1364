// Convergence: do all copies hold the same, now that nothing is under way?

import type { Json } from '@/lib/sim/protocol'
import { jsonText } from '@/lib/values/json-text'
import { valueText } from './operation'
import { type Verdict, verdict } from './verdict'

/** Copies that hold the same, by their places in the list; the largest group first. */
export function alike(copies: readonly Json[]): number[][] {
  const groups = new Map<string, number[]>()
  copies.forEach((copy, i) => {
    const text = jsonText(copy)
    groups.set(text, [...(groups.get(text) ?? []), i])
  })
  return [...groups.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}

/** Where two values first part: the path to it, and what stands there in each. */
function parting(a: Json, b: Json, path = ''): string {
  const fields = (value: Json) =>
    value !== null && typeof value === 'object' ? (value as { [key: string]: Json }) : undefined
  const [left, right] = [fields(a), fields(b)]
  if (!left || !right || Array.isArray(a) !== Array.isArray(b))
    return `${valueText(a)} and ${valueText(b)}${path && ` at ${path}`}`
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  const at = (of: { [key: string]: Json }, key: string) =>
    Object.hasOwn(of, key) ? of[key]! : null
  const key = keys.find((k) => jsonText(at(left, k)) !== jsonText(at(right, k)))
  return key === undefined
    ? ''
    : parting(at(left, key), at(right, key), path ? `${path}.${key}` : key)
}

/**
 * Whether all copies hold the same value (eventual consistency asks this once messages have
 * stopped). `names` are the copies' own, for the sentence; the culprits are the smaller groups.
 */
export function converged(copies: readonly Json[], names: readonly string[] = []): Verdict {
  const groups = alike(copies)
  const [first, second] = groups
  if (!first || !second) return verdict('yes', 'all copies hold the same')
  const nameOf = (i: number) => names[i] ?? `copy ${i + 1}`
  const where = parting(copies[first[0]!]!, copies[second[0]!]!)
  const says = `${nameOf(first[0]!)} and ${nameOf(second[0]!)} differ: ${where}`
  return verdict('no', says, { culprits: groups.slice(1).flat() })
}
