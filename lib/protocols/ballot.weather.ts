// The weather in which ballots are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { State } from './ballot'
import { ballot } from './ballot'
import type { Looking } from './fuzz-suite'

const proposers = (voters: number) => [
  'proposer',
  'proposer',
  ...Array<string>(voters).fill('voter'),
]

export const weather: Weather = {
  ...fair,
  nodes: [
    ...[2, 3, 4, 5, 6].map((n) => Array<string>(n).fill('voter')),
    ...[2, 2, 3, 4, 4, 4, 5, 6, 6].map(proposers),
  ],
  trouble: 600,
  calm: 1000,
  lines: [2, 12],
  lasts: [20, 300],
  words: { ...fair.words, crash: 5, duplicate: 2 },
  disk: 'a voter votes once: one that lost its vote could vote again',
  options: [{}, {}, { quorum: 2 }, { quorum: 4, retry: 50 }],
}

/** Ties, motions that both passed for want of overlap, and votes that outlived a crash. */
export const looking: Looking = () => {
  let last: World<State> | undefined
  let restarts = 0
  return {
    look: (world, event) => {
      last = world as World<State>
      const voted = (world.nodes[event.node - 1]?.state as State | undefined)?.vote
      if (event.kind === 'wake' && voted) restarts++
    },
    met: () => {
      const { tie, bothPass } = ballot.facts(last!)
      return { ties: tie ? 1 : 0, 'both passed': bothPass ? 1 : 0, restarts }
    },
  }
}
