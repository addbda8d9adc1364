// Leases that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { lease } from './index'
import { nobody } from './kind'

const { on, after, wake } = lease
const mutant = (change: Partial<typeof lease>) => ({ ...lease, ...change }) as AnyProtocol

/** Takes the term for one that begins when it hears of it. */
const fromHearing: (typeof on)['grant'] = (s, body, from, here) =>
  on.grant(s, { ...body, asked: here.clock, waited: 0 }, from, here)
/** Takes its clock, and the lock's, for perfect. */
const trustsClocks: (typeof on)['grant'] = (s, body, from, here) =>
  on.grant(s, body, from, { ...here, options: { ...here.options, uncertainty: 0 } })

export const mutants: Record<string, AnyProtocol> = {
  'lends-again-under-the-same-token': mutant({
    after: { ...after, expire: (s, here) => after.expire({ ...s, token: s.token - 1 }, here) },
  }),
  'store-takes-any-token': mutant({
    on: { ...on, write: (s, body, from, here) => on.write({ ...s, highest: 0 }, body, from, here) },
  }),
  'counts-from-hearing-the-grant': mutant({ on: { ...on, grant: fromHearing } }),
  'takes-clocks-for-perfect': mutant({ on: { ...on, grant: trustsClocks } }),
  'never-ends-a-lease': mutant({
    after: { ...after, expire: (s) => [s] },
  }),
  'lock-forgets-its-token': mutant({
    wake: (s, here) => wake!({ ...s, token: 0, holder: nobody }, here),
  }),
}
