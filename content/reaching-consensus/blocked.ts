// The coordinator dies between the votes and the decision: three participants are bound, and wait.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'two-phase-commit',
  title: 'Bound, and nobody to ask',
  nodes: ['coordinator', 'participant', 'participant', 'participant'],
  names: ['office', 'seat', 'bank', 'mail'],
  seed: 4,
  because: {
    that: { blocked: 3 },
    says: 'Three have said yes, and may neither commit nor abort without the office',
  },
  delay: [10, 20],
  script: [
    [10, { ask: { node: 1, type: 'begin' } }],
    [38, { crash: 1 }, 1500],
  ],
  until: 2000,
  poster: 1300,
  pictures: ['lanes'],
  levers: [{ label: 'Let them ask each other', options: { others: true } }],
} satisfies Scenario
