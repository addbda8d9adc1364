// Pay, hold, mail; the last step fails, and the others are taken back.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'saga',
  title: 'Pay, hold, mail, and the way back',
  nodes: ['office', 'bank', 'hall', 'post'],
  seed: 1,
  options: { fails: 'mail' },
  delay: [10, 20],
  script: [[20, { ask: { node: 1, type: 'order', seat: '12A', who: 'Ada' } }]],
  until: 700,
  poster: 600,
  pictures: ['lanes'],
} satisfies Scenario
