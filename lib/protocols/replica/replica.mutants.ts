// Replicas that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { replica } from './index'

const { on } = replica
const mutant = (change: Partial<typeof replica>) => ({ ...replica, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'ignores-the-session': mutant({
    on: { ...on, read: (s, body, from, here) => on.read(s, { ...body, least: 0 }, from, here) },
  }),
  'copies-an-older-version-over-a-newer': mutant({
    on: {
      ...on,
      copy: (s, body, from, here) =>
        on.copy({ ...s, version: { n: -1, value: '' } }, body, from, here),
    },
  }),
  'forgets-who-was-not-told-on-waking': mutant({
    wake: (s, here) => replica.wake!({ ...s, owed: [] }, here),
  }),
}
