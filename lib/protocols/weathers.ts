// The weather in which each protocol is fuzzed, and who looks on: how to fetch both.

export const weathers = {
  'anti-entropy': () => import('./anti-entropy.weather'),
  balancer: () => import('./balancer.weather'),
  ballot: () => import('./ballot.weather'),
  broadcast: () => import('./broadcast.weather'),
  broker: () => import('./broker/broker.weather'),
  byzantine: () => import('./byzantine.weather'),
  'clock-sync': () => import('./clock-sync.weather'),
  clocks: () => import('./clocks.weather'),
  gossip: () => import('./gossip/gossip.weather'),
  heartbeat: () => import('./heartbeat.weather'),
  lease: () => import('./lease/lease.weather'),
  overload: () => import('./overload/overload.weather'),
  paxos: () => import('./paxos/paxos.weather'),
  quorum: () => import('./quorum/quorum.weather'),
  raft: () => import('./raft/raft.weather'),
  replica: () => import('./replica/replica.weather'),
  rpc: () => import('./rpc.weather'),
  store: () => import('./store/store.weather'),
  swim: () => import('./swim/swim.weather'),
  'two-phase-commit': () => import('./two-phase-commit/two-phase-commit.weather'),
}
