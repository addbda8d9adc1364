// The list of mutants: protocols that each break one rule, and how to fetch them for the fuzz.

export const mutants = {
  'anti-entropy': () => import('./anti-entropy.mutants').then((m) => m.mutants),
  balancer: () => import('./balancer.mutants').then((m) => m.mutants),
  ballot: () => import('./ballot.mutants').then((m) => m.mutants),
  broadcast: () => import('./broadcast.mutants').then((m) => m.mutants),
  broker: () => import('./broker/broker.mutants').then((m) => m.mutants),
  byzantine: () => import('./byzantine.mutants').then((m) => m.mutants),
  'clock-sync': () => import('./clock-sync.mutants').then((m) => m.mutants),
  clocks: () => import('./clocks.mutants').then((m) => m.mutants),
  deletion: () => import('./deletion.mutants').then((m) => m.mutants),
  gossip: () => import('./gossip/gossip.mutants').then((m) => m.mutants),
  'gossip-connections': () => import('./gossip/gossip-connections.mutants').then((m) => m.mutants),
  heartbeat: () => import('./heartbeat.mutants').then((m) => m.mutants),
  lease: () => import('./lease/lease.mutants').then((m) => m.mutants),
  overload: () => import('./overload/overload.mutants').then((m) => m.mutants),
  paxos: () => import('./paxos/paxos.mutants').then((m) => m.mutants),
  quorum: () => import('./quorum/quorum.mutants').then((m) => m.mutants),
  raft: () => import('./raft/raft.mutants').then((m) => m.mutants),
  'raft-clients': () => import('./raft/raft-clients.mutants').then((m) => m.mutants),
  replica: () => import('./replica/replica.mutants').then((m) => m.mutants),
  rpc: () => import('./rpc.mutants').then((m) => m.mutants),
  store: () => import('./store/store.mutants').then((m) => m.mutants),
  swim: () => import('./swim/swim.mutants').then((m) => m.mutants),
  'two-phase-commit': () =>
    import('./two-phase-commit/two-phase-commit.mutants').then((m) => m.mutants),
}
