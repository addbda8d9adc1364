// The weather in which sagas are fuzzed, and what their schedules have met.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import type { State } from './kind'
import { facts } from './view'

export const weather: Weather = {
  ...fair,
  nodes: [['office', 'bank', 'hall', 'post']],
  // What is asked twice may arrive after it was taken back.
  words: { ...fair.words, ask: 12, crash: 5, slow: 6, duplicate: 4 },
  disk: 'orders, and what each machine has done for them, are on disk; an outbox is too',
  options: [
    {},
    { fails: 'mail', gap: 1, retry: 20 },
    { fails: 'hold', gap: 100 },
    { outbox: false, gap: 100 },
  ],
}

/** Orders that ended either way, steps taken back, and orders forgotten for want of an outbox. */
export const looking: Looking = () => {
  let restarts = 0
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') restarts++
    },
    met: () => {
      const { done, undone, stuck, takenBack } = facts(last!)
      return { restarts, done, undone, forgotten: stuck, 'taken back': takenBack }
    },
  }
}
