// The same rumour among sixty windows, two hundred times: how many know, moment by moment.

import type { Survey } from '@/lib/protocols'

export default {
  title: 'Two hundred rumours',
  of: {
    protocol: 'gossip',
    nodes: 60,
    options: { way: 'push', stops: 'by counter', k: 2 },
    seed: 0,
    delay: [5, 25],
    script: [[50, { ask: { node: 1, type: 'tell', key: '12A', value: 'sold' } }]],
    until: 2000,
    poster: 700,
    levers: [
      { label: 'Ask as well as tell', options: { way: 'push-pull' } },
      { label: 'Lose interest at once', options: { k: 1 } },
    ],
  },
  seeds: 200,
  fact: 'know',
  says: 'windows that know',
  along: [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200, 1400, 1600, 2000],
} satisfies Survey
