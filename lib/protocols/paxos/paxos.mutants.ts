// Paxos broken one rule at a time: the fuzz must catch every one of them.

import { type AnyProtocol, send } from '@/lib/sim/protocol'
import { paxos } from './index'

const { on } = paxos
type On = typeof on

const promisesLower: On['prepare'] = (s, { n }, from) => [
  { ...s, promised: n },
  send(from, 'promise', { n, accepted: s.accepted }),
]
const ownValue: On['promise'] = (s, body, from, here) =>
  on.promise(s, { ...body, accepted: null }, from, here)
const acceptsLower: On['accept'] = (s, body, from, here) =>
  on.accept({ ...s, promised: 0 }, body, from, here)
/** The value of the first promise that has one, whatever its number. */
const anyAccepted: On['promise'] = (s, { n, accepted }, from, here) => {
  const first = s.promises.find((p) => p.accepted)
  const value = first?.accepted ?? accepted
  return on.promise(
    s,
    { n, accepted: value && { n: first ? 0.5 : 1, value: value.value } },
    from,
    here,
  )
}

const mutant = (change: Partial<typeof paxos>) => ({ ...paxos, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'promises-a-lower-ballot': mutant({ on: { ...on, prepare: promisesLower } }),
  'proposes-its-own-value-over-a-promised-one': mutant({ on: { ...on, promise: ownValue } }),
  'accepts-below-its-promise': mutant({ on: { ...on, accept: acceptsLower } }),
  'takes-any-promised-value': mutant({ on: { ...on, promise: anyAccepted } }),
  'forgets-its-promise-on-waking': mutant({
    wake: (s, here) => paxos.wake!({ ...s, promised: 0, accepted: null }, here),
  }),
}
