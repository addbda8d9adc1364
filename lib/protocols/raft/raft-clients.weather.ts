// The weather in which Raft with clients is fuzzed, and what its schedules have met.

import type { Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { clientsOf, type Op, type State } from './clients.kind'
import { weather as servers } from './raft.weather'

const cast = (server: number, client: number) => [
  ...Array<string>(server).fill('server'),
  ...Array<string>(client).fill('client'),
]

export const weather: Weather = {
  ...servers,
  nodes: [cast(3, 1), cast(3, 2), cast(4, 3), cast(5, 2), ['client', 'server', 'client', 'server']],
  words: { ...servers.words, ask: 20 },
  options: [{}, { retry: 60 }, { election: [80, 160], heartbeat: 30, retry: 150 }],
}

/** Commands asked more than once, applied commands that were logged twice, and redirections. */
export const looking: Looking = () => {
  const met = { restarts: 0, redirected: 0 }
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      const hops = (last.nodes[event.node - 1]?.state as { hops?: number } | undefined)?.hops
      if (event.type === 'reply' && hops) met.redirected++
    },
    met: () => {
      const ops: readonly Op[] = clientsOf(last!).flatMap((n) => n.state.ops)
      const logs = last!.nodes.flatMap(({ state }) => ('log' in state ? [state] : []))
      const twice = logs.some(({ log, committed }) => {
        const done = log.slice(0, committed).flatMap(({ serial }) => serial || [])
        return new Set(done).size < done.length
      })
      return {
        ...met,
        answered: ops.filter((op) => op.outcome === 'ok').length,
        retried: ops.filter((op) => op.tries > 1).length,
        'logged twice': twice ? 1 : 0,
      }
    },
  }
}
