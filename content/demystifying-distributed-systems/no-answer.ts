// A window that has stopped, and one that is slow: whoever asks sees the same of both.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'rpc',
  title: 'No answer',
  nodes: ['client', 'server'],
  names: ['East', 'West'],
  options: { timeout: 150, tries: 1 },
  seed: 1,
  because: {
    that: { answered: 0, unknown: 1 },
    says: 'East has heard nothing, and would have heard as little from a slow West',
  },
  delay: [25, 35],
  script: [
    [20, { crash: 2 }],
    [40, { ask: { node: 1, type: 'call' } }],
  ],
  until: 480,
  poster: 300,
  pictures: ['lanes'],
  levers: [{ label: 'Wait for 350 ms', options: { timeout: 350 } }],
  against: {
    beside: 'West has stopped',
    label: 'West is slow',
    script: [
      [20, { slow: { from: 2, to: 1, delay: 250 } }],
      [40, { ask: { node: 1, type: 'call' } }],
    ],
  },
} satisfies Scenario
