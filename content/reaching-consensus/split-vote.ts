// Three nodes ask for votes within six milliseconds; each has a vote of its own already, and
// nobody wins. New timeouts are drawn, one node wakes alone, and it wins.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'raft',
  title: 'A split vote, and the second try',
  nodes: 5,
  seed: 1472,
  because: {
    that: { stands: 3, leader: 0, term: 1 },
    says: 'Three have stood, every vote is given, and nobody has three',
  },
  delay: [14, 26],
  until: 900,
  poster: 240,
  pictures: ['cluster', 'lanes'],
  levers: [
    { label: 'Stop the new leader', lines: [[480, { crash: 'leader' }]] },
    { label: 'Everyone waits alike', options: { randomised: false } },
  ],
} satisfies Scenario
