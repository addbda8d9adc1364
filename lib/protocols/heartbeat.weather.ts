// The weather in which failure detectors are fuzzed, and what their schedules have met.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from './fuzz-suite'
import { heartbeat, type State } from './heartbeat'

const { ask: _ask, ...words } = fair.words
const watched = (nodes: number) => [...Array<string>(nodes).fill('node'), 'watcher']

export const weather: Weather = {
  ...fair,
  nodes: [['node', 'node'], ['node', 'node', 'node'], watched(1), watched(2), watched(3)],
  trouble: 2000,
  calm: 2500,
  lines: [2, 10],
  words: { ...words, crash: 6 },
  disk: 'beats are numbered: one that began again at 1 would pass for overtaken',
  unsteady: 0.01,
  driftPpm: 1000,
  options: [
    {},
    { timeout: 400 },
    { detector: 'φ accrual' },
    { detector: 'φ accrual', threshold: 3, window: 20 },
  ],
}

/** Suspicions, those taken back, and the dead that were found out. */
export const looking: Looking = () => {
  const met = { restarts: 0, 'found out': 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      if (event.type === 'look' && heartbeat.facts(last).detectedAt !== null) met['found out']++
    },
    met: () => {
      const { suspicions, revoked } = heartbeat.facts(last!) as Record<string, number>
      return { ...met, suspicions: suspicions!, revoked: revoked! }
    },
  }
}
