// Eight members ping each other; one is slow for a while. With suspicion it can answer back.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'swim',
  title: 'Slow is not dead',
  nodes: 8,
  seed: 1,
  options: { suspicion: false },
  because: {
    that: { wronglyFailed: [3] },
    says: 'n3 is only paused, and five members do without it already',
  },
  delay: [20, 60],
  script: [[2600, { pause: 3 }, 6200]],
  until: 10_000,
  poster: 6000,
  pictures: ['cluster'],
  levers: [{ label: 'Stop it for good', lines: [[2600, { crash: 3 }]] }],
  against: { beside: 'Without suspicion', label: 'Suspected first', options: { suspicion: true } },
} satisfies Scenario
