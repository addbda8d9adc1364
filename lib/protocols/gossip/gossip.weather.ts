// The weather in which gossip is fuzzed, and what its schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { gossip, type State } from './index'

export const weather: Weather = {
  ...fair,
  nodes: [2, 8],
  trouble: 1500,
  calm: 3000,
  lines: [5, 20],
  words: { ...fair.words, ask: 12 },
  disk: 'a site’s own share of the count is known for good nowhere else',
  options: [
    { every: 50 },
    { every: 50, repair: 100 },
    { every: 50, repair: 150, stops: 'by coin', feedback: false },
    { every: 50, way: 'pull', stops: 'never', pace: 'random' },
    { every: 50, way: 'push-pull', repair: 120 },
    { every: 60, way: 'pull', stops: 'by counter', k: 1, pace: 'cycles', repair: 200 },
    { every: 60, stops: 'never', pace: 'random' },
    { every: 50, stops: 'by counter', feedback: false, k: 3 },
    { every: 50, way: 'push-pull', stops: 'by coin', k: 3, pace: 'cycles', repair: 150 },
    { every: 50, stops: 'never', merge: 'sum' },
  ],
}

/** Rumours that died before all knew, useless contacts, copies mended, sites that woke. */
export const looking: Looking = () => {
  const met = { useless: 0, mended: 0, restarts: 0, 'counts merged': 0 }
  const before: { [node: number]: State } = {}
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      const now = last.nodes[event.node - 1]?.state
      const was = before[event.node]
      if (now) before[event.node] = now
      if (event.kind === 'wake') met.restarts++
      if (event.type === 'mend' && now?.entries !== was?.entries) met.mended++
      if (event.type === 'news' && now?.sold !== was?.sold) met['counts merged']++
      if (event.type === 'thanks' && event.kind === 'message') met.useless++
    },
    met: () => {
      const { over, residue, same } = gossip.facts(last!)
      const died = over && (residue as number) > 0
      return { ...met, residues: died ? 1 : 0, 'copies apart': same ? 0 : 1 }
    },
  }
}
