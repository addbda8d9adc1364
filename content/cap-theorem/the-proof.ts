// Gilbert and Lynch's two executions: with the sale beyond the cut and without it, alike to West.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'store',
  title: 'The proof, run twice',
  nodes: ['window', 'window', 'buyer', 'buyer'],
  names: ['East', 'West', 'Ada', 'Ben'],
  options: { form: 'available', copy: 60, patience: 90 },
  seed: 3,
  because: {
    that: { doubleSold: true },
    says: 'In both runs West has heard nothing, and sells 12A to Ben',
  },
  delay: [10, 25],
  script: [
    [
      40,
      {
        cut: [
          [1, 3],
          [2, 4],
        ],
      },
    ],
    [80, { ask: { node: 3, type: 'buy', seat: '12A', window: 1 } }],
    [200, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
  ],
  until: 320,
  poster: 300,
  pictures: ['lanes'],
  levers: [{ label: 'Let West ask first', options: { form: 'consistent' } }],
  against: {
    beside: 'Ada buys 12A',
    label: 'Ada buys 12B',
    script: [
      [
        40,
        {
          cut: [
            [1, 3],
            [2, 4],
          ],
        },
      ],
      [80, { ask: { node: 3, type: 'buy', seat: '12B', window: 1 } }],
      [200, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
    ],
  },
} satisfies Scenario
