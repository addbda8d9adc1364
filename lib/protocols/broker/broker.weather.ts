// The weather in which the broker is fuzzed, and what its schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { broker, type State } from './index'

const cast = (publishers: number, consumers: number) => [
  'broker',
  ...Array<string>(publishers).fill('publisher'),
  ...Array<string>(consumers).fill('consumer'),
]

export const weather: Weather = {
  ...fair,
  nodes: [cast(1, 1), cast(1, 2), cast(2, 2), cast(1, 3)],
  trouble: 1500,
  calm: 4000,
  words: { ...fair.words, ask: 12, duplicate: 2 },
  disk: 'what was accepted is kept for whoever is to handle it',
  options: [
    { work: 30, patience: 150 },
    { work: 30, patience: 150, delivery: 'at most once' },
    { work: 30, patience: 150, fanOut: true },
    { work: 30, patience: 100, attempts: 5, remembers: true },
    { work: 60, patience: 80, attempts: 0 },
  ],
}

/** Messages handled again, lost, set aside, and consumers that crashed with work in hand. */
export const looking: Looking = () => {
  let last: World<State> | undefined
  return {
    look: (world) => {
      last = world as World<State>
    },
    met: () => {
      const { again, lost, aside, handled } = broker.facts(last!)
      return {
        again: again as number,
        lost: lost as number,
        aside: aside as number,
        handled: handled as number,
      }
    },
  }
}
