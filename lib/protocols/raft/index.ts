// Raft, as in Figure 2 of Ongaro and Ousterhout, In Search of an Understandable Consensus
// Algorithm (extended version, 2014): leader election, log replication, safety, clients.

import type { NodeId, Protocol } from '@/lib/sim/protocol'
import { send, sendAll, stop, wait } from '@/lib/sim/protocol'
import { apply, asked } from './commands'
import type { Entry, Here, Messages, Raft, State, Step } from './kind'
import { also, commands, entryOf, options, tell, termAt } from './kind'
import { always, eventually } from './promises'
import { face, facts, glyph, history } from './view'

export { applied } from './commands'
export type { State } from './kind'

/** The highest index that a majority of these have reached (§5.3). */
export const reached = (indexes: readonly number[]) =>
  indexes.toSorted((a, b) => b - a)[Math.floor(indexes.length / 2)] ?? 0

/** More than half of all servers, those that are down included (§5.2). */
export const isMajority = (some: number, servers: number) => some * 2 > servers

/** What a server is when it starts or wakes, and becomes when it stands or follows anew. */
const idle = {
  role: 'follower',
  leader: 0,
  since: 0,
  votes: [],
  refusals: [],
  next: {},
  match: {},
} as const

/** A new election timeout, by chance so that few stand at the same time (§5.2). */
const patience = ({ options: { election, randomised }, dice }: Here) =>
  wait('election', election[0] + (randomised ? (election[1] - election[0]) * dice : 0))

type Rule<B> = (s: State, body: B, from: NodeId, here: Here) => Step
/** All servers, all messages: whoever hears of a higher term takes it and follows (§5.1). */
const heeding =
  <B extends { readonly term: number }>(rule: Rule<B>): Rule<B> =>
  (s, body, from, here) => {
    const { term } = body
    if (term <= s.term) return rule(s, body, from, here)
    const heard = rule({ ...s, ...idle, term, votedFor: 0 }, body, from, here)
    const text = `steps down: term ${term} has begun`
    return s.role === 'leader'
      ? also(heard, tell(here, text), stop('heartbeat'), patience(here))
      : heard
  }

/** A candidate with the votes of a majority leads (§5.2). */
const count = (s: State, here: Here): Step =>
  isMajority(s.votes.length, here.roles.server.length) ? lead(s, here) : [s]

/** §5.2: a new term, a vote for oneself, a request to all others. */
const stand = (before: State, here: Here): Step => {
  const { self } = here
  const { log, stood } = before
  const term = before.term + 1
  const own = { term, votedFor: self, votes: [self], stood: stood + 1 }
  return also(
    count({ ...before, ...idle, ...own, role: 'candidate' }, here),
    tell(here, `stands for term ${term}`),
    patience(here),
    sendAll('requestVote', { term, lastIndex: log.length, lastTerm: termAt(log, log.length)! }),
  )
}

/** §5.3: takes every follower to be as far as itself until it hears otherwise. */
const lead = (s: State, here: Here): Step => {
  const { self, peers, at } = here
  const next = Object.fromEntries(peers.map((id) => [id, s.log.length + 1]))
  const won: State = { ...s, role: 'leader', leader: self, since: at, next }
  return also(replicate(won, here), tell(here, `leads term ${s.term}`), stop('election'))
}

/** One follower gets all that it is thought to lack; if that is nothing, it is a heartbeat. */
const appendTo = ({ term, next, log, committed }: State, to: NodeId) => {
  const prevIndex = next[to]! - 1
  const prevTerm = termAt(log, prevIndex)!
  return send(to, 'append', { term, prevIndex, prevTerm, entries: log.slice(prevIndex), committed })
}

const replicate = (s: State, here: Here): Step => [
  s,
  wait('heartbeat', here.options.heartbeat),
  ...here.peers.map((to) => appendTo(s, to)),
]

/** A leader's own log only grows (§5.3). */
const propose = (s: State, entry: Entry, here: Here): Step => {
  const log = [...s.log, entry]
  const [now, ...does] = commit({ ...s, log }, here)
  const text = tell(here, `logs “${entry.value}” as entry ${log.length}`)
  return also(replicate(now, here), text, ...does)
}

/** §5.3, §5.4.2: commits what a majority holds, if its last entry is of the leader's own term. */
const commit = (s: State, here: Here): Step => {
  const { self, roles, options } = here
  const held = (id: NodeId) => (id === self ? s.log.length : (s.match[id] ?? 0))
  const committed = reached(roles.server.map(held))
  const counts = termAt(s.log, committed) === s.term || !options.currentTermOnly
  return counts && committed > s.committed
    ? [apply(s, committed, here), tell(here, `commits entry ${committed}`)]
    : [s]
}

