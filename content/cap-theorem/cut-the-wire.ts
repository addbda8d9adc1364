// Two windows with a cut between them: one form sells on both sides, the other on neither.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'store',
  title: 'The same cut, two answers',
  nodes: ['window', 'window', 'buyer', 'buyer'],
  names: ['East', 'West', 'Ada', 'Ben'],
  options: { form: 'available', copy: 60, patience: 400 },
  seed: 3,
  because: {
    that: { tickets: 2, agree: false },
    says: 'Ada and Ben both hold a ticket for 12A',
  },
  delay: [10, 25],
  script: [
    [
      100,
      {
        cut: [
          [1, 3],
          [2, 4],
        ],
      },
      700,
    ],
    [150, { ask: { node: 3, type: 'buy', seat: '12A', window: 1 } }],
    [250, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
  ],
  until: 1100,
  poster: 680,
  pictures: ['cluster'],
  levers: [{ label: 'Copy at once', options: { copy: 1 } }],
  against: { beside: 'Sell at once', label: 'Ask before selling', options: { form: 'consistent' } },
} satisfies Scenario
