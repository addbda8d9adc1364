// Five windows count what all of them have sold together, by telling each other what they know.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'gossip',
  title: 'Ten seats are sold: who counts ten?',
  nodes: 5,
  options: { way: 'push', stops: 'never', merge: 'sum' },
  seed: 4,
  because: {
    that: { counted: false, most: 916527 },
    says: 'Ten seats are sold, and n1 counts more than nine hundred thousand',
  },
  delay: [5, 30],
  duplicate: 0.3,
  script: [
    [20, { ask: { node: 1, type: 'sell', seats: 3 } }],
    [60, { ask: { node: 3, type: 'sell', seats: 4 } }],
    [140, { ask: { node: 5, type: 'sell', seats: 2 } }],
    [500, { ask: { node: 1, type: 'sell', seats: 1 } }],
  ],
  until: 1400,
  poster: 1300,
  pictures: ['cluster'],
  levers: [{ label: 'Lose every third message', lines: [[0, { drop: { chance: 0.33 } }]] }],
  against: {
    beside: 'Adding up',
    label: 'Keeping the larger',
    options: { merge: 'largest' },
  },
} satisfies Scenario
