// Sixty windows; one of them hears that 12A is sold, and tells another one each tenth of a second.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'gossip',
  title: 'Sixty windows and one piece of news',
  nodes: 60,
  options: { way: 'push', stops: 'by counter', k: 2 },
  seed: 1,
  because: {
    that: { know: 52 },
    says: '52 of sixty know, and nobody has told more than one at a time',
  },
  delay: [5, 25],
  script: [[50, { ask: { node: 1, type: 'tell', key: '12A', value: 'sold' } }]],
  until: 3000,
  poster: 700,
  pictures: ['cluster'],
  levers: [
    { label: 'Ask as well as tell', options: { way: 'push-pull' } },
    { label: 'Lose interest at once', options: { k: 1 } },
    {
      label: 'Cut fifteen off',
      lines: [[60, { cut: [[46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60]] }, 1000]],
    },
  ],
} satisfies Scenario
