// Three clients at one register: drag the operations, and see which promises the history keeps.

import type { Study } from '@/lib/studies'

export default {
  study: 'history',
  title: 'Which promises does this history keep?',
} satisfies Study
