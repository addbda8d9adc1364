// Two workers, and more to do than two can do.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'broker',
  title: 'A little more than two can do',
  nodes: ['broker', 'publisher', 'consumer', 'consumer'],
  names: ['broker', 'window', 'Kim', 'Lee'],
  options: { every: 200, work: 500, patience: 2500 },
  seed: 1,
  because: {
    that: { waiting: 8, lost: 0 },
    says: 'Nothing is lost, and eight notes wait',
  },
  delay: [10, 20],
  until: 7000,
  poster: 6500,
  pictures: ['chart', 'bars'],
  levers: [
    { label: 'One every 270 ms', options: { every: 270 } },
    {
      label: 'One every 270 ms, and Kim takes a break',
      options: { every: 270 },
      lines: [[1000, { pause: 3 }, 2500]],
    },
  ],
} satisfies Scenario
