// The weather in which the generals are fuzzed: no faults but treason, which oral messages assume.

import { fair, type Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import { byzantine, type State } from './byzantine'
import type { Looking } from './fuzz-suite'

/** n generals of whom these are traitors. */
const cast = (n: number, ...traitors: readonly number[]) =>
  Array.from({ length: n }, (_, i) => (traitors.includes(i + 1) ? 'traitor' : 'general'))

const lies = ['some of each', 'the opposite', 'anything', 'nothing']
const orders = ['attack', 'retreat']

export const weather: Weather = {
  ...fair,
  nodes: [
    ...[cast(4, 1), cast(4, 2), cast(4, 3), cast(4, 4), cast(3, 1), cast(3, 3), cast(5, 2)],
    ...[cast(7, 1, 2), cast(7, 2, 3), cast(7, 3, 4), cast(7, 5, 6), cast(7, 1, 7)],
  ],
  trouble: 10,
  calm: 500,
  lines: [0, 0],
  words: {},
  disk: 'nobody crashes: oral messages all arrive (§3)',
  delays: [
    [5, 60],
    20,
    {
      mix: [
        [1, [1, 5]],
        [1, [50, 90]],
      ],
    },
  ],
  options: orders.flatMap((order) =>
    lies.flatMap((it) => [1, 2].map((m) => ({ m, lies: it, order }))),
  ),
  unsteady: 0,
}

/** Where theory promises agreement, and where it does not and there was none. */
export const looking: Looking = () => {
  let last: World<State> | undefined
  return {
    look: (world) => {
      last = world as World<State>
    },
    met: () => {
      const { promised, agreed, obeyed, traitors } = byzantine.facts(last!)
      const treason = (traitors as number[])[0] === 1
      return {
        promised: promised ? 1 : 0,
        'a traitor commands': treason && promised ? 1 : 0,
        'no agreement': !promised && !(agreed && obeyed) ? 1 : 0,
      }
    },
  }
}
