// A set whose members can be added and removed anywhere; an add that nobody had seen wins.

import { type VectorClock, vectorClock } from './vector-clock'
import type { Dot } from './versions'

/** `seen` counts every add known of; an element is held while one of its adds stands. */
export type OrSet = {
  readonly seen: VectorClock
  readonly adds: { readonly [element: string]: readonly Dot[] }
}

const { count, tick } = vectorClock
const dotsOf = (set: OrSet, element: string): readonly Dot[] =>
  Object.hasOwn(set.adds, element) ? set.adds[element]! : []
const holds = (dots: readonly Dot[], [node, n]: Dot) =>
  dots.some((dot) => dot[0] === node && dot[1] === n)
const order = (a: Dot, b: Dot) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1)

/** The adds of one element that stand once both copies are known. */
function standing(a: OrSet, b: OrSet, element: string): Dot[] {
  const left = dotsOf(a, element)
  const right = dotsOf(b, element)
  const kept = left.filter((dot) => holds(right, dot) || count(b.seen, dot[0]) < dot[1])
  const news = right.filter((dot) => !holds(left, dot) && count(a.seen, dot[0]) < dot[1])
  return [...kept, ...news].sort(order)
}

/** The observed-remove set without tombstones, Bieniusa et al. 2012 (arXiv:1210.3368). */
export const orSet = {
  empty: { seen: {}, adds: {} } as OrSet,
  /** The set after `node` added the element: earlier adds that it saw are replaced. */
  add: (set: OrSet, node: string | number, element: string): OrSet => {
    const seen = tick(set.seen, node)
    const dot: Dot = [String(node), count(seen, node)]
    return { seen, adds: { ...set.adds, [element]: [dot] } }
  },
  /** The set without the adds of this element that are seen here. */
  remove: (set: OrSet, element: string): OrSet => {
    const adds = { ...set.adds }
    delete adds[element]
    return { seen: set.seen, adds }
  },
  merge: (a: OrSet, b: OrSet): OrSet => {
    const elements = [...new Set([...Object.keys(a.adds), ...Object.keys(b.adds)])].sort()
    const both = elements.map((element) => [element, standing(a, b, element)] as const)
    return {
      seen: vectorClock.merge(a.seen, b.seen),
      adds: Object.fromEntries(both.filter(([, dots]) => dots.length > 0)),
    }
  },
  has: (set: OrSet, element: string) => dotsOf(set, element).length > 0,
  /** The members, in alphabetical order. */
  elements: (set: OrSet) => Object.keys(set.adds).sort(),
} as const
