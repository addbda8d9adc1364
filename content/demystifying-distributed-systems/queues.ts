// Twelve windows under one stream of buyers: each is sent to one by lot, or to the shorter of two.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'balancer',
  title: 'By lot, or the shorter of two',
  nodes: [
    'usher',
    'window',
    'window',
    'window',
    'window',
    'window',
    'window',
    'window',
    'window',
    'window',
    'window',
    'window',
    'window',
  ],
  names: ['usher', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'w9', 'w10', 'w11', 'w12'],
  options: { choices: 1, rate: 0.9 },
  seed: 23,
  because: {
    that: { longest: 15, idle: 2 },
    says: 'Fifteen people are at one window, and two windows have nobody',
  },
  delay: 1,
  until: 45_000,
  poster: 40_000,
  pictures: ['bars'],
  levers: [
    {
      label: 'Sixty buyers at once',
      lines: [[35_000, { ask: { node: 1, type: 'burst', many: 60 } }]],
    },
    { label: 'Half as many buyers', options: { rate: 0.45 } },
  ],
  against: { beside: 'By lot', label: 'The shorter of two', options: { choices: 2 } },
} satisfies Scenario
