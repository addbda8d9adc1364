// Stores that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { store } from './index'
import type { State } from './kind'

const { on, wake } = store
type On = typeof on

/** Whatever arrives replaces what was there, whoever wrote last. */
const replace = (s: State, plan: State['plan']): State => {
  const others = s.plan.filter((mine) => !plan.some((theirs) => theirs.key === mine.key))
  return { ...s, plan: [...others, ...plan] }
}
const lastArrival = {
  copy: (s, body, from, here) => on.copy(replace(s, body.plan), body, from, here),
  copied: (s, body, from, here) => on.copied(replace(s, body.plan), body, from, here),
} satisfies Partial<On>
const mutant = (change: Partial<typeof store>) => ({ ...store, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'takes-the-last-arrival-for-the-last-write': mutant({ on: { ...on, ...lastArrival } }),
  'sells-without-looking': mutant({
    on: {
      ...on,
      buy: (s, ask, from, here) => {
        const [next, ...effects] = on.buy({ ...s, plan: [] }, ask, from, here)
        return [{ ...next, plan: next.plan.length ? next.plan : s.plan }, ...effects]
      },
    },
  }),
  'decides-without-the-first-window': mutant({
    on: {
      ...on,
      buy: (s, ask, from, here) =>
        on.buy(s, ask, from, { ...here, options: { ...here.options, form: 'available' } }),
    },
  }),
  'forgets-its-plan-on-waking': mutant({
    wake: (before, here) => wake!({ ...before, plan: [] }, here),
  }),
}
