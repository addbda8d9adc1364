// The same silence, three times: the request is lost, the reply is lost, the reply is late.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'rpc',
  title: 'Three silences that sound alike',
  nodes: ['client', 'client', 'client', 'server'],
  names: ['Ada', 'Ben', 'Cleo', 'window'],
  options: { timeout: 120, tries: 3 },
  seed: 3,
  because: {
    that: { calls: 3, sold: 5, twice: 2 },
    says: 'Three people asked for a seat each, and five seats are sold',
  },
  delay: [15, 25],
  script: [
    [20, { ask: { node: 1, type: 'call' } }],
    [15, { lose: { from: 1, to: 4, type: 'request' } }],
    [60, { ask: { node: 2, type: 'call' } }],
    [55, { lose: { from: 4, to: 2, type: 'reply' } }],
    [100, { ask: { node: 3, type: 'call' } }],
    [105, { slow: { from: 4, to: 3, delay: 130 } }, 150],
  ],
  until: 380,
  poster: 330,
  pictures: ['lanes'],
  levers: [
    { label: 'Never ask again', options: { tries: 1 } },
    { label: 'Wait for 250 ms', options: { timeout: 250 } },
  ],
  against: {
    beside: 'A request is a request',
    label: 'With a key in each request',
    options: { keys: true },
  },
} satisfies Scenario
