// Two copies of the seats: one has missed a sale. They compare trees of hashes to find which.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'anti-entropy',
  title: 'Finding the one that differs',
  nodes: 2,
  names: ['East', 'West'],
  options: { every: 600, depth: 3, seats: 32 },
  seed: 1,
  because: {
    that: { apart: 1, different: 1 },
    says: 'One leaf differs, and with it every hash above it, up to the root',
  },
  delay: [20, 30],
  script: [[20, { ask: { node: 1, type: 'write', key: '3B', value: 'sold' } }]],
  until: 1000,
  poster: 100,
  pictures: ['tree'],
  levers: [
    {
      label: 'Let West sell one, too',
      lines: [[60, { ask: { node: 2, type: 'write', key: '6D', value: 'sold' } }]],
    },
    { label: 'Without a tree', options: { depth: 0 } },
  ],
} satisfies Scenario
