// The weather in which broadcasts are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import { broadcast, type State } from './broadcast'
import type { Looking } from './fuzz-suite'

export const weather: Weather = {
  ...fair,
  nodes: [2, 5],
  trouble: 1000,
  calm: 1500,
  lines: [6, 20],
  words: { ...fair.words, ask: 16, slow: 2 },
  disk: 'an author that lost its posts would give their numbers to others',
  options: [
    { repair: 150 },
    { repair: 150, causal: false },
    { repair: 150, relay: 'others' },
    { repair: 0 },
    { repair: 0, relay: 'all', causal: false },
  ],
}

/** Posts that were held back, and answers that were read too early where nothing was. */
export const looking: Looking = () => {
  const met = { held: 0, restarts: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      if (event.type === 'post' && last.nodes[event.node - 1]?.state.held.length) met.held++
    },
    met: () => {
      const { early, posts } = broadcast.facts(last!)
      return { ...met, early: early as number, posts: posts as number }
    },
  }
}
