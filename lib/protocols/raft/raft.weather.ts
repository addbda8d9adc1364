// The weather in which Raft is fuzzed, and what its schedules have met: faults must bite.

import type { AnyScenario } from '@/lib/sim/scenario'
import { fair, type Weather } from '@/lib/sim/weather'
import type { Event, World } from '@/lib/sim/world'
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
  who: ['leader'],
  options: [{}, { election: [80, 160], heartbeat: 30 }, { logs: figure7 }, { logs: figure8 }],
}

/** What a run of the fuzz has met so far. */
export type Met = {
  schedules: number
  'contested elections': number
  'leaders deposed with uncommitted entries': number
  'logs cut back': number
  restarts: number
  'one-way cuts': number
  'entries committed': number
}
export const nothingMet = (): Met => ({
  schedules: 0,
  'contested elections': 0,
  'leaders deposed with uncommitted entries': 0,
  'logs cut back': 0,
  restarts: 0,
  'one-way cuts': 0,
  'entries committed': 0,
})

const isCutBack = (before: State, now: State) =>
  now.log !== before.log && before.log.some((e, i) => e.term !== now.log[i]?.term)

/** Looks on at one run and adds to `met`. */
export const meeting = (met: Met, scenario: AnyScenario) => {
  const seen: (State | undefined)[] = []
  const standing = new Map<number, number>()
  let committed = 0
  met.schedules++
  return (world: World, event: Event) => {
    const line = event.kind === 'line' ? scenario.script?.[event.line]?.[1] : undefined
    if (line && 'cut' in line && 'from' in line.cut) met['one-way cuts']++
    if (event.kind === 'wake') met.restarts++
    const now = world.nodes[event.node - 1]?.state as State | undefined
    const before = seen[event.node]
    if (!now || now === before) return
    seen[event.node] = now
    met['entries committed'] += Math.max(0, now.committed - committed)
    committed = Math.max(committed, now.committed)
    if (!before) return
    if (now.stood > before.stood) {
      const others = standing.get(now.term) ?? 0
      standing.set(now.term, others + 1)
      if (others === 1) met['contested elections']++
    }
    if (isCutBack(before, now)) met['logs cut back']++
    const deposed = before.role === 'leader' && now.role === 'follower' && event.kind !== 'wake'
    if (deposed && before.log.length > before.committed) {
      met['leaders deposed with uncommitted entries']++
    }
  }
}
