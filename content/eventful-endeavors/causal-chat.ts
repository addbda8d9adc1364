// Ada asks, Ben answers, and Cleo hears the answer before the question.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'broadcast',
  title: 'The answer before the question',
  nodes: 3,
  names: ['Ada', 'Cleo', 'Ben'],
  options: { causal: false, repair: 0 },
  seed: 1,
  because: {
    that: { early: 1, confused: 2 },
    says: 'Cleo has read “Take it!”, and only then what it answers',
  },
  delay: [20, 30],
  script: [
    [10, { slow: { from: 1, to: 2, delay: [160, 170] } }, 40],
    [20, { ask: { node: 1, type: 'post', text: 'Is 12A free?' } }],
    [80, { ask: { node: 3, type: 'post', text: 'Take it!' } }],
  ],
  until: 270,
  poster: 225,
  pictures: ['lanes'],
  levers: [
    { label: 'Lose the question', lines: [[15, { lose: { from: 1, to: 2, type: 'post' } }]] },
    {
      label: 'Lose it, then ask',
      options: { repair: 120 },
      lines: [[15, { lose: { from: 1, to: 2, type: 'post' } }]],
    },
    {
      label: 'Two say “mine” at once',
      lines: [
        [120, { ask: { node: 1, type: 'post', text: 'Mine!' } }],
        [122, { ask: { node: 3, type: 'post', text: 'It is mine!' } }],
      ],
    },
  ],
  against: { beside: 'As it comes', label: 'In causal order', options: { causal: true } },
} satisfies Scenario
