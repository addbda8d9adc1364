// The weather in which Paxos is fuzzed, and what its schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { paxos, type State } from './index'

const cast = (proposers: number, acceptors: number) => [
  ...Array<string>(proposers).fill('proposer'),
  ...Array<string>(acceptors).fill('acceptor'),
]

export const weather: Weather = {
  ...fair,
  nodes: [cast(2, 3), cast(2, 4), cast(3, 3), cast(3, 5)],
  trouble: 1200,
  calm: 4000,
  lines: [6, 24],
  words: { ...fair.words, ask: 10, crash: 6 },
  disk: 'an acceptor answers for what it has promised and accepted (§2.2)',
  options: [{}, { patience: 100, pause: [5, 60] }, { patience: 60, pause: [10, 300] }],
}

/** Values adopted from others, refusals, restarts, and decisions after more than three tries. */
export const looking: Looking = () => {
  const met = { adopted: 0, refused: 0, restarts: 0 }
  const values = new Map<number, string>()
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      const s = last.nodes[event.node - 1]?.state
      if (event.kind === 'wake') met.restarts++
      if (event.kind === 'message' && event.type === 'refuse') met.refused++
      if (!s?.value || values.get(event.node) === s.value) return
      values.set(event.node, s.value)
      if (s.value !== s.wants) met.adopted++
    },
    met: () => {
      const { decided, tries } = paxos.facts(last!)
      return { ...met, decided: decided ? 1 : 0, 'many tries': (tries as number) > 3 ? 1 : 0 }
    },
  }
}
