// Figure 8 of the Raft paper: an old entry on a majority is not yet safe.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'raft',
  title: 'On a majority, and still not safe',
  nodes: 5,
  seed: 1,
  because: {
    that: {
      leader: 5,
      logs: [
        [1, 2],
        [1, 3],
        [1, 3],
        [1, 3],
        [1, 3],
      ],
    },
    says: 'Ada’s 12A was on three of five and committed; Ben’s now stands in its place',
  },
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
  levers: [
    {
      label: 'First sell one more in term 4',
      lines: [[130, { ask: { node: 1, type: 'write', value: '12B: Cleo' } }]],
    },
  ],
  against: {
    beside: 'Counting old terms',
    label: 'By the rule of §5.4.2',
    options: { currentTermOnly: true },
  },
} satisfies Scenario
