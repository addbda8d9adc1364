// The weather in which quorums are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { quorum } from './index'
import type { State } from './kind'

const cast = (replicas: number, clients: number) => [
  ...Array<string>(replicas).fill('replica'),
  ...Array<string>(clients).fill('client'),
]

export const weather: Weather = {
  ...fair,
  nodes: [cast(3, 1), cast(3, 2), cast(3, 3), cast(4, 2), cast(5, 2)],
  trouble: 1500,
  calm: 1500,
  lines: [6, 24],
  words: { ...fair.words, ask: 24, duplicate: 6, drop: 4 },
  disk: 'W copies hold each write: one that was lost could be the one that R meet',
  options: [
    { patience: 300 },
    { patience: 300, repair: true },
    { patience: 300, looks: true },
    { patience: 300, looks: true, spread: 'quorum', pairs: 10 },
    { patience: 300, spread: 'quorum', pairs: 10 },
    { patience: 300, pairs: 20, lag: 20, repair: true },
    { patience: 300, r: 1, w: 1 },
    { patience: 300, r: 1, w: 1, spread: 'quorum', repair: true, pairs: 10 },
  ],
}

/** Stale reads where quorums need not overlap, reads that go back, copies mended and woken. */
export const looking: Looking = () => {
  const met = { mended: 0, restarts: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      if (event.kind === 'message' && event.type === 'repair') met.mended++
    },
    met: () => {
      const { stale, backwards, unanswered, overlap } = quorum.facts(last!)
      return {
        ...met,
        'stale without overlap': overlap ? 0 : (stale as number),
        'backwards though they overlap': overlap ? (backwards as number) : 0,
        unanswered: unanswered as number,
      }
    },
  }
}
