// A leader cut off with one other logs a sale that nobody else hears of; the majority elects a new
// leader and sells the same seat; when the cut heals, the old sale is taken out of both logs.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'raft',
  title: 'A leader that was replaced',
  nodes: 5,
  seed: 1,
  because: {
    that: {
      leaders: [1, 5],
      committed: 2,
      logs: [
        [1, 1],
        [1, 1],
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    },
    says: 'n1 and n5 both lead, and their sides have written 12B for two people',
  },
  delay: [8, 14],
  script: [
    [10, { ask: { node: 1, type: 'campaign' } }],
    [80, { ask: { node: 1, type: 'write', value: '12A: Ada' } }],
    [
      150,
      {
        cut: [
          [1, 2],
          [3, 4, 5],
        ],
      },
      620,
    ],
    [180, { ask: { node: 1, type: 'write', value: '12B: Ben' } }],
    [480, { ask: { node: 'leader', type: 'write', value: '12B: Cleo' } }],
    [560, { ask: { node: 1, type: 'read' } }],
  ],
  until: 900,
  poster: 590,
  pictures: ['log', 'cluster'],
  levers: [
    {
      label: 'Let n2 stand instead',
      lines: [
        [610, { crash: 'leader' }],
        [640, { ask: { node: 2, type: 'campaign' } }],
        [700, { ask: { node: 2, type: 'campaign' } }],
      ],
    },
    {
      label: 'And nobody compares logs',
      lines: [
        [610, { crash: 'leader' }],
        [640, { ask: { node: 2, type: 'campaign' } }],
        [700, { ask: { node: 2, type: 'campaign' } }],
      ],
      options: { upToDate: false },
    },
  ],
} satisfies Scenario
