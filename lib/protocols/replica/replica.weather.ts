// The weather in which replicas are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { replica } from './index'
import type { State } from './kind'

const cast = (replicas: number, clients: number) => [
  ...Array<string>(replicas).fill('replica'),
  ...Array<string>(clients).fill('client'),
]

export const weather: Weather = {
  ...fair,
  nodes: [cast(2, 1), cast(3, 2), cast(3, 3), cast(4, 2)],
  trouble: 1500,
  calm: 2000,
  lines: [10, 30],
  words: { ...fair.words, ask: 30 },
  disk: 'the primary alone has what followers were not told',
  options: [
    { patience: 300 },
    { patience: 300, lag: 600 },
    { patience: 300, sessions: true },
    { patience: 500, sessions: true, lag: 60 },
  ],
}

/** Own writes missed and reads that went back without sessions; reads that waited with them. */
export const looking: Looking = () => {
  const met = { waited: 0, restarts: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      if (event.type === 'read' && last.nodes[event.node - 1]?.state.waiting.length) met.waited++
    },
    met: () => {
      const { missedOwn, wentBack, stale } = replica.facts(last!) as Record<string, number>
      return { ...met, missedOwn: missedOwn!, wentBack: wentBack!, stale: stale! }
    },
  }
}
