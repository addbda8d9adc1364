// Balancers that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { balancer } from './balancer'

const { on } = balancer
const mutant = (change: Partial<typeof balancer>) => ({ ...balancer, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'takes-a-repeated-job-for-another': mutant({
    on: {
      ...on,
      job: (s, job, from, here) => on.job({ ...s, next: 0, early: [] }, job, from, here),
    },
  }),
  'counts-every-answer': mutant({
    on: {
      ...on,
      done(s, body, from, here) {
        const i = here.roles.server.indexOf(from)
        return on.done(s, { ...body, ended: (s.finished[i] ?? 0) + 1 }, from, here)
      },
    },
  }),
}
