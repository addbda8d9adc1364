// Two motions for one seat, and two votes are enough: both pass, by voters who never met.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'ballot',
  title: 'Two votes are enough',
  nodes: ['voter', 'voter', 'voter', 'voter', 'voter', 'proposer', 'proposer'],
  names: ['n1', 'n2', 'n3', 'n4', 'n5', 'Ada', 'Ben'],
  options: { quorum: 2 },
  seed: 20,
  because: {
    that: {
      quorums: [
        [3, 1, 2],
        [5, 4],
      ],
    },
    says: 'Both motions have passed, by voters who never met',
  },
  delay: [20, 80],
  until: 300,
  poster: 240,
  pictures: ['quorums'],
  levers: [
    { label: 'Ask for three votes', options: { quorum: 3 } },
    { label: 'Ask for four', options: { quorum: 4 } },
  ],
} satisfies Scenario
