// The same two motions, and three of five votes are needed: any two such groups share a voter.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'ballot',
  title: 'Three of five',
  nodes: ['voter', 'voter', 'voter', 'voter', 'voter', 'proposer', 'proposer'],
  names: ['n1', 'n2', 'n3', 'n4', 'n5', 'Ada', 'Ben'],
  options: { quorum: 3 },
  seed: 20,
  because: {
    that: { votersA: [1, 2, 3], votersB: [4], passed: ['A'] },
    says: 'Ada has three votes and the seat, and Ben’s motion has failed',
  },
  delay: [20, 80],
  script: [[5, { crash: 5 }]],
  until: 900,
  poster: 240,
  pictures: ['quorums'],
  levers: [
    { label: 'Stop n3 too', lines: [[5, { crash: 3 }]] },
    {
      label: 'Stop n2 and n3',
      lines: [
        [5, { crash: 2 }],
        [5, { crash: 3 }],
      ],
    },
    { label: 'Two votes are enough', options: { quorum: 2 } },
  ],
} satisfies Scenario
