// Two windows that sell at once and copy their lists later sell one seat to two people.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'store',
  title: 'One seat, two buyers',
  nodes: ['window', 'window', 'buyer', 'buyer'],
  names: ['East', 'West', 'Ada', 'Ben'],
  options: { copy: 300 },
  seed: 5,
  because: {
    that: { tickets: 2, agree: false },
    says: 'Two people hold a ticket for one seat, and each plan names another of them',
  },
  delay: [15, 40],
  script: [
    [40, { ask: { node: 3, type: 'buy', seat: '12A', window: 1 } }],
    [45, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
  ],
  until: 700,
  poster: 200,
  pictures: ['cluster', 'history'],
  levers: [
    { label: 'Copy at once', options: { copy: 1 } },
    { label: 'Ask the other window first', options: { form: 'consistent' } },
  ],
} satisfies Scenario
