// Two-phase commit broken one rule at a time: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { twoPhaseCommit as sound } from './index'

const { on, after, wake } = sound
type On = typeof on

/** Counts only so many participants that those who voted yes are a majority of them. */
const majority: On['vote'] = (s, body, from, here) => {
  if (!body.yes) return [s]
  const all = here.roles.participant
  const participant = all.slice(0, Math.floor(all.length / 2) + 1)
  const [next, ...effects] = on.vote(s, body, from, {
    ...here,
    roles: { ...here.roles, participant },
  })
  return [next, ...effects]
}

const mutant = (change: Partial<typeof sound>) => ({ ...sound, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'decides-on-a-majority': mutant({ on: { ...on, vote: majority } }),
  'coordinator-forgets-the-decision': mutant({
    wake: (s, here) =>
      here.role === 'coordinator' && s.phase !== 'idle'
        ? wake!({ ...s, phase: 'voting' }, here)
        : wake!(s, here),
  }),
  'participant-forgets-its-vote': mutant({
    wake: (s, here) =>
      s.phase === 'prepared' ? [{ ...s, phase: 'working', voted: false }] : wake!(s, here),
  }),
  'aborts-in-doubt': mutant({
    after: {
      ...after,
      doubt: (s) => [s.phase === 'prepared' ? { ...s, phase: 'aborted' } : s],
    },
  }),
}
