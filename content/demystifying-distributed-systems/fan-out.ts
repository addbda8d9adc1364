// The chance that a page meets a slow answer, by how many servers it asks.

import type { Study } from '@/lib/studies'

export default {
  study: 'fan-out',
  title: 'One slow answer is enough',
  options: { servers: 100, slow: 0.01 },
  levers: [
    { label: 'Ask ten servers', options: { servers: 10 } },
    { label: 'Slow once in a thousand', options: { slow: 0.001 } },
  ],
} satisfies Study
