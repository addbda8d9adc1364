// The weather in which the usher is fuzzed, and what its schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import { balancer, type State } from './balancer'
import type { Looking } from './fuzz-suite'

const cast = (windows: number) => ['usher', ...Array<string>(windows).fill('window')]
const { ask: _, ...words } = fair.words

export const weather: Weather = {
  ...fair,
  nodes: [cast(1), cast(3), cast(5)],
  trouble: 1500,
  calm: 500,
  words,
  disk: 'a window that forgot how many buyers it has finished would finish them again',
  options: [
    { service: 60, rate: 0.9 },
    { service: 60, rate: 0.8, choices: 1 },
    { service: 40, rate: 2, choices: 3 },
  ],
}

/** Buyers done, long queues, and windows that woke with a queue. */
export const looking: Looking = () => {
  const met = { 'woke with work': 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake' && last.nodes[event.node - 1]!.state.queue.length)
        met['woke with work']++
    },
    met: () => {
      const { done, longestEver } = balancer.facts(last!)
      return { ...met, done: done as number, 'long queues': (longestEver as number) > 4 ? 1 : 0 }
    },
  }
}
