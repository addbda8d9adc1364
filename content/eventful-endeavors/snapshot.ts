// Three windows pass tickets to each other; how many are there? Markers know, a roll call does not.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'snapshot',
  title: 'Counting what does not stand still',
  nodes: 3,
  names: ['East', 'West', 'North'],
  options: { method: 'roll call', tickets: 10, every: 0 },
  seed: 26,
  because: {
    that: { total: 30, recorded: 24, consistent: false },
    says: 'There are thirty tickets, and the roll call has counted 24',
  },
  delay: [25, 70],
  fifo: true,
  script: [
    [30, { ask: { node: 1, type: 'give', to: 2, tickets: 4 } }],
    [60, { ask: { node: 2, type: 'snapshot' } }],
    [80, { ask: { node: 3, type: 'give', to: 1, tickets: 2 } }],
  ],
  until: 350,
  poster: 225,
  pictures: ['lanes'],
  levers: [
    {
      label: 'Count some twice',
      lines: [
        [55, { slow: { from: 2, to: 3, delay: 110 } }, 62],
        [118, { ask: { node: 1, type: 'give', to: 3, tickets: 8 } }],
      ],
    },
    {
      label: 'Count again when all is quiet',
      lines: [[190, { ask: { node: 2, type: 'snapshot' } }]],
    },
  ],
  against: { beside: 'A roll call', label: 'With markers', options: { method: 'markers' } },
} satisfies Scenario
