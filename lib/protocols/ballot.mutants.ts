// Ballots that each break one rule: the fuzz must catch every one of them.

import { type AnyProtocol, send } from '@/lib/sim/protocol'
import { ballot } from './ballot'

const { on, wake } = ballot
type On = typeof on
type Wake = NonNullable<typeof wake>

const votesTwice: On['ask'] = (s, { motion }, from) => [
  { ...s, vote: s.vote ?? motion },
  send(from, 'vote', { motion, granted: true }),
]
const countsRefusals: On['vote'] = (s, body, from, here) =>
  on.vote(s, { ...body, granted: true }, from, here)
const forgets: Wake = (before, here) => wake!({ ...before, vote: null }, here)
/** Takes a repeated answer for that of somebody who has not answered. */
const countsAgain: On['vote'] = (s, body, from, here) => {
  const known = (v: number) => s.yes.includes(v) || s.no.includes(v)
  const other = known(from) ? s.asked.find((v) => !known(v)) : undefined
  return on.vote(s, body, other ?? from, here)
}

const mutant = (change: Partial<typeof ballot>) => ({ ...ballot, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'votes-twice': mutant({ on: { ...on, ask: votesTwice } }),
  'counts-refusals': mutant({ on: { ...on, vote: countsRefusals } }),
  'forgets-its-vote-on-waking': mutant({ wake: forgets }),
  'counts-a-repeated-vote': mutant({ on: { ...on, vote: countsAgain } }),
}
