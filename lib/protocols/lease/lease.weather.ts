// The weather in which leases are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { lease } from './index'
import type { State } from './kind'

const cast = (holders: number) => [...Array<string>(holders).fill('holder'), 'lock', 'store']

export const weather: Weather = {
  ...fair,
  nodes: [cast(2), cast(3), cast(4)],
  trouble: 1500,
  calm: 3000,
  lines: [8, 24],
  words: { ...fair.words, ask: 20, pause: 6, drift: 4 },
  delays: [...fair.delays, [0.5, 1]],
  disk: 'tokens only grow, and the store knows the greatest',
  lasts: [20, 600],
  who: ['holder'],
  // Two clocks of which each drifts by 2 % part by 4.1 %.
  options: [
    { uncertainty: 5 },
    { uncertainty: 5, term: 150, work: 100 },
    { uncertainty: 5, term: 120, work: 80, fencing: false },
    { uncertainty: 5, term: 150, work: 100, checks: true, fencing: false },
    { uncertainty: 5, term: 400, work: 400 },
  ],
}

/** Two that believed to hold the lease, late writes refused, and taken where nothing fenced. */
export const looking: Looking = () => {
  const met = { 'two believed': 0, restarts: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      if (lease.facts(last).twoBelieve) met['two believed'] = 1
    },
    met: () => {
      const { overwrote, refused, done } = lease.facts(last!) as Record<string, number>
      return { ...met, overwrote: overwrote!, refused: refused!, done: done! }
    },
  }
}
