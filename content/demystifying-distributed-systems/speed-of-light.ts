// The least time in which an answer can come back from another city, through glass and in space.

import type { Study } from '@/lib/studies'

export default {
  study: 'speed-of-light',
  title: 'No answer sooner than this',
  options: { from: 'Frankfurt', detour: 1 },
  levers: [
    { label: 'Over the cables that there are', options: { detour: 2.1 } },
    { label: 'Ask from Singapore', options: { from: 'Singapore' } },
  ],
} satisfies Study
