// Three copies; a write that waits for one answer, and a read that waits for one.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'quorum',
  title: 'One answer is enough',
  nodes: ['replica', 'replica', 'replica', 'client', 'client'],
  names: ['n1', 'n2', 'n3', 'Ada', 'Ben'],
  options: { r: 1, w: 1 },
  seed: 9,
  because: {
    that: { stale: 1, overlap: false },
    says: 'Ben was answered by n1, which had not yet heard of Ada’s write',
  },
  delay: [5, 120],
  script: [
    [10, { ask: { node: 4, type: 'write', value: 'Ada' } }],
    [70, { ask: { node: 5, type: 'read' } }],
  ],
  until: 400,
  poster: 290,
  pictures: ['quorums', 'history'],
  levers: [
    { label: 'Write to two, read from two', options: { r: 2, w: 2 } },
    { label: 'Write to all three', options: { w: 3 } },
  ],
} satisfies Scenario
