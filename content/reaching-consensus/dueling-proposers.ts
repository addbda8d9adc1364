// Two proposers who never wait, to the left and right of those who accept: each one's new number
// undoes the other's, for as long as one looks.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'paxos',
  title: 'Two who will not wait',
  nodes: ['proposer', 'acceptor', 'acceptor', 'acceptor', 'proposer'],
  names: ['Ada', 'n1', 'n2', 'n3', 'Ben'],
  options: { backoff: false },
  seed: 0,
  because: {
    that: { decided: false, highest: 7 },
    says: 'Their numbers have climbed to 7, and nothing is decided',
  },
  delay: { each: { accept: 30 }, other: 10 },
  script: [
    [5, { ask: { node: 1, type: 'propose', value: 'Ada' } }],
    [35, { ask: { node: 5, type: 'propose', value: 'Ben' } }],
  ],
  until: 193,
  poster: 185,
  pictures: ['lanes'],
  levers: [{ label: 'Stop Ben', lines: [[60, { crash: 5 }]] }],
  against: {
    beside: 'Nobody waits',
    label: 'Whoever is refused waits a random while',
    options: { backoff: true },
  },
} satisfies Scenario
