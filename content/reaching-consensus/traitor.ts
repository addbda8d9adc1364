// One of three passes on a lie, and the honest one beside him cannot tell who lied; with four they
// can (Lamport, Shostak and Pease 1982, Figures 1 and 3).

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'byzantine',
  title: 'One of them lies',
  nodes: ['general', 'general', 'traitor'],
  options: { m: 1, lies: 'the opposite' },
  seed: 3,
  because: {
    that: { obeyed: false, decided: ['attack', 'retreat', 'attack'] },
    says: 'n1 says attack, n3 says retreat: n2 stands one to one, and retreats alone',
  },
  delay: [30, 60],
  until: 260,
  poster: 220,
  pictures: ['cluster'],
  levers: [
    { label: 'The liar keeps silent', options: { lies: 'nothing' } },
    { label: 'Believe the commander alone', options: { m: 0 } },
  ],
  against: {
    beside: 'One liar among three',
    label: 'One more who is honest',
    nodes: ['general', 'general', 'traitor', 'general'],
  },
} satisfies Scenario
