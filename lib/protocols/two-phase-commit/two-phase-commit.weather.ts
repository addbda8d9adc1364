// The weather in which two-phase commit is fuzzed, and what its schedules have met.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { type State, twoPhaseCommit } from './index'

const cast = (participants: number) => [
  'coordinator',
  ...Array<string>(participants).fill('participant'),
]

export const weather: Weather = {
  ...fair,
  nodes: [cast(2), cast(3), cast(4), cast(5)],
  trouble: 800,
  calm: 2000,
  lines: [4, 16],
  words: { ...fair.words, ask: 8, crash: 6, alone: 3 },
  disk: 'a vote and a decision are on disk before anybody hears of them (§7.4)',
  who: ['coordinator'],
  options: [{}, { others: true }, { patience: 60, doubt: 50 }, { doubt: 80, others: true }],
}

/** Sales committed and aborted, participants in doubt while the coordinator was down, restarts. */
export const looking: Looking = () => {
  const met = { blocked: 0, restarts: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      if (twoPhaseCommit.facts(last).blocked) met.blocked = 1
    },
    met: () => {
      const { outcome } = twoPhaseCommit.facts(last!)
      return {
        ...met,
        committed: outcome === 'committed' ? 1 : 0,
        aborted: outcome === 'aborted' ? 1 : 0,
      }
    },
  }
}
