// A holder is paused while it holds the lease; another takes over; the first wakes up and writes.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'lease',
  title: 'A long pause',
  nodes: ['lock', 'holder', 'holder', 'store'],
  names: ['lock', 'Ada', 'Ben', 'plan'],
  options: { fencing: false },
  seed: 2,
  because: {
    that: { overwrote: 1, value: 'Ada' },
    says: 'Ada’s lease had ended, and her write has gone over Ben’s',
  },
  delay: [10, 20],
  script: [
    [20, { ask: { node: 2, type: 'write', value: 'Ada' } }],
    [90, { pause: 2 }, 700],
    [200, { ask: { node: 3, type: 'write', value: 'Ben' } }],
  ],
  until: 900,
  poster: 800,
  pictures: ['lanes'],
  levers: [
    { label: 'Lend for longer: 900 ms', options: { term: 900 } },
    { label: 'Look at the clock first', options: { checks: true } },
  ],
  against: {
    beside: 'No token',
    label: 'A fencing token',
    options: { fencing: true },
  },
} satisfies Scenario
