// What is left of two sales once the cut has healed: it depends on how copies are merged.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'store',
  title: 'After the cut',
  nodes: ['window', 'window', 'buyer', 'buyer', 'buyer'],
  names: ['East', 'West', 'Ada', 'Ben', 'Cleo'],
  options: { form: 'available', copy: 60, merge: 'last writer' },
  seed: 3,
  because: {
    that: { forgotten: 1, tickets: 2 },
    says: 'Ada and Ben both hold 12A, and both windows know of Ben alone',
  },
  delay: [10, 25],
  script: [
    [
      100,
      {
        cut: [
          [1, 3, 5],
          [2, 4],
        ],
      },
      600,
    ],
    [150, { ask: { node: 3, type: 'buy', seat: '12A', window: 1 } }],
    [250, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
    [350, { ask: { node: 5, type: 'buy', seat: '12B', window: 1 } }],
    [800, { ask: { node: 5, type: 'giveBack', seat: '12B', window: 1 } }],
  ],
  until: 1100,
  poster: 1000,
  pictures: ['cluster', 'history'],
  levers: [
    { label: 'Keep both, and say so', options: { merge: 'versions' } },
    { label: 'A set that only grows', options: { merge: 'grow-only' } },
  ],
} satisfies Scenario
