// Figure 8 of the Raft paper: an old entry on a majority is not yet safe.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'raft',
  title: 'On a majority, and still not safe',
  nodes: 5,
  seed: 1,
  options: {
    currentTermOnly: false,
    election: [900, 1000],
    logs: [
      [
        [1, '10A: Ada'],
        [2, '12A: Ada'],
      ],
      [
        [1, '10A: Ada'],
        [2, '12A: Ada'],
      ],
      [[1, '10A: Ada']],
      [[1, '10A: Ada']],
      [
        [1, '10A: Ada'],
        [3, '12A: Ben'],
      ],
    ],
  },
  delay: [8, 14],
  script: [
    [0, { crash: 5 }, 300],
    [0, { cut: [[4]] }, 310],
    [20, { ask: { node: 1, type: 'campaign' } }],
    [200, { crash: 1 }],
    [320, { ask: { node: 5, type: 'campaign' } }],
    [380, { ask: { node: 5, type: 'campaign' } }],
  ],
  until: 600,
  poster: 470,
  pictures: ['log'],
  against: {
    beside: 'Counting old terms',
    label: 'By the rule of §5.4.2',
    options: { currentTermOnly: true },
  },
} satisfies Scenario
