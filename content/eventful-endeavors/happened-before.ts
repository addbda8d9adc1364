// Three windows, two notes, and which of their doings came before which.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'clocks',
  title: 'Before, after, or neither',
  nodes: 3,
  names: ['East', 'West', 'North'],
  clocks: [{ offset: 150 }],
  options: { every: 0 },
  seed: 1,
  because: {
    that: {
      vectors: [
        [3, 0, 0],
        [2, 2, 0],
        [2, 2, 3],
      ],
    },
    says: 'East’s last event came neither before North’s last nor after it',
  },
  delay: [30, 40],
  script: [
    [10, { ask: { node: 1, type: 'act' } }],
    [60, { ask: { node: 3, type: 'act' } }],
    [90, { ask: { node: 1, type: 'write', to: 2 } }],
    [208, { ask: { node: 2, type: 'write', to: 3 } }],
    [200, { ask: { node: 1, type: 'act' } }],
    [350, { ask: { node: 3, type: 'act' } }],
  ],
  until: 460,
  poster: 450,
  pictures: ['lanes'],
  levers: [
    {
      label: 'Let East write to North, too',
      lines: [[220, { ask: { node: 1, type: 'write', to: 3 } }]],
    },
  ],
} satisfies Scenario
