// How often a read misses the write before it, by how many of five copies it asks; and what Bailis
// et al. 2012 (§3.1) give for it: C(N - W, R) / C(N, R), where a write reaches just W copies.

import type { Survey } from '@/lib/protocols'

export default {
  title: 'How often an answer is old',
  of: {
    protocol: 'quorum',
    nodes: ['replica', 'replica', 'replica', 'replica', 'replica', 'client'],
    names: ['n1', 'n2', 'n3', 'n4', 'n5', 'Ada'],
    options: { w: 2, spread: 'quorum', pairs: 50 },
    seed: 0,
    delay: { exponential: 20 },
    until: 60_000,
    poster: 60_000,
    pictures: ['quorums'],
    levers: [
      { label: 'Write to one', options: { w: 1 } },
      { label: 'Tell all, wait for two', options: { spread: 'all' } },
      { label: 'Tell all, read 50 ms later', options: { spread: 'all', lag: 50 } },
    ],
  },
  seeds: 40,
  fact: 'staleShare',
  says: 'share of reads that are old',
  over: { option: 'r', values: [1, 2, 3, 4, 5], says: 'copies that a read asks' },
  theory: [
    { says: 'Bailis et al. 2012, §3.1', values: [0.6, 0.3, 0.1, 0, 0] },
    { says: 'Bailis et al. 2012, §3.1', where: { w: 1 }, values: [0.8, 0.6, 0.4, 0.2, 0] },
  ],
} satisfies Survey
