// Windows and crowds that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { overload } from './index'

const { on } = overload
type On = typeof on

/** Counts every answer as one that came in time. */
const countsLate: On['answer'] = (s, body, from, here) => {
  const [after, ...does] = on.answer(s, body, from, here)
  return [after.late > s.late ? { ...after, good: after.good + 1 } : after, ...does]
}
const oneTooMany: On['request'] = (s, body, from, here) => {
  const limit = here.options.limit && here.options.limit + 1
  return on.request(s, body, from, { ...here, options: { ...here.options, limit } })
}

const mutant = (change: Partial<typeof overload>) => ({ ...overload, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'counts-late-answers-as-good': mutant({ on: { ...on, answer: countsLate } }),
  'queues-one-too-many': mutant({ on: { ...on, request: oneTooMany } }),
  'forgets-who-waits-on-waking': mutant({
    wake: (s, here) => overload.wake!({ ...s, open: [] }, here),
  }),
}
