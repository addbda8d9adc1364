// The same silence, three times: the request is lost, the reply is lost, the reply is late.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'rpc',
  title: 'Three silences that sound alike',
  nodes: ['client', 'client', 'client', 'server'],
  names: ['Ada', 'Ben', 'Cleo', 'window'],
  options: { timeout: 60, tries: 3 },
  seed: 3,
  because: {
    that: { calls: 3, sold: 5, twice: 2 },
    says: 'Three people asked for a seat each, and five seats are sold',
  },
  delay: [15, 25],
  script: [
    [5, { lose: { from: 1, to: 4, type: 'request' } }],
    [10, { ask: { node: 1, type: 'call' } }],
    [115, { lose: { from: 4, to: 2, type: 'reply' } }],
    [120, { ask: { node: 2, type: 'call' } }],
    [230, { ask: { node: 3, type: 'call' } }],
    [240, { slow: { from: 4, to: 3, delay: 100 } }, 300],
  ],
  until: 420,
  poster: 400,
  pictures: ['lanes'],
  levers: [
    { label: 'Never ask again', options: { tries: 1 } },
    { label: 'Wait for 200 ms', options: { timeout: 200 } },
  ],
  against: {
    beside: 'A request is a request',
    label: 'With a key in each request',
    options: { keys: true },
  },
} satisfies Scenario
