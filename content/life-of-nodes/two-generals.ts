// Two generals, letters back and forth, and the last one is lost.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'two-generals',
  title: 'One letter more',
  nodes: 2,
  names: ['east', 'west'],
  options: { letters: 4, dawn: 340 },
  seed: 1,
  because: {
    that: { alone: 2, together: false },
    says: 'The last letter was lost: west attacks, and east stays',
  },
  delay: [40, 60],
  script: [
    [20, { ask: { node: 1, type: 'plan' } }],
    [150, { drop: { from: 2, to: 1, chance: 1 } }],
  ],
  until: 460,
  poster: 430,
  pictures: ['lanes'],
  levers: [
    { label: 'Five letters', options: { letters: 5 } },
    { label: 'Six letters', options: { letters: 6 } },
  ],
} satisfies Scenario
