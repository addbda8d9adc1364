// One text for one JSON value, whatever the order in which its keys were written.

import type { Json } from '@/lib/sim/protocol'

/** The value as JSON with sorted keys: equal texts are equal values. */
export function jsonText(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(jsonText).join(',')}]`
  const fields = value as { readonly [key: string]: Json }
  const keys = Object.keys(fields).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${jsonText(fields[key]!)}`).join(',')}}`
}

/** Whether two JSON values are the same. */
export const sameJson = (a: Json, b: Json) => a === b || jsonText(a) === jsonText(b)
