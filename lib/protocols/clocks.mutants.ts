// Clocks that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { hybridClock } from '@/lib/values/hybrid-clock'
import { clocks, type Stamp } from './clocks'

/** Hears part of a stamp only. */
const deafTo = (part: Partial<Stamp>) =>
  ({
    ...clocks,
    on: {
      note: (s, body, from, here) => clocks.on.note(s, { ...body, ...part }, from, here),
    },
  }) as typeof clocks as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'lamport-ignores-what-it-hears': deafTo({ lamport: 0 }),
  'vector-ignores-what-it-hears': deafTo({ vector: {} }),
  'hybrid-ignores-what-it-hears': deafTo({ hybrid: hybridClock.zero }),
  'forgets-its-clocks-on-waking': {
    ...clocks,
    wake: (s, here) => clocks.wake!({ ...clocks.start(here)[0], log: s.log }, here),
  } as typeof clocks as AnyProtocol,
}
