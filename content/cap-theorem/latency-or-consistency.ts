// Five copies from here to far away: what a write waits for, and how long readers see the past.

import type { Study } from '@/lib/studies'

export default {
  study: 'latency-or-consistency',
  title: 'Sooner, or fresher',
  options: { waits: 1, reads: 1, cut: 0 },
  levers: [
    { label: 'Wait for all five', options: { waits: 5 } },
    { label: 'Ask three, both times', options: { waits: 3, reads: 3 } },
    { label: 'Wait for five, and cut two off', options: { waits: 5, cut: 2 } },
  ],
} satisfies Study
