// A window that can serve ten a second gets eight, and a rush; whoever is not served asks again.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'overload',
  title: 'Everyone asks again',
  nodes: ['window', 'crowd'],
  names: ['window', 'queue'],
  options: { rate: 6, service: 100, patience: 1500, limit: 10, retries: 12, pause: 60 },
  seed: 1,
  because: {
    that: { gaveUp: 42, sent: 716, arrived: 119 },
    says: '119 people have sent 716 requests, and 42 of them have given up',
  },
  delay: [5, 15],
  script: [[3000, { ask: { node: 2, type: 'flood', many: 60 } }]],
  until: 15000,
  poster: 9000,
  pictures: ['chart'],
  levers: [{ label: 'Ask again three times at most', options: { retries: 3 } }],
  against: {
    beside: 'Asking again at once',
    label: 'Waiting longer each time, by chance',
    options: { backOff: true, jitter: true },
  },
} satisfies Scenario
