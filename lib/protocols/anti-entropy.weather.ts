// The weather in which copies are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import { antiEntropy, type State } from './anti-entropy'
import type { Looking } from './fuzz-suite'

export const weather: Weather = {
  ...fair,
  nodes: [2, 4],
  trouble: 1200,
  calm: 1800,
  lines: [5, 20],
  words: { ...fair.words, ask: 16 },
  disk: 'what a copy has written is its word; lost and written anew, it would be older than it was',
  options: [
    { every: 150, seats: 8 },
    { every: 200, depth: 0, seats: 4 },
    { every: 200, depth: 4, seats: 12 },
  ],
}

/** Copies that stood apart for a while, entries that were mended, copies that woke. */
export const looking: Looking = () => {
  const met = { mended: 0, restarts: 0 }
  const before: { [node: number]: unknown } = {}
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      const now = last.nodes[event.node - 1]?.state.entries
      if (event.kind === 'wake') met.restarts++
      if (event.type === 'mend' && event.kind === 'message' && now !== before[event.node])
        met.mended++
      before[event.node] = now
    },
    met: () => ({ ...met, hashes: antiEntropy.facts(last!).hashes as number }),
  }
}
