// Forty people at once, at a window that serves ten a second and gets eight.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'overload',
  title: 'Ten o’clock sharp',
  nodes: ['window', 'crowd'],
  names: ['window', 'queue'],
  options: { rate: 8, service: 100, patience: 1000 },
  seed: 1,
  because: {
    that: { goodput: 0 },
    says: 'Six seconds after the rush, nobody at all is served in time',
  },
  delay: [5, 15],
  script: [[3000, { ask: { node: 2, type: 'flood', many: 40 } }]],
  until: 20000,
  poster: 9000,
  pictures: ['chart', 'bars'],
  levers: [
    { label: 'Let them ask again', options: { retries: 3 } },
    { label: 'Six a second, not eight', options: { rate: 6 } },
  ],
  against: {
    beside: 'Let all in',
    label: 'Turn the late away',
    options: { limit: 8 },
  },
} satisfies Scenario
