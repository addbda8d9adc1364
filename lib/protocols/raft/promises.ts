// What Raft promises (Figure 3), looked at only where an event changed something, and its endings.

import type { NodeId, Promised } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { Entry, Raft, State } from './kind'
import { running } from './view'

type Seen<M> = { readonly memo: M; readonly states: { readonly [id: NodeId]: State } }
type Look<M> = (memo: M, now: State, id: NodeId, before?: State, world?: World<State>) => M | string

/** A promise that looks at a server when its state has changed. */
const onChange = <M>(first: M, look: Look<M>): Promised<Raft, Seen<M>> => ({
  first: { memo: first, states: {} },
  then(seen, world, { node: id }) {
    const node = world.nodes[id - 1]
    const before = seen.states[id]
    if (!node || node.state === before) return seen
    const memo = look(seen.memo, node.state, id, before, world)
    return typeof memo === 'string' ? memo : { memo, states: { ...seen.states, [id]: node.state } }
  },
})

type Log = readonly (Entry | undefined)[]
/** The first entry of `a`, counted from 1, that `b` does not have; 0: it has all. */
const missing = (a: Log, b: Log) =>
  1 +
  a.findIndex((e, i) => {
    const f = b[i]
    return e !== f && e && !(e.term === f?.term && e.value === f.value && e.serial === f.serial)
  })

/** §5.2 */
const electionSafety = onChange<{ readonly [term: number]: NodeId }>({}, (leaders, now, id) => {
  const { term, role } = now
  const other = leaders[term] ?? id
  if (role !== 'leader') return leaders
  return other === id ? { ...leaders, [term]: id } : `n${other} and n${id} lead term ${term}`
})

/** §5.3 */
const leaderAppendOnly = onChange(null, (_, now, id, before) => {
  const leads = now.role === 'leader' && before?.role === now.role && before.term === now.term
  const at = leads && now.log !== before.log && missing(before.log, now.log)
  return at ? `n${id} changes entry ${at}` : null
})

/** §5.3 */
const logMatching = onChange(null, (_, { log }, id, before, world) => {
  if (log === before?.log) return null
  for (const other of world!.nodes) {
    const theirs = other.state.log
    let last = Math.min(log.length, theirs.length)
    while (last && log[last - 1]!.term !== theirs[last - 1]!.term) last--
    const at = missing(log.slice(0, last), theirs)
    if (at) return `n${id} and n${other.id} share entry ${last}, not entry ${at}`
  }
  return null
})

type Chosen = readonly { readonly term: number; readonly entry: Entry }[]
/** §5.4 */
const leaderCompleteness = onChange<Chosen>(
  [],
  (chosen, { log, committed, term, role }, _, __, world) => {
    const more = log.slice(chosen.length, committed).map((entry) => ({ term, entry }))
    if (!more.length && role !== 'leader') return chosen
    const all = [...chosen, ...more]
    for (const { id, state } of world!.nodes) {
      const due = all.map((c) => (c.term < state.term ? c.entry : undefined))
      const at = state.role === 'leader' && missing(due, state.log)
      if (at) return `n${id} lacks committed entry ${at}`
    }
    return all
  },
)

/** §5.4.3 */
const stateMachineSafety = onChange<readonly Entry[]>([], (done, now, id, before) => {
  if (now.committed === before?.committed) return done
  const mine = now.log.slice(0, now.committed)
  const [long, short] = mine.length > done.length ? [mine, done] : [done, mine]
  const at = missing(short, long)
  return at ? `n${id} applies another entry ${at}` : long
})

export const always = {
  'Election Safety: at most one leader a term': electionSafety,
  'Leader Append-Only: no leader changes an entry': leaderAppendOnly,
  'Log Matching: logs that share an entry agree up to it': logMatching,
  'Leader Completeness: no later leader lacks a committed entry': leaderCompleteness,
  'State Machine Safety: nobody applies another entry': stateMachineSafety,
}

export const eventually = {
  'all follow one leader': (world: World<State>) =>
    running(world).every(
      ({ state: { leader, term } }, _, [first]) =>
        leader && leader === first!.state.leader && term === first!.state.term,
    ),
  // A follower may have more, until the leader's next entry takes its place (§5.3).
  'all have the entries of their leader': (world: World<State>) =>
    running(world).every(
      ({ state: { leader, log } }) => leader && !missing(world.nodes[leader - 1]!.state.log, log),
    ),
}
