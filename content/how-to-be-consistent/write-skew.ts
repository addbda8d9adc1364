// Two windows each look at both and close themselves; together they close the box office.

import type { Study } from '@/lib/studies'

export default {
  study: 'write-skew',
  title: 'Each saw the other open',
  options: { isolation: 'snapshot', later: 40 },
  levers: [
    { label: 'Serializable', options: { isolation: 'serializable' } },
    { label: 'Let West begin later', options: { later: 240 } },
  ],
} satisfies Study
