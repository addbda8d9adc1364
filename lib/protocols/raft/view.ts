// What may be seen of Raft from outside: faces, glyphs, facts and the clients' history.

import type { Face, Facts, Glyph, Operation } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { applied } from './commands'
import type { Here, Messages, State } from './kind'

const moods = { follower: 'calm', candidate: 'busy', leader: 'proud' } as const

export const face = (s: State, { roles }: Here): Face => {
  const { role, term, log, votes, refusals, committed } = s
  const vote = (id: number) =>
    votes.includes(id) ? 'yes' : refusals.includes(id) ? 'no' : 'waiting'
  return {
    word: role,
    mood: moods[role],
    number: term,
    counts: 'term',
    log: log.map((entry, i) => ({ ...entry, committed: i < committed })),
    votes: role === 'candidate' ? roles.server.map(vote) : undefined,
  }
}

const words = {
  requestVote: ['request', 'diamond'],
  vote: ['vote', 'dot'],
  append: ['append', 'square'],
  appended: ['reply', 'dot'],
} as const

type Seen = { readonly granted?: boolean; readonly ok?: boolean; readonly took?: number }
/** A heartbeat is an append with nothing to append; it and its reply are routine. */
export const glyph = (
  type: keyof Messages,
  body: Seen & { readonly entries?: readonly unknown[] },
): Glyph => {
  const { entries, took = entries?.length, granted, ok = granted } = body
  const [word, shape] = entries && !took ? (['heartbeat', 'dot'] as const) : words[type]
  const answer = ok === undefined ? ok : ok ? 'yes' : 'no'
  return { word, shape, answer, routine: took === 0 && ok !== false }
}

/** Those that are up. */
export const running = ({ nodes }: World<State>) => nodes.filter(({ up }) => up)

export const facts = (world: World<State>): Facts => {
  const states = world.nodes.map(({ state }) => state)
  const up = running(world)
  const leaders = up.filter(({ state }) => state.role === 'leader')
  const [first] = leaders.toSorted((a, b) => b.state.term - a.state.term)
  const furthest = states.toSorted((a, b) => b.committed - a.committed)[0]
  const reads = states.flatMap(({ asked }) => asked.findLast((a) => a.result !== null) ?? [])
  return {
    /** The one of the highest term: an older one does not know that it is over. */
    leader: first?.id ?? 0,
    leaders: leaders.map(({ id }) => id),
    term: Math.max(0, ...states.map(({ term }) => term)),
    /** For whom each server has voted in its term. */
    votes: states.map(({ votedFor }) => votedFor),
    /** How often anyone has stood. */
    stands: states.reduce((sum, s) => sum + s.stood, 0),
    electedAfter: first?.state.since ?? null,
    /** When the last of those that are up first heard the leader. */
    heardAfter:
      first && up.every(({ state }) => state.leader === first.id)
        ? Math.max(...up.map(({ state }) => state.since))
        : null,
    committed: furthest?.committed ?? 0,
    applied: furthest ? applied(furthest).map(({ value }) => value) : [],
    /** The terms of the entries of each log. */
    logs: states.map(({ log }) => log.map(({ term }) => term)),
    /** What the last read answered. */
    read: reads.toSorted((a, b) => b.from - a.from)[0]?.result ?? null,
  }
}

/** What was asked of each server, as it saw it. */
export const history = ({ nodes }: World<State>): Operation[] =>
  nodes.flatMap(({ name, state }) => state.asked.map((asked) => ({ client: name, ...asked })))
