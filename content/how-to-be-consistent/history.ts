// Three clients at one register: drag the operations, and see which promises the history keeps.

import type { Study } from '@/lib/studies'

const sale = { client: 'East', type: 'write', seat: '12A', value: 'Ada', from: 40, to: 150 }
const seenByWest = { client: 'West', type: 'read', seat: '12A', value: 'Ada', from: 70, to: 130 }
const look = { client: 'North', type: 'read', seat: '12A' }
const late = { ...look, value: 'Ada', from: 280, to: 340 }

export default {
  study: 'history',
  title: 'Which promises does this history keep?',
  levers: [
    {
      label: 'Let North look sooner',
      options: {
        operations: [sale, seenByWest, { ...look, value: 'free', from: 5, to: 30 }, late],
      },
    },
    {
      label: 'Sell it at two windows',
      options: {
        operations: [
          sale,
          { ...sale, client: 'West', value: 'Ben' },
          { client: 'East', type: 'read', seat: '12A', value: 'Ben', from: 200, to: 260 },
          { client: 'West', type: 'read', seat: '12A', value: 'Ada', from: 220, to: 280 },
        ],
      },
    },
    {
      label: 'Let North look back',
      options: {
        operations: [
          sale,
          seenByWest,
          { ...look, value: 'Ada', from: 180, to: 240 },
          { ...look, value: 'free', from: 280, to: 340 },
        ],
      },
    },
  ],
} satisfies Study
