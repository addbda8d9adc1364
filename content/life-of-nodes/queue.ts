// Three notes and two workers; one worker stops with a note in hand.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'broker',
  title: 'A note in the hand of somebody who fell over',
  nodes: ['publisher', 'broker', 'consumer', 'consumer'],
  names: ['window', 'broker', 'Kim', 'Lee'],
  options: { delivery: 'at least once', patience: 300, work: 100 },
  seed: 2,
  because: {
    that: { handled: 3, lost: 0 },
    says: 'Kim fell over with a note, and all three notes are done',
  },
  delay: [10, 20],
  script: [
    [20, { ask: { node: 1, type: 'publish', value: '12A' } }],
    [100, { crash: 3 }, 310],
    [110, { ask: { node: 1, type: 'publish', value: '12B' } }],
    [260, { ask: { node: 1, type: 'publish', value: '14C' } }],
  ],
  until: 600,
  poster: 500,
  pictures: ['lanes'],
  levers: [
    { label: 'Hand out once only', options: { delivery: 'at most once' } },
    { label: 'Be impatient', options: { patience: 125 } },
    {
      label: 'A note nobody can do',
      lines: [[60, { ask: { node: 1, type: 'publish', value: '???', poison: true } }]],
    },
    { label: 'A copy for each', options: { fanOut: true } },
  ],
} satisfies Scenario
