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
  options: { doubt: 150 },
  delay: [30, 40],
  script: [
    [10, { ask: { node: 1, type: 'begin' } }],
    [78, { crash: 1 }, 350],
  ],
  until: 400,
  poster: 310,
  pictures: ['lanes'],
  levers: [{ label: 'Let them ask each other', options: { others: true } }],
} satisfies Scenario
