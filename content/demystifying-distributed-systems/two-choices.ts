// The longest of twelve queues, by how many windows each buyer looks at; and what Mitzenmacher's
// limit of many queues gives for twelve: the sum over i of 1 - (1 - s(i))^12, where s(i), the share
// of queues with at least i buyers, is load^((d^i - 1) / (d - 1)).

import type { Survey } from '@/lib/protocols'

export default {
  title: 'The longest of twelve queues',
  of: {
    protocol: 'balancer',
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
    options: { rate: 0.8 },
    seed: 0,
    delay: 1,
    until: 200_000,
    poster: 200_000,
    levers: [{ label: 'Half as many buyers', options: { rate: 0.4 } }],
  },
  seeds: 60,
  fact: 'longest',
  says: 'buyers in the longest queue',
  over: {
    option: 'choices',
    values: [1, 2, 3, 4, 5],
    says: 'windows that each buyer looks at',
  },
  theory: [
    { says: 'the limit of many queues', values: [13.41, 3.3, 2.49, 2.1, 1.99] },
    {
      says: 'the limit of many queues',
      where: { rate: 0.4 },
      values: [2.89, 1.57, 1.27, 1.11, 1.05],
    },
  ],
} satisfies Survey
