// A thousand sites, one rumour, and the share that has not heard it when nobody tells it any more.

import type { Survey } from '@/lib/protocols'

export default {
  title: 'Who is left out',
  of: {
    protocol: 'gossip',
    nodes: 1000,
    options: { stops: 'by counter', feedback: true, pace: 'cycles' },
    seed: 0,
    delay: 10,
    script: [[0, { ask: { node: 1, type: 'tell', key: '12A', value: 'sold' } }]],
    until: 8000,
    poster: 8000,
    levers: [
      { label: 'Give up by chance, unasked', options: { stops: 'by coin', feedback: false } },
      { label: 'A hundred sites', nodes: 100 },
    ],
  },
  seeds: 20,
  fact: 'residue',
  says: 'share that never hears',
  over: { option: 'k', values: [1, 2, 3, 4, 5], says: 'k: how much it takes to stop a site' },
  axis: { as: 'percent', log: 0.0002 },
  theory: [
    {
      says: 'Demers et al. 1987, Table 1',
      values: [0.18, 0.037, 0.011, 0.0036, 0.0012],
    },
    {
      says: 'Demers et al. 1987, Table 2',
      where: { stops: 'by coin', feedback: false },
      values: [0.96, 0.2, 0.06, 0.021, 0.008],
    },
    {
      says: 'Demers et al. 1987, Table 1, for a thousand',
      where: { nodes: 100 },
      values: [0.18, 0.037, 0.011, 0.0036, 0.0012],
    },
  ],
  sizes: { from: 50, to: 1000, step: 50 },
} satisfies Survey
