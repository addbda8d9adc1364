// The weather in which deletions are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { State } from './deletion'
import type { Looking } from './fuzz-suite'

export const weather: Weather = {
  ...fair,
  nodes: [2, 6],
  trouble: 2000,
  calm: 2500,
  lines: [8, 24],
  words: { ...fair.words, ask: 24, alone: 5 },
  disk: 'a certificate is kept by a few, who cannot remember what they have lost',
  options: [
    { every: 80, keep: 150 },
    { every: 60, keep: 100, keepers: 1 },
    { every: 100, keep: 400, keepers: 3 },
  ],
}

/** Items that were buried, certificates that fell asleep and were woken, sites that woke. */
export const looking: Looking = () => {
  const met = { buried: 0, forgotten: 0, restarts: 0 }
  const before: { [node: number]: State } = {}
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      const now = last.nodes[event.node - 1]?.state
      const was = before[event.node]
      if (now) before[event.node] = now
      if (event.kind === 'wake') met.restarts++
      const isDead = (key: string) => now?.items[key]?.value === ''
      const live = Object.keys(was?.items ?? {}).filter((key) => was!.items[key]!.value)
      if (event.kind === 'message' && live.some(isDead)) met.buried++
      const count = (s: State | undefined) => Object.keys(s?.items ?? {}).length
      if (event.kind === 'timer' && count(now) < count(was)) met.forgotten++
    },
    met: () => ({ ...met, woken: last!.nodes.reduce((sum, n) => sum + n.state.woke, 0) }),
  }
}
