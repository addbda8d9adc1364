// How many periods until somebody's own ping finds that a member has stopped, by the group's size.

import type { Survey } from '@/lib/protocols'

export default {
  title: 'As soon found among sixty-four',
  of: {
    protocol: 'swim',
    nodes: 8,
    options: {
      together: true,
      suspicion: false,
      helpers: 0,
      spread: 0,
      inTurn: false,
    },
    seed: 0,
    delay: 5,
    script: [[2500, { crash: 1 }]],
    until: 11_500,
    poster: 3000,
    levers: [{ label: 'Go round in turn', options: { inTurn: true } }],
  },
  seeds: 200,
  fact: 'detectedAfter',
  says: 'periods until it is found',
  over: { option: 'nodes', values: [4, 8, 16, 32, 64], says: 'members of the group' },
  theory: {
    says: 'Das et al. 2002, §3.1',
    values: [1.4211, 1.515, 1.551, 1.5671, 1.5747],
  },
} satisfies Survey
