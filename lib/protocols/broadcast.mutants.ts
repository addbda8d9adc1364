// Broadcasts that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { broadcast } from './broadcast'

const { on } = broadcast
type On = typeof on

/** Looks at the order of one author’s posts only. */
const firstInFirstOut: On['post'] = (s, post, from, here) => {
  const [after, ...does] = on.post(s, { ...post, after: {} }, from, here)
  const original = (it: typeof post) => (it.by === post.by && it.n === post.n ? post : it)
  return [{ read: after.read.map(original), held: after.held.map(original) }, ...does]
}
const readsAgain: On['post'] = (s, post, from, here) =>
  on.post({ ...s, read: s.read.filter((it) => it.by !== post.by) }, post, from, {
    ...here,
    // Flooded, it would never end.
    options: { ...here.options, causal: false, relay: 'never' },
  })
const keepsNothing: On['have'] = (s) => [s]

const mutant = (change: Partial<typeof broadcast>) => ({ ...broadcast, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'orders-each-author-alone': mutant({ on: { ...on, post: firstInFirstOut } }),
  'forgets-what-it-has-read': mutant({ on: { ...on, post: readsAgain } }),
  'never-repeats-a-post': mutant({ on: { ...on, have: keepsNothing } }),
}