/** Why a server does not vote for a candidate (§5.1, §5.2, §5.4.1); undefined: it does. */
const objection = (s: State, ask: Messages['requestVote'], from: NodeId, here: Here) => {
  const { term, lastIndex, lastTerm } = ask
  const { length } = s.log
  const newer = termAt(s.log, length)! - lastTerm || length - lastIndex
  if (term < s.term) return `term ${s.term} has begun`
  if (s.votedFor && s.votedFor !== from) return `it has voted for n${s.votedFor}`
  return here.options.upToDate && newer > 0 ? 'its log is behind' : undefined
}

/** §5.3: keeps what agrees, cuts only where an entry conflicts, and appends what is new. */
const take = (s: State, prevIndex: number, entries: readonly Entry[], here: Here): Step => {
  const first = entries.findIndex((e, i) => termAt(s.log, prevIndex + 1 + i) !== e.term)
  if (first < 0) return [s]
  const kept = prevIndex + first
  const log = [...s.log.slice(0, kept), ...entries.slice(first)]
  const cut = kept < s.log.length ? `cuts back to entry ${kept}, ` : ''
  return [{ ...s, log }, tell(here, `${cut}appends up to entry ${log.length}`)]
}

export const raft: Protocol<Raft> = {
  name: 'raft',
  says: 'Consensus by an elected leader and a replicated log (Ongaro and Ousterhout 2014).',
  options,
  commands,
  roles: ['server'],
  pictures: ['cluster', 'log'],

  start(here) {
    const logs = here.options.logs.map((log) => log.map(entryOf))
    // All have heard of the latest term in any of the logs.
    const term = Math.max(0, ...logs.map((log) => termAt(log, log.length)!))
    const log = logs[here.self - 1] ?? []
    const s: State = { ...idle, term, votedFor: 0, log, committed: 0, stood: 0, asked: [] }
    return [s, patience(here)]
  },

  on: {
    requestVote: heeding((s, ask, from, here) => {
      const why = objection(s, ask, from, here)
      const vote = send(from, 'vote', { term: s.term, granted: !why })
      return why
        ? [s, tell(here, `refuses n${from}: ${why}`), vote]
        : [{ ...s, votedFor: from }, tell(here, `votes for n${from}`), vote, patience(here)]
    }),

    vote: heeding((s, { term, granted }, from, here) => {
      const side = granted ? 'votes' : 'refusals'
      return s.role !== 'candidate' || term < s.term || s[side].includes(from)
        ? [s]
        : count({ ...s, [side]: [...s[side], from] }, here)
    }),

    append: heeding((before, { term, prevIndex, prevTerm, entries, committed }, from, here) => {
      const no = { term: before.term, ok: false, index: prevIndex, took: entries.length }
      if (term < before.term) return [before, send(from, 'appended', no)]
      const s: State =
        before.leader === from ? before : { ...before, ...idle, leader: from, since: here.at }
      if (termAt(s.log, prevIndex) !== prevTerm) {
        const text = `lacks entry ${prevIndex} of n${from}`
        return [s, tell(here, text), send(from, 'appended', no), patience(here)]
      }
      const index = prevIndex + no.took
      const [t, ...does] = take(s, prevIndex, entries, here)
      const known = apply(t, Math.min(committed, index), here)
      const yes = send(from, 'appended', { ...no, ok: true, index })
      return [known, ...does, yes, patience(here)]
    }),

    appended: heeding((s, { term, ok, index }, from, here) => {
      const { next, match } = s
      if (s.role !== 'leader' || term < s.term || index <= (match[from] ?? 0)) return [s]
      if (ok) {
        const now = { match: { ...match, [from]: index }, next: { ...next, [from]: index + 1 } }
        return commit({ ...s, ...now }, here)
      }
      // An old refusal: it has gone back further since.
      if (index !== next[from]! - 1) return [s]
      const back = { ...s, next: { ...next, [from]: index } }
      return [back, appendTo(back, from)]
    }),
  },

  after: { election: stand, heartbeat: replicate },

  ask: {
    campaign: (s, _, here) => (s.role === 'leader' ? [s] : stand(s, here)),
    write: asked('write', propose),
    read: asked('read', propose),
  },

  wake({ term, votedFor, log, stood, asked }, here) {
    const [fresh, ...does] = raft.start(here)
    return [{ ...fresh, term, votedFor, log, stood, asked }, ...does]
  },

  face,
  glyph,
  facts,
  history,
  always,
  eventually,
}
