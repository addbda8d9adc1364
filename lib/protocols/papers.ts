// The list of papers whose numbers are measured on samples: how to fetch their experiments.

export const papers = {
  balancer: () => import('./balancer.paper').then((m) => m.paper),
  ballot: () => import('./ballot.paper').then((m) => m.paper),
  deletion: () => import('./deletion.paper').then((m) => m.paper),
  gossip: () => import('./gossip/gossip.paper').then((m) => m.paper),
  'gossip-connections': () => import('./gossip/gossip-connections.paper').then((m) => m.paper),
  quorum: () => import('./quorum/quorum.paper').then((m) => m.paper),
  raft: () => import('./raft/raft.paper').then((m) => m.paper),
  swim: () => import('./swim/swim.paper').then((m) => m.paper),
}
export type PaperName = keyof typeof papers
