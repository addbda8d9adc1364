// The weather in which quorums are fuzzed, and what their schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { seen } from '../true-history'
import { quorum } from './index'
import type { Op, State } from './kind'

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
    { patience: 300, looks: true, writeBack: true },
    { patience: 300, looks: true, writeBack: true, spread: 'quorum', pairs: 6 },
    { patience: 100, looks: true, r: 1, w: 3, pairs: 40 },
    { patience: 100, looks: true, r: 2, w: 3, pairs: 40 },
    { patience: 300, r: 1, w: 1 },
    { patience: 300, r: 1, w: 1, spread: 'quorum', repair: true, pairs: 10 },
  ],
}

/** Versions are written once each; those of one number by two clients are two. */
const asRegister = ({ type, version: { n, by }, outcome }: Op) => {
  const it = n ? `${n} by n${by}` : null
  return type === 'read'
    ? { type, value: null, result: it, outcome }
    : { type, value: it, result: null, outcome }
}
const atomic = ({ options }: World<State>) => options.looks && options.writeBack

/**
 * Stale reads where quorums need not overlap, reads that go back, copies mended and woken. Where
 * writers look and readers write back, the checker finds all linearizable.
 */
export const looking: Looking = () => {
  const met = { mended: 0, restarts: 0 }
  const history = seen(({ ops }: State) => ops, asRegister)
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (atomic(last)) history.look(last, event)
      if (event.kind === 'wake') met.restarts++
      if (event.kind === 'message' && event.type === 'repair') met.mended++
    },
    met: () => {
      const { stale, backwards, unanswered, overlap, reads } = quorum.facts(last!)
      if (atomic(last!)) history.check(null)
      return {
        ...met,
        'stale without overlap': overlap ? 0 : (stale as number),
        'backwards though they overlap': overlap ? (backwards as number) : 0,
        unanswered: unanswered as number,
        'reads that wrote back': atomic(last!) ? (reads as number) : 0,
      }
    },
  }
}
