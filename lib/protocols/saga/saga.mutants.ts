// Sagas that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { saga } from '.'

const { on, after, wake } = saga
const mutant = (change: Partial<typeof saga>) => ({ ...saga, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'forgets-its-outbox-on-waking': mutant({
    wake: (s, here) => wake!(s, { ...here, options: { ...here.options, outbox: false } }),
  }),
  'takes-a-step-that-was-taken-back': mutant({
    on: {
      ...on,
      do: (s, body, from, here) => {
        const deeds = s.deeds.filter(({ did, order }) => did === 'done' || order !== body.order)
        return on.do({ ...s, deeds }, body, from, here)
      },
    },
  }),
  'answers-and-takes-nothing-back': mutant({
    on: {
      ...on,
      undo: (s, body, from, here) => [s, ...on.undo(s, body, from, here).slice(1)] as never,
    },
  }),
  'takes-an-answer-about-another-step': mutant({
    on: {
      ...on,
      answer: (s, body, from, here) =>
        on.answer(s, { ...body, step: s.orders[body.order - 1]?.step ?? 0 }, from, here),
    },
  }),
  'never-asks-again': mutant({ after: { ...after, retry: (s) => [s] } }),
}
