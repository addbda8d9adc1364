// Two windows say that they are alive; one of them stops, the other has a slow patch.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'heartbeat',
  title: 'How long is too long?',
  nodes: ['node', 'node', 'watcher'],
  names: ['East', 'West', 'office'],
  options: { every: 100, timeout: 250 },
  seed: 1,
  because: {
    that: { suspicions: 1, revoked: 1 },
    says: 'The office gave East up, and East was only slow',
  },
  delay: [10, 40],
  script: [
    [800, { slow: { from: 1, delay: [230, 290] } }, 1150],
    [2000, { crash: 2 }],
  ],
  until: 3000,
  poster: 1075,
  pictures: ['lanes'],
  levers: [
    { label: 'Be patient: 600 ms', options: { timeout: 600 } },
    { label: 'Be jumpy: 130 ms', options: { timeout: 130 } },
    { label: 'Learn from the gaps', options: { detector: 'φ accrual' } },
  ],
} satisfies Scenario
