// A fifth server joins four: which seats have to move to it, by how they were placed.

import type { Study } from '@/lib/studies'

export default {
  study: 'new-member',
  title: 'A fifth joins',
  options: { way: 'remainder', servers: 4, points: 1, keys: 60 },
  levers: [
    { label: 'Place them on a ring', options: { way: 'ring' } },
    { label: 'Sixteen places each', options: { way: 'ring', points: 16 } },
  ],
} satisfies Study
