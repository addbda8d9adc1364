// Failure detectors that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { heartbeat } from './heartbeat'

const { on, after } = heartbeat
const mutant = (change: Partial<typeof heartbeat>) => ({ ...heartbeat, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'never-forgives': mutant({
    on: {
      beat: (s, body, from, here) =>
        s.others[from]?.suspected ? [s] : on.beat(s, body, from, here),
    },
  }),
  'suspects-too-early': mutant({
    after: {
      ...after,
      look: (s, here) => after.look(s, { ...here, options: { ...here.options, timeout: 1 } }),
    },
  }),
}
