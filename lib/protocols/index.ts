// The list of protocols: a name, and how to fetch it when it is wanted.

import type { AnyProtocol } from '@/lib/sim/protocol'
import type { ScenarioOf } from '@/lib/sim/scenario'
import type { SurveyOf } from '@/lib/sim/survey'

export const protocols = {
  'anti-entropy': () => import('./anti-entropy').then((m) => m.antiEntropy),
  balancer: () => import('./balancer').then((m) => m.balancer),
  ballot: () => import('./ballot').then((m) => m.ballot),
  broadcast: () => import('./broadcast').then((m) => m.broadcast),
  broker: () => import('./broker').then((m) => m.broker),
  byzantine: () => import('./byzantine').then((m) => m.byzantine),
  'clock-sync': () => import('./clock-sync').then((m) => m.clockSync),
  clocks: () => import('./clocks').then((m) => m.clocks),
  deletion: () => import('./deletion').then((m) => m.deletion),
  'event-log': () => import('./event-log').then((m) => m.eventLog),
  formation: () => import('./formation').then((m) => m.formation),
  gossip: () => import('./gossip').then((m) => m.gossip),
  'gossip-connections': async () => {
    const [{ gossip, ...pace }, { withConnections }] = await Promise.all([
      import('./gossip'),
      import('./gossip/gossip-connections'),
    ])
    return withConnections(gossip, pace)
  },
  heartbeat: () => import('./heartbeat').then((m) => m.heartbeat),
  lease: () => import('./lease').then((m) => m.lease),
  overload: () => import('./overload').then((m) => m.overload),
  paxos: () => import('./paxos').then((m) => m.paxos),
  quorum: () => import('./quorum').then((m) => m.quorum),
  raft: () => import('./raft').then((m) => m.raft),
  'raft-clients': async () => {
    const [{ raft, applied }, { withClients }] = await Promise.all([
      import('./raft'),
      import('./raft/raft-clients'),
    ])
    return withClients(raft, applied)
  },
  replica: () => import('./replica').then((m) => m.replica),
  rpc: () => import('./rpc').then((m) => m.rpc),
  saga: () => import('./saga').then((m) => m.saga),
  snapshot: () => import('./snapshot').then((m) => m.snapshot),
  store: () => import('./store').then((m) => m.store),
  swim: () => import('./swim').then((m) => m.swim),
  'two-generals': () => import('./two-generals').then((m) => m.twoGenerals),
  'two-phase-commit': () => import('./two-phase-commit').then((m) => m.twoPhaseCommit),
}

export type ProtocolName = keyof typeof protocols
type Fetched<N extends ProtocolName> = Awaited<ReturnType<(typeof protocols)[N]>>
/** Any scenario of any protocol, type-checked in content. */
export type Scenario = { [N in ProtocolName]: ScenarioOf<Fetched<N>, N> }[ProtocolName]
/** Many runs of one scenario, plotted. */
export type Survey = SurveyOf<Scenario>

/** Fetches a protocol by a name that may come from outside; undefined where there is none. */
export const fetchProtocol = async (name: string): Promise<AnyProtocol | undefined> =>
  Object.hasOwn(protocols, name) ? await protocols[name as ProtocolName]() : undefined
