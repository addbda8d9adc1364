// Raft's elections: the downtimes that the paper measured, and how often votes split (the thesis).

import { run } from '@/lib/sim/lean'
import type { Line } from '@/lib/sim/scenario'
import { deviation, type Experiment, mean, meanOf, type Paper, seeds, shareOf } from '../paper'
import { raft } from './index'
import { downtimeExperiments, factsOf, sample } from './raft.downtimes.paper'

const choose = (n: number, k: number): number =>
  k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k
/** Ongaro's thesis, §9.2: `s` of `n` servers are left; c of them must time out within l. */
const split = (n: number, s: number, l: number) => {
  const c = s - Math.floor(n / 2) + 1
  let sum = 0
  for (let k = c - 1; k <= s; k++) sum += choose(s, k) * l ** k * (1 - l) ** (s - k)
  return sum
}

/** Whether the first election of s of n servers was split, at a one-way latency of l ranges. */
const splits = (n: number, s: number, l: number, seed: number) => {
  const { leader, term } = factsOf({
    protocol: 'raft',
    nodes: n,
    seed,
    delay: 1000 * l,
    options: { election: [1000, 2000], heartbeat: 500 },
    script: Array.from({ length: n - s }, (_, i): Line => [0, { crash: n - i }]),
    until: 2000 + 2000 * l,
    poster: 0,
  })
  return leader === 0 || term !== 1
}
/** n, s, l, and the chance as far as it is printed. */
const splitVotes = [
  [5, 4, 0.01, 0.000592, 1e-6],
  [5, 4, 0.1, 0.0523, 1e-4],
  [5, 4, 0.2, 0.1808, 1e-4],
  [5, 3, 0.2, 0.488, 1e-3],
  [7, 6, 0.2, 0.0989, 1e-4],
  [9, 7, 0.2, 0.148, 1e-3],
  [9, 6, 0.2, 0.3446, 1e-4],
  [9, 5, 0.2, 0.6723, 1e-4],
  [9, 5, 0.1, 0.4095, 1e-4],
] as const
const votes = splitVotes.map(
  ([n, s, l, printed, digit]): Experiment => ({
    ...sample,
    name: `Thesis §9.2: ${n} servers, ${s} left, latency ${l} of the range`,
    published: [
      { what: 'the formula', value: printed },
      { what: 'first elections that split', value: printed },
    ],
    measure(size) {
      const share = seeds(size).filter((seed) => splits(n, s, l, seed)).length / size
      const measured = shareOf(share, printed, size)
      return [{ ours: split(n, s, l), margin: digit / 2 }, measured]
    },
  }),
)

/** From the crash of the leader to the next one, in ranges of the timeout; s of n are left. */
const electionTime = (n: number, s: number, l: number, seed: number) => {
  const crash = 10_000 + ((seed * 0.6180339887498949) % 1) * 500
  const dead = Array.from({ length: n - s }, (_, i): Line => [crash, { crash: n - i }])
  const { electedAfter } = factsOf({
    protocol: 'raft',
    nodes: n,
    seed,
    delay: 1000 * l,
    options: { election: [1000, 2000], heartbeat: 500 },
    script: [[0, { ask: { node: n, type: 'campaign' } }], ...dead],
    until: crash + 20_000,
    poster: 0,
  })
  return ((electedAfter as number) - crash) / 1000
}
const expected = (
  [
    [5, 4, 0.05],
    [5, 4, 0.1],
    [9, 7, 0.1],
  ] as const
).map(([n, s, l]): Experiment => {
  // The last heartbeat, a quarter of the range before the crash, is heard a latency later.
  const time = (1 + 1 / (s + 1) + l) / (1 - split(n, s, l)) + l - 1 / 4 + l
  return {
    name: `Thesis §9.2: ${n} servers, ${s} left, latency L = ${l}: crash to election`,
    published: [{ what: '(1 + 1/(s + 1) + L)/(1 − P) + L − 1/4, and L', value: time }],
    ...{ unit: 'elections', ordinary: 300, full: 4000 },
    measure: (size) => [meanOf(seeds(size).map((seed) => electionTime(n, s, l, seed)))],
  }
})

/** When each of s timers runs out, in parts of the range. */
const timersOf = (s: number, seed: number) => {
  const options = { election: [1000, 2000], randomised: true }
  const it = { protocol: 'raft', nodes: s, seed, delay: 1, options, until: 1, poster: 0 } as const
  const { world } = run(raft, it, { promises: false })
  return world.nodes.map(({ timers }) => (timers[0]!.due - 1000) / 1000)
}
const firstOf = (s: number, seed: number) => Math.min(...timersOf(s, seed))
const timers = [2, 4, 9].map(
  (s): Experiment => ({
    ...sample,
    unit: 'draws',
    name: `The first of ${s} timers is Beta(1, ${s})`,
    published: [
      { what: 'mean, of the range', value: 1 / (s + 1) },
      { what: 'deviation', value: Math.sqrt(s / ((s + 1) ** 2 * (s + 2))) },
    ],
    measure(size) {
      const all = seeds(size).map((seed) => firstOf(s, seed))
      return [meanOf(all), { ours: deviation(all), margin: (4 * mean(all)) / Math.sqrt(size) }]
    },
  }),
)

const together: readonly Experiment[] = [
  {
    ...sample,
    unit: 'draws',
    name: 'Thesis §9.2: the first of 4 timers runs out in the first quarter of the range',
    published: [{ what: 'share', value: 0.684 }],
    measure(size) {
      const early = seeds(size).filter((seed) => firstOf(4, seed) <= 0.25).length
      return [shareOf(early / size, 0.684, size)]
    },
  },
  {
    ...{ unit: 'rounds', ordinary: 1000, full: 20_000 },
    name: 'raft_paper_test.go of etcd-io/raft: 5 servers, timeouts of 10 to 19 ticks',
    published: [
      { what: 'rounds in which several stand at the first tick', value: 0.3, is: 'at most' },
    ],
    measure(size) {
      const tied = seeds(size).filter((seed) => {
        const ticks = timersOf(5, seed).map((at) => Math.floor(at * 10))
        return ticks.filter((tick) => tick === Math.min(...ticks)).length > 1
      })
      return [{ ours: tied.length / size, margin: 0 }]
    },
  },
]

export const paper: Paper = {
  source: 'Ongaro and Ousterhout 2014, Raft (extended version); Ongaro’s thesis',
  experiments: [...downtimeExperiments, ...votes, ...expected, ...timers, ...together],
}
