// The weather in which Raft is fuzzed, and what its schedules have met: faults must bite.

import { fair, type Weather } from '@/lib/sim/weather'
import type { Event, World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import type { State } from './kind'

/** The logs of Figure 7, all but the last of which may also be the logs of five. */
const figure7 = [
  [1, 1, 1, 4, 4, 5, 5, 6, 6, 6],
  [1, 1, 1, 4, 4, 5, 5, 6, 6],
  [1, 1, 1, 4],
  [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6],
  [1, 1, 1, 4, 4, 4, 4],
]
/** Figure 8 (b): S1 led term 2, S5 term 3. */
const figure8 = [[1, 2], [1, 2], [1], [1], [1, 3]]

export const weather: Weather = {
  ...fair,
  trouble: 2200,
  calm: 2500,
  lines: [8, 24],
  lasts: [20, 700],
  words: { ...fair.words, alone: 4, oneWay: 2, crash: 5, ask: 12 },
  disk: 'term, vote and log are on stable storage (Figure 2)',
  who: ['leader'],
  options: [{}, { election: [80, 160], heartbeat: 30 }, { logs: figure7 }, { logs: figure8 }],
}

const isCutBack = (before: State, now: State) =>
  now.log !== before.log && before.log.some((e, i) => e.term !== now.log[i]?.term)

/** Looks on at one run: were terms contested, leaders deposed, logs cut back, entries committed? */
export const looking: Looking = (scenario) => {
  const met = { contested: 0, deposed: 0, cutBack: 0, restarts: 0, oneWay: 0, committed: 0 }
  const seen: (State | undefined)[] = []
  const standing = new Map<number, number>()
  const compare = (before: State, now: State, woke: boolean) => {
    if (now.stood > before.stood) {
      const others = standing.get(now.term) ?? 0
      standing.set(now.term, others + 1)
      if (others === 1) met.contested++
    }
    if (isCutBack(before, now)) met.cutBack++
    const isDeposed = before.role === 'leader' && now.role === 'follower' && !woke
    if (isDeposed && before.log.length > before.committed) met.deposed++
  }
  const look = (world: World, event: Event) => {
    const line = event.kind === 'line' ? scenario.script?.[event.line]?.[1] : undefined
    if (line && 'cut' in line && 'from' in line.cut) met.oneWay++
    if (event.kind === 'wake') met.restarts++
    const now = world.nodes[event.node - 1]?.state as State | undefined
    const before = seen[event.node]
    if (!now || now === before) return
    seen[event.node] = now
    met.committed = Math.max(met.committed, now.committed)
    if (before) compare(before, now, event.kind === 'wake')
  }
  return { look, met: () => met }
}
