// Pay, hold, mail; the last step fails, and the others are taken back.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'saga',
  title: 'Pay, hold, mail, and the way back',
  nodes: ['office', 'bank', 'hall', 'post'],
  names: ['office', 'bank', 'hall', 'post'],
  seed: 1,
  because: {
    that: { undone: 1, takenBack: 2 },
    says: 'Money and seat have been taken back: the order is undone',
  },
  options: { fails: 'mail' },
  delay: [10, 20],
  script: [[20, { ask: { node: 1, type: 'order', seat: '12A', who: 'Ada' } }]],
  until: 340,
  poster: 335,
  pictures: ['lanes'],
  levers: [
    { label: 'All goes well', options: { fails: 'nothing' } },
    { label: 'The office stops', lines: [[30, { crash: 1 }, 60]] },
    {
      label: 'It stops, without an outbox',
      options: { outbox: false },
      lines: [[30, { crash: 1 }, 60]],
    },
  ],
} satisfies Scenario
