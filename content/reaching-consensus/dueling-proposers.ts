// Two proposers who never wait: each one's new number undoes the other's, for as long as one looks.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'paxos',
  title: 'Two who will not wait',
  nodes: ['acceptor', 'acceptor', 'acceptor', 'proposer', 'proposer'],
  names: ['n1', 'n2', 'n3', 'Ada', 'Ben'],
  options: { backoff: false },
  seed: 0,
  because: {
    that: { decided: false, highest: 15 },
    says: 'Their numbers have climbed to 15, and nothing is decided',
  },
  delay: { each: { accept: [25, 35] }, other: [8, 12] },
  script: [
    [10, { ask: { node: 4, type: 'propose', value: 'Ada' } }],
    [25, { ask: { node: 5, type: 'propose', value: 'Ben' } }],
  ],
  until: 190,
  poster: 185,
  pictures: ['lanes'],
  levers: [{ label: 'Stop Ben', lines: [[100, { crash: 5 }]] }],
  against: {
    beside: 'Nobody waits',
    label: 'Whoever is refused waits a random while',
    options: { backoff: true },
  },
} satisfies Scenario
