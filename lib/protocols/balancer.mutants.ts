// Balancers that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { balancer } from './balancer'

const { on } = balancer
const mutant = (change: Partial<typeof balancer>) => ({ ...balancer, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'takes-a-repeated-buyer-for-another': mutant({
    on: {
      ...on,
      buyer: (s, buyer, from, here) => on.buyer({ ...s, next: 0, early: [] }, buyer, from, here),
    },
  }),
  'counts-every-answer': mutant({
    on: {
      ...on,
      done(s, body, from, here) {
        const i = here.roles.window.indexOf(from)
        return on.done(s, { ...body, ended: (s.finished[i] ?? 0) + 1 }, from, here)
      },
    },
  }),
}
