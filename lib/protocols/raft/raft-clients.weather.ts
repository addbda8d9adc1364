// The weather in which Raft with clients is fuzzed, and what its schedules have met.

import type { Weather } from '@/lib/sim/weather'
import type { World } from '@/lib/sim/world'
import type { Looking } from '../fuzz-suite'
import { seen } from '../true-history'
import { clientsOf, isClient, type Op, type State } from './clients.kind'
import { weather as servers } from './raft.weather'

const cast = (server: number, client: number) => [
  ...Array<string>(server).fill('server'),
  ...Array<string>(client).fill('client'),
]

export const weather: Weather = {
  ...servers,
  nodes: [cast(3, 4), cast(3, 3), cast(5, 4), cast(3, 4), ['client', 'server', 'client', 'server']],
  trouble: 3000,
  lasts: [300, 900],
  // One wall at a time, and many questions: a leader that is cut off must be asked.
  words: {
    ...{ split: 2.5, ask: 80, crash: 1, oneWay: 1, duplicate: 1, lose: 1 },
    ...{ alone: 0.3, pause: 0.3, slow: 0.3, drop: 0.3, drift: 0.3, bump: 0.3 },
  },
  lines: [40, 100],
  // A late heartbeat leaves followers long in the dark about what is committed; but timeouts are
  // well above it and the delays, or no leader lasts (§5.6).
  options: [
    { election: [120, 240], heartbeat: 60, retry: 60 },
    { election: [80, 160], heartbeat: 30, retry: 100 },
    { retry: 80 },
  ],
}

const opsOf = (state: State) => (isClient(state) ? state.ops : [])
const asRegister = ({ type, value, outcome }: Op) =>
  type === 'read'
    ? { type, value: null, result: value, outcome }
    : { type: 'write', value, result: null, outcome }

/**
 * Commands asked more than once, applied commands that were logged twice, redirections, reads that
 * a deposed leader was asked for. What was answered is linearizable, says the checker.
 */
export const looking: Looking = () => {
  const met = { restarts: 0, redirected: 0, 'reads put off': 0 }
  const history = seen(opsOf, asRegister)
  let last: World<State> | undefined
  return {
    look: (world, event) => {
      last = world as World<State>
      if (event.kind === 'wake') met.restarts++
      history.look(last, event)
      const server = last.nodes[event.node - 1]?.state
      const asked = event.kind === 'message' && event.type === 'request' && server
      if (asked && 'reads' in server && server.reads.length) met['reads put off']++
      const hops = (last.nodes[event.node - 1]?.state as { hops?: number } | undefined)?.hops
      if (event.type === 'reply' && hops) met.redirected++
    },
    met: () => {
      history.check('')
      const ops: readonly Op[] = clientsOf(last!).flatMap((n) => n.state.ops)
      const logs = last!.nodes.flatMap(({ state }) => ('log' in state ? [state] : []))
      const twice = logs.some(({ log, committed }) => {
        const done = log.slice(0, committed).flatMap(({ serial }) => serial || [])
        return new Set(done).size < done.length
      })
      return {
        ...met,
        answered: ops.filter((op) => op.outcome === 'ok').length,
        read: ops.filter((op) => op.type === 'read' && op.outcome === 'ok').length,
        retried: ops.filter((op) => op.tries > 1).length,
        'logged twice': twice ? 1 : 0,
      }
    },
  }
}
