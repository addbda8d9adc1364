// A minute of heartbeats on a network with bad moments: how often is a window that is well accused?

import type { Survey } from '@/lib/protocols'

export default {
  title: 'What patience buys',
  of: {
    protocol: 'heartbeat',
    nodes: ['node', 'watcher'],
    names: ['East', 'office'],
    options: { every: 100 },
    seed: 0,
    delay: {
      mix: [
        [0.97, [10, 40]],
        [0.03, { pareto: [40, 1.5] }],
      ],
    },
    loss: 0.033,
    until: 60_000,
    poster: 60_000,
    pictures: ['lanes'],
    levers: [{ label: 'Beat twice as often', options: { every: 50 } }],
  },
  seeds: 50,
  fact: 'revoked',
  says: 'false alarms in a minute',
  over: {
    option: 'timeout',
    values: [140, 180, 220, 250, 300, 350, 400, 500, 600],
    says: 'silence allowed, ms',
  },
} satisfies Survey
