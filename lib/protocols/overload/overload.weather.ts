// The weather in which the overload is fuzzed, and what its schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { overload, type State } from './index'

const quick = { service: 20, patience: 150, rate: 0 }
const lines = [3, 10] as const
/** The most that one window may have to do: each line a flood of 200, who ask three times each. */
const work = lines[1] * 200 * 3 * quick.service
/** An ending that is not reached in time is given six times as long again. */
const calm = work / 6

export const weather: Weather = {
  ...fair,
  nodes: [
    ['window', 'crowd'],
    ['window', 'crowd', 'crowd'],
    ['window', 'window', 'crowd'],
  ],
  trouble: 1200,
  calm,
  lines,
  words: { ...fair.words, ask: 3 },
  disk: 'the queue is kept: whoever waits is served or told',
  bump: 200,
  options: [
    { ...quick, retries: 2, pause: 50 },
    { ...quick, limit: 10, retries: 3, backOff: true, jitter: true, pause: 20 },
    { ...quick, credits: 5, retries: 1 },
    { ...quick, credits: 3, limit: 2, retries: 3, pause: 20 },
    { ...quick, rate: 60, limit: 20 },
  ],
}

/** Customers who left, answers that came too late, requests that were turned away or repeated. */
export const looking: Looking = () => {
  let last: World<State> | undefined
  return {
    look: (world) => {
      last = world as World<State>
    },
    met: () => {
      const { gaveUp, late, shed, good, sent, arrived } = overload.facts(last!)
      const repeated = (sent as number) - (arrived as number)
      const met = { gaveUp, late, shed, good } as Record<string, number>
      return { ...met, repeated: Math.max(0, repeated) }
    },
  }
}
