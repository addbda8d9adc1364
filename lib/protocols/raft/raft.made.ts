// States and messages of Raft made up for its tests: a server of term 3, one of five.

import { done, hereOf } from '../here'
import { raft, type State } from './index'
import { entryOf, type Here, type Raft } from './kind'

export const here = (given: Parameters<typeof hereOf<Raft>>[1] = {}): Here => hereOf(raft, given)
export const logOf = (...terms: number[]) => terms.map((term) => entryOf([term, `of ${term}`]))
export const termsOf = (s: State) => s.log.map(({ term }) => term)

export const fresh = raft.start(here())[0]
export const follower = (change: Partial<State> = {}): State => ({ ...fresh, term: 3, ...change })
export const candidate = (change: Partial<State> = {}) =>
  follower({ role: 'candidate', votedFor: 1, votes: [1], ...change })
export const leader = (change: Partial<State> = {}) => {
  const next = (change.log?.length ?? 0) + 1
  const all = { 2: next, 3: next, 4: next, 5: next }
  return follower({ role: 'leader', leader: 1, votedFor: 1, next: all, ...change })
}
export const asks = (change = {}) => ({ term: 3, lastIndex: 0, lastTerm: 0, ...change })
export const append = (change = {}) => ({
  term: 3,
  prevIndex: 0,
  prevTerm: 0,
  entries: [] as State['log'],
  committed: 0,
  ...change,
})
export const appended = (change = {}) => ({ term: 3, ok: true, index: 1, took: 1, ...change })
export const sent = (step: readonly unknown[], type: string) =>
  (done(step) as { type?: string; body: Record<string, unknown> }[]).filter((e) => e.type === type)
export const waits = (step: readonly unknown[], timer: string) =>
  (done(step) as { do: string; timer?: string; ms: number }[]).filter(
    (e) => e.do === 'wait' && e.timer === timer,
  )
