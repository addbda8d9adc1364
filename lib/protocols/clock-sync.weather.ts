// The weather in which clocks are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { State } from './clock-sync'
import type { Looking } from './fuzz-suite'

const often = { poll: 300 }
export const weather: Weather = {
  ...fair,
  nodes: [
    ['clock', 'server'],
    ['clock', 'clock', 'server'],
    ['clock', 'clock', 'clock', 'server'],
  ],
  trouble: 2000,
  calm: 1500,
  lines: [2, 10],
  words: { ...fair.words, wipe: 2 },
  driftPpm: 1000,
  bump: 500,
  options: [
    { ...often, method: 'Cristian' },
    { ...often, method: 'NTP' },
    { ...often, method: 'NTP', think: 30, samples: 4 },
    { ...often, method: 'Cristian', slew: true, ratePpm: 50_000 },
    { ...often, method: 'NTP', slew: true, samples: 3 },
  ],
}

/** Clocks set, set back, set with answers missing; nodes that woke, and that lost their disk. */
export const looking: Looking = (scenario) => {
  const met = { sets: 0, 'sets with answers missing': 0, 'jumps back': 0, restarts: 0, wiped: 0 }
  const before = new Map<number, State>()
  return {
    look: (world, event) => {
      const now = world.nodes[event.node - 1]?.state as State | undefined
      const was = before.get(event.node)
      if (event.kind === 'wake') met.restarts++
      const line = event.kind === 'wake' ? scenario.script?.[event.line]?.[1] : undefined
      if (line && 'crash' in line && line.wipe) met.wiped++
      if (!now) return
      before.set(event.node, now)
      if (!was || !now.set || now.set === was.set) return
      met.sets++
      if (event.kind === 'timer') met['sets with answers missing']++
      met['jumps back'] += now.jumpedBack - was.jumpedBack
    },
    met: () => met,
  }
}
