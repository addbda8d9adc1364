// Rafts that each break one rule of Figure 2: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { raft } from './index'
import type { Here, Messages, State, Step } from './kind'
import { termAt } from './kind'

const { on, wake } = raft
type On = typeof on
type Options = Here['options']

const turned = (here: Here, options: Partial<Options>): Here => ({
  ...here,
  options: { ...here.options, ...options },
})

/** Forgets that it has voted in this term. */
const votesTwice: On['requestVote'] = (s, ask, from, here) =>
  on.requestVote({ ...s, votedFor: 0 }, ask, from, here)
const votesForAnyLog: On['requestVote'] = (s, ask, from, here) =>
  on.requestVote(s, ask, from, turned(here, { upToDate: false }))

/** Takes the entries wherever its own log ends, if that is before them. */
const takesUnchecked: On['append'] = (s, body, from, here) => {
  const prevIndex = Math.min(body.prevIndex, s.log.length)
  const prevTerm = termAt(s.log, prevIndex)!
  return on.append(s, { ...body, prevIndex, prevTerm }, from, here)
}
/** Takes every append for the whole of the leader's log. */
const cutsOnOld: On['append'] = (s, body, from, here) => {
  const agrees = body.term >= s.term && termAt(s.log, body.prevIndex) === body.prevTerm
  const log = agrees ? s.log.slice(0, body.prevIndex) : s.log
  return on.append({ ...s, log }, body, from, here)
}
/** Believes that its log is the leader's as far as the leader has committed. */
const commitsUnseen: On['append'] = (s, body, from, here) => {
  const [t, ...does] = on.append(s, body, from, here)
  const told = Math.min(body.committed, t.log.length)
  return [{ ...t, committed: Math.max(t.committed, told) }, ...does]
}
const countsOldTerm: On['appended'] = (s, body, from, here) =>
  on.appended(s, body, from, turned(here, { currentTermOnly: false }))

/** Takes a higher term, and stays what it is. */
const stays =
  <B extends Messages[keyof Messages]>(
    rule: (s: State, body: B, from: number, here: Here) => Step,
  ) =>
  (s: State, body: B, from: number, here: Here): Step => {
    const [t, ...does] = rule(s, body, from, here)
    const { role, leader, next, match, votes, refusals } = s
    return body.term > s.term && role !== 'follower'
      ? [{ ...t, role, leader, next, match, votes, refusals }, ...does]
      : [t, ...does]
  }

const mutant = (change: Partial<typeof raft>) => ({ ...raft, ...change }) as AnyProtocol
const hears = (rules: Partial<On>) => mutant({ on: { ...on, ...rules } })

export const mutants: Record<string, AnyProtocol> = {
  'votes-twice': hears({ requestVote: votesTwice }),
  'forgets-vote-on-waking': mutant({ wake: (s, here) => wake!({ ...s, votedFor: 0 }, here) }),
  'forgets-log-on-waking': mutant({ wake: (s, here) => wake!({ ...s, log: [] }, here) }),
  'votes-for-any-log': hears({ requestVote: votesForAnyLog }),
  'counts-old-term': hears({ appended: countsOldTerm }),
  'takes-entries-without-check': hears({ append: takesUnchecked }),
  'cuts-log-on-old-append': hears({ append: cutsOnOld }),
  'commits-unseen-entries': hears({ append: commitsUnseen }),
  'steps-down-only-on-append': hears({
    requestVote: stays(on.requestVote),
    vote: stays(on.vote),
    appended: stays(on.appended),
  }),
}
