// The weather in which clocks are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import { clocks, type State } from './clocks'
import type { Looking } from './fuzz-suite'

export const weather: Weather = {
  ...fair,
  disk: 'a clock that forgot would go back',
  nodes: [2, 5],
  trouble: 900,
  calm: 100,
  options: [{ every: 60 }, { every: 40, notes: 0.9 }, { every: 0 }, { every: 100, notes: 0.2 }],
}

/** Notes that arrived, ends that were concurrent, hybrid clocks far ahead, nodes that woke. */
export const looking: Looking = () => {
  const met = { restarts: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
    },
    met: () => {
      const { notes, order, ahead } = clocks.facts(last!)
      const concurrent = order === 'concurrent' ? 1 : 0
      return { ...met, notes: notes as number, concurrent, ahead: (ahead as number) > 500 ? 1 : 0 }
    },
  }
}
