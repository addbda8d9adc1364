// Does a fact have the value that a claim expects of it?

import { isDeepStrictEqual } from 'node:util'
import type { Facts, Json } from '@/lib/sim/protocol'
import type { Expected } from '../linted'

export type That = { readonly [fact: string]: Expected }

const bound = (expected: Expected, word: string): unknown =>
  typeof expected === 'object' && expected !== null && Object.keys(expected).join() === word
    ? (expected as { [word: string]: unknown })[word]
    : undefined

/** Equal as JSON, or within the bound that the claim gives: of a list, each in its place. */
export const meets = (expected: Expected, actual: Json | undefined): boolean => {
  const above = bound(expected, 'above') as number | undefined
  const below = bound(expected, 'below') as number | undefined
  const about = bound(expected, 'about') as readonly [number, number] | undefined
  if (above !== undefined) return typeof actual === 'number' && actual > above
  if (below !== undefined) return typeof actual === 'number' && actual < below
  if (about) return typeof actual === 'number' && Math.abs(actual - about[0]) <= about[1]
  if (Array.isArray(expected) && Array.isArray(actual))
    return (
      expected.length === actual.length &&
      expected.every((one: Expected, i) => meets(one, actual[i] as Json))
    )
  return actual !== undefined && isDeepStrictEqual(expected, actual)
}

/** Whether all that is expected of some facts is so. */
export const holds = (that: That, facts: Facts): boolean =>
  Object.entries(that).every(([fact, expected]) => meets(expected, facts[fact]))

const words = (expected: Expected): string => {
  for (const word of ['above', 'below'] as const) {
    const value = bound(expected, word)
    if (value !== undefined) return `${word} ${value}`
  }
  const about = bound(expected, 'about') as readonly [number, number] | undefined
  if (about) return `${about[0]} ± ${about[1]}`
  return Array.isArray(expected)
    ? `[${expected.map((one: Expected) => words(one)).join(',')}]`
    : JSON.stringify(expected)
}

/** "leader is 2, expected 3": all facts that are not as expected. */
export const differences = (that: That, facts: Facts): string =>
  Object.entries(that)
    .filter(([fact, expected]) => !meets(expected, facts[fact]))
    .map(
      ([fact, expected]) =>
        `${fact} is ${JSON.stringify(facts[fact])}, expected ${words(expected)}`,
    )
    .join('; ')
