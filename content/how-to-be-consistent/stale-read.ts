// Ada buys a seat from the first copy and looks at another, which has not heard of it yet.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'replica',
  title: 'Bought, and not there',
  nodes: ['replica', 'replica', 'replica', 'client', 'client'],
  names: ['centre', 'east', 'west', 'Ada', 'Ben'],
  options: { lag: 250 },
  seed: 2,
  because: {
    that: { missedOwn: 1, wentBack: 1 },
    says: 'Ada missed a write of her own, and Ben saw the sale and then did not',
  },
  delay: [10, 20],
  script: [
    [20, { ask: { node: 4, type: 'write', value: 'Ada' } }],
    [90, { ask: { node: 4, type: 'read', at: 2 } }],
    [110, { ask: { node: 5, type: 'read', at: 1 } }],
    [180, { ask: { node: 5, type: 'read', at: 3 } }],
    [420, { ask: { node: 4, type: 'read', at: 2 } }],
  ],
  until: 600,
  poster: 560,
  pictures: ['history'],
  levers: [{ label: 'Let readers say what they have seen', options: { sessions: true } }],
} satisfies Scenario
