// The weather in which stores are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { store } from './index'
import type { State } from './kind'

const cast = (windows: number, buyers: number) => [
  ...Array<string>(windows).fill('window'),
  ...Array<string>(buyers).fill('buyer'),
]
const rules = ['last writer', 'versions', 'grow-only'] as const

export const weather: Weather = {
  ...fair,
  nodes: [cast(1, 2), cast(2, 2), cast(2, 3), cast(3, 3)],
  trouble: 1000,
  calm: 2500,
  lines: [8, 28],
  words: { ...fair.words, ask: 30, split: 4 },
  disk: 'a plan knows of sales that nobody else may know of',
  options: rules.flatMap((merge): Weather['options'][number][] => [
    { merge, copy: 400 },
    { merge, copy: 100, form: 'consistent' },
  ]),
}

/** Seats sold twice, sales forgotten, conflicts, buyers without an answer, windows that woke. */
export const looking: Looking = () => {
  const met = { 'sold twice': 0, forgotten: 0, conflicts: 0, unanswered: 0, restarts: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      const plan = last.nodes[event.node - 1]?.state?.plan
      if (event.kind === 'wake' && plan?.length) met.restarts++
    },
    met: () => {
      const facts = store.facts(last!)
      return {
        ...met,
        'sold twice': facts.doubleSold ? 1 : 0,
        forgotten: facts.forgotten as number,
        conflicts: facts.conflict ? 1 : 0,
        unanswered: facts.unanswered as number,
      }
    },
  }
}
