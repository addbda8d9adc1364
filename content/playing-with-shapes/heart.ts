// One heart, said in three ways.

import type { Study } from '@/lib/studies'

export default {
  study: 'heart',
  title: 'One heart, three ways to say it',
  options: { way: 'equation' },
} satisfies Study
