// One heart, said in three ways.

import type { Study } from '@/lib/studies'

export default {
  study: 'heart',
  title: 'A heart, said in three ways',
  options: { way: 'equation', dent: 1, height: 1 },
  levers: [
    { label: 'As a path', options: { way: 'curve' } },
    { label: 'As a few curves', options: { way: 'segments' } },
    { label: 'A deeper dent', options: { dent: 1.6 } },
    { label: 'No dent', options: { dent: 0 } },
  ],
} satisfies Study
