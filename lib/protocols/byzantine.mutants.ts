// Generals that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { byzantine } from './byzantine'

const { on, after } = byzantine
const mutant = (change: Partial<typeof byzantine>) => ({ ...byzantine, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'obeys-the-first-order-it-hears': mutant({
    after: {
      decide(s, here) {
        const [step, ...does] = after.decide(s, here)
        return [{ ...step, decided: s.received['1'] ?? step.decided }, ...does]
      },
    },
  }),
  'passes-nothing-on': mutant({
    on: { order: (s, body, from, here) => [on.order(s, body, from, here)[0]] },
  }),
}
