// The weather in which gossip over connections is fuzzed, and what its schedules have met.

import type { Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import type { State } from './connections.kind'
import { weather as unlimited } from './gossip.weather'

export const weather: Weather = {
  ...unlimited,
  options: [
    { every: 100 },
    { every: 100, hunt: 3, repair: 200, pace: 'cycles' },
    { every: 100, limit: 2, way: 'push-pull', hunt: 1, repair: 250 },
    { every: 100, way: 'pull', stops: 'never', pace: 'random' },
    { every: 80, hunt: 10, stops: 'by coin', feedback: false, repair: 150 },
    { every: 100, way: 'pull', k: 1, pace: 'cycles', repair: 200 },
  ],
}

/** Calls refused, calls that went on to another site, calls taken, sites that woke. */
export const looking: Looking = () => {
  const met = { refused: 0, hunted: 0, restarts: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      const now = last.nodes[event.node - 1]?.state
      if (event.kind === 'wake') met.restarts++
      if (event.kind !== 'message' || event.type !== 'busy') return
      met.refused++
      if ((now?.tried.length ?? 0) > 1) met.hunted++
    },
    met: () => ({ ...met, taken: last!.nodes.reduce((all, n) => all + n.state.taken, 0) }),
  }
}
