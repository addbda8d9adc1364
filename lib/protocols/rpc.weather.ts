// The weather in which remote calls are fuzzed, and what their schedules have met.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from './fuzz-suite'
import { rpc, type State } from './rpc'

const cast = (clients: number) => [...Array<string>(clients).fill('client'), 'server']

export const weather: Weather = {
  ...fair,
  nodes: [cast(1), cast(2), cast(3)],
  trouble: 1500,
  calm: 2500,
  lines: [6, 20],
  words: { ...fair.words, ask: 16 },
  disk: 'what was served, and under which key, is what a retry is held against',
  options: [
    {},
    { keys: true },
    { keys: true, timeout: 50, tries: 6 },
    { timeout: 40, backoff: true },
  ],
}

/** Calls served twice without keys, answers repeated with them, and calls left unknown. */
export const looking: Looking = () => {
  const met = { repeated: 0, restarts: 0 }
  let last: World<State> | undefined
  let before = 0
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      const { sold } = rpc.facts(last) as { sold: number }
      if (event.type === 'request' && event.kind === 'message' && sold === before) met.repeated++
      before = sold
    },
    met: () => {
      const { twice, unknown, soldUnknown } = rpc.facts(last!) as Record<string, number>
      return { ...met, twice: twice!, unknown: unknown!, 'unknown but sold': soldUnknown! }
    },
  }
}
