// The weather in which an event log is fuzzed, and what its schedules have met.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import { eventLog, type State } from './event-log'
import type { Looking } from './fuzz-suite'

export const weather: Weather = {
  ...fair,
  nodes: [['log', 'plan', 'till']],
  words: { ...fair.words, ask: 20, crash: 5, slow: 4, duplicate: 4 },
  disk: 'the log is the truth: nothing could make it again',
  options: [{}, { snapshot: 2 }, { snapshot: 3, batch: 1, poll: 30 }, { counts: false }],
}

/** Sales refused, views begun anew, and answers that came twice or too early. */
export const looking: Looking = () => {
  const met = { restarts: 0, 'left aside': 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      const before = last?.nodes[event.node - 1]?.state
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      const isAnswer = event.kind === 'message' && event.type === 'events'
      if (isAnswer && before === last.nodes[event.node - 1]?.state) met['left aside']++
    },
    met: () => {
      const { events, refused } = eventLog.facts(last!) as { events: number; refused: number }
      const begun = last!.nodes.reduce((sum, { state }) => sum + state.begun, 0)
      return { ...met, events, refused, begun }
    },
  }
}
