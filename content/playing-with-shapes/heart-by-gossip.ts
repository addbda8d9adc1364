// Sixty points on a line, each knowing four others and the offset it should keep to them.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'formation',
  title: 'A heart that nobody drew',
  nodes: 60,
  seed: 7,
  because: {
    that: { settled: true, rounds: 29 },
    says: 'After twenty-nine rounds everybody is within a hundredth of its place',
  },
  delay: [5, 20],
  until: 3400,
  poster: 3000,
  pictures: ['points'],
  levers: [
    { label: 'Only two neighbours', options: { neighbours: 2 } },
    {
      label: 'Cut the ring in two',
      lines: [
        [
          0,
          {
            cut: [
              [
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
                24, 25, 26, 27, 28, 29, 30,
              ],
              [
                31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
                52, 53, 54, 55, 56, 57, 58, 59, 60,
              ],
            ],
          },
        ],
      ],
    },
    { label: 'An arrow', options: { shape: 'arrow' } },
    { label: 'All at the same moment', options: { inStep: true } },
  ],
} satisfies Scenario
