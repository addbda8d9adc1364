// Leases that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { lease } from './index'
import { nobody } from './kind'

const { on, after, wake } = lease
const mutant = (change: Partial<typeof lease>) => ({ ...lease, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'lends-again-under-the-same-token': mutant({
    after: { ...after, expire: (s, here) => after.expire({ ...s, token: s.token - 1 }, here) },
  }),
  'store-takes-any-token': mutant({
    on: { ...on, write: (s, body, from, here) => on.write({ ...s, highest: 0 }, body, from, here) },
  }),
  'never-ends-a-lease': mutant({
    after: { ...after, expire: (s) => [s] },
  }),
  'lock-forgets-its-token': mutant({
    wake: (s, here) => wake!({ ...s, token: 0, holder: nobody }, here),
  }),
}
