// Two films over the same chance, held against each other.

import { type Film, worldAt } from './film'
import { nameText } from './name'
import type { Millis, NodeId } from './protocol'

/** Where two films part: the place of the event in either, and when; undefined if they never do. */
export type Difference = { readonly index: number; readonly at: Millis }

export type Differing = {
  readonly node: NodeId
  readonly what: 'state' | 'up' | 'paused' | 'clock' | 'missing'
}

/** The first event at which two films differ. */
export function firstDifference(a: Film, b: Film): Difference | undefined {
  const count = Math.max(a.length, b.length)
  for (let i = 0; i < count; i++) {
    if (i < a.length && i < b.length && sameEvent(a, b, i)) continue
    const ats = [a, b].filter((film) => i < film.length).map((film) => film.reel.at.data[i]!)
    return { index: i, at: Math.min(...ats) }
  }
  return undefined
}

function sameEvent(a: Film, b: Film, i: number): boolean {
  const [x, y] = [a.reel, b.reel]
  if (x.at.data[i] !== y.at.data[i] || x.node.data[i] !== y.node.data[i]) return false
  if (nameOf(a, i) !== nameOf(b, i) || x.kind.data[i] !== y.kind.data[i]) return false
  const [one, other] = [x.states[i], y.states[i]]
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
const nameOf = ({ reel }: Film, i: number) => nameText(reel.high.data[i]!, reel.low.data[i]!)

/** What differs at a moment, node by node. */
export function differences(a: Film, b: Film, at: Millis): readonly Differing[] {
  const [one, other] = [worldAt(a, at), worldAt(b, at)]
  const found: Differing[] = []
  for (let i = 0; i < Math.max(one.nodes.length, other.nodes.length); i++) {
    const [x, y] = [one.nodes[i], other.nodes[i]]
    const node = i + 1
    if (!x || !y) {
      found.push({ node, what: 'missing' })
      continue
    }
    for (const what of ['up', 'paused', 'clock'] as const)
      if (x[what] !== y[what]) found.push({ node, what })
    if (JSON.stringify(x.state) !== JSON.stringify(y.state)) found.push({ node, what: 'state' })
  }
  return found
}

/** Both questions at once. */
export const compare = (a: Film, b: Film) => ({
  first: firstDifference(a, b),
  differs: (at: Millis) => differences(a, b, at),
})
