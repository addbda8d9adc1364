// Event logs that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { eventLog } from './event-log'

const { on, after, ask, wake } = eventLog
const mutant = (change: Partial<typeof eventLog>) => ({ ...eventLog, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'folds-what-comes-twice': mutant({
    on: {
      ...on,
      events: (s, body, from, here) => on.events(s, { ...body, after: s.now.read }, from, here),
    },
  }),
  'takes-a-sale-out-of-the-log': mutant({
    ask: {
      ...ask,
      giveBack: (s, { seat }) => [{ ...s, events: s.events.filter((it) => it.seat !== seat) }],
    },
  }),
  'wakes-with-the-view-and-another-place': mutant({
    wake: (s, here) => wake!({ ...s, saved: { ...s.now, read: s.saved.read } }, here),
  }),
  'looks-for-news-once': mutant({ after: { ...after, poll: (s) => [s] } }),
}
