// A log of what happened, two views folded from it, and one of them made again after a crash.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'event-log',
  title: 'The plan as the sum of what happened',
  nodes: ['log', 'plan', 'till'],
  names: ['log', 'plan', 'till'],
  options: { snapshot: 4 },
  seed: 1,
  because: {
    that: { behind: 1, agree: false },
    says: 'The plan is one event short: it does not know that Ada has 12B',
  },
  delay: [8, 16],
  script: [
    [20, { ask: { node: 1, type: 'sell', seat: '12A', who: 'Ada' } }],
    [60, { ask: { node: 1, type: 'sell', seat: '12B', who: 'Ben' } }],
    [140, { ask: { node: 1, type: 'sell', seat: '12A', who: 'Ben' } }],
    [220, { ask: { node: 1, type: 'sell', seat: '14C', who: 'Cleo' } }],
    [300, { ask: { node: 1, type: 'giveBack', seat: '12B' } }],
    [380, { ask: { node: 1, type: 'sell', seat: '12B', who: 'Ada' } }],
    [620, { crash: 2 }, 800],
  ],
  until: 1300,
  poster: 815,
  pictures: ['log', 'cluster'],
  levers: [
    { label: 'Without snapshots', options: { snapshot: 0 } },
    { label: 'A till that overlooks returns', options: { counts: false } },
  ],
} satisfies Scenario
