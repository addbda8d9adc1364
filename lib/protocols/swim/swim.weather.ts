// The weather in which SWIM is fuzzed, and what its schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { Looking } from '../fuzz-suite'
import type { State } from './index'

const quick = { period: 100, timeout: 30, patience: 3 }
const { ask: _, ...words } = fair.words

export const weather: Weather = {
  ...fair,
  nodes: [2, 7],
  trouble: 2500,
  calm: 3500,
  lines: [3, 12],
  words,
  disk: 'lives are numbered: without its number a member is older than the news of it',
  lasts: [50, 1200],
  delays: [[1, 8], [2, 12], { exponential: 4 }],
  options: [
    quick,
    { ...quick, again: 3 },
    { ...quick, again: 2, inTurn: false },
    { ...quick, again: 3, suspicion: false },
    { ...quick, suspicion: false, helpers: 0 },
    { ...quick, spread: 1, carry: 2 },
  ],
}

/** Suspicions, refutations, members held failed, and members that came back. */
export const looking: Looking = () => {
  const met = { suspicions: 0, refutations: 0, failures: 0, comebacks: 0, helped: 0 }
  const before: { [node: number]: State } = {}
  const count = (s: State, status: string) =>
    Object.values(s.known).filter((it) => it.status === status).length
  return {
    look: (world, event) => {
      const now = world.nodes[event.node - 1]?.state as State | undefined
      const was = before[event.node]
      if (!now || now === was) return
      before[event.node] = now
      if (!was) return
      if (now.incarnation > was.incarnation) met.refutations++
      if (now.life > was.life) met.comebacks++
      if (count(now, 'suspect') > count(was, 'suspect')) met.suspicions++
      if (count(now, 'failed') > count(was, 'failed')) met.failures++
      if (event.type === 'pingReq') met.helped++
    },
    met: () => met,
  }
}
