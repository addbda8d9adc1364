// Raft's elections: the downtimes that the paper measured (Figure 16), and how often votes split.

import { run } from '@/lib/sim/lean'
import type { Facts } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { deviation, type Experiment, mean, meanOf, type Paper, seeds, shareOf } from '../paper'
import { raft } from './index'

type Range = readonly [least: number, most: number]

const factsOf = (scenario: AnyScenario): Facts => {
  const { facts, stopped } = run(raft, scenario, { promises: false })
  if (stopped) throw new Error(stopped)
  return facts
}

/**
 * Figure 16: five servers, logs of different length so that two of the four left can win, delays
 * of U(2, 4) ms, no disk. n5 leads and heartbeats at half the least timeout; its followers'
 * answers are cut off, so that their logs stay as they are. It crashes at a uniform moment of its
 * heartbeat interval. Measured is the time until the last of the others has heard the new leader.
 */
const crashOfLeader = (seed: number, election: Range) => {
  const heartbeat = election[0] / 2
  const crash = 10 * election[0] + ((seed * 0.6180339887498949) % 1) * heartbeat
  const silence = [1, 2, 3, 4].map((from): Line => [7.99, { cut: { from, to: 5 } }])
  const scenario = {
    protocol: 'raft',
    nodes: 5,
    seed,
    delay: [2, 4],
    options: { election, heartbeat, logs: [1, 2, 3, 4, 5].map((n) => Array(n).fill(1)) },
    script: [[0, { ask: { node: 5, type: 'campaign' } }], ...silence, [crash, { crash: 5 }]],
    until: crash + 3 * election[1],
    poster: 0,
  } as const satisfies AnyScenario
  return { scenario, crash }
}

/** In order, shortest first. */
const downtimes = (election: Range, runs: number) => {
  const all = seeds(runs).map((seed) => {
    const { scenario, crash } = crashOfLeader(seed, election)
    const first = factsOf(scenario).heardAfter
    const heard = first ?? factsOf({ ...scenario, until: crash + 20_000 }).heardAfter
    return (heard as number) - crash
  })
  return all.sort((a, b) => a - b)
}
const quantile = (times: readonly number[], p: number) => times[Math.floor(p * times.length)]!
const sample = { unit: 'elections', ordinary: 2000, full: 20_000 } as const

// Quantiles read from the curves of the thesis's leaderelection/*.svg (CC-BY), 1,000 trials.
const shares = [0.1, 0.25, 0.5, 0.75, 0.9] as const
const quantiles = [
  [150, 175, [107, 121, 141, 164, 291], 164, [314, 467]],
  [150, 200, [110, 125, 146, 167, 194], 156, [296, 352]],
  [150, 300, [125, 144, 171, 208, 244], 181, [265, 415]],
] as const
/**
 * From p95 on a curve says how often votes were split: hardly an election takes between one round
 * and two, and where in that gap p99 falls is chance. So the share beyond what was printed is
 * measured, and may be off by what 1,000 trials of theirs and a sample of ours leave open.
 */
const tails = [0.05, 0.01] as const
const beyond = (times: readonly number[], printed: number, share: number) => ({
  ours: times.filter((time) => time > printed).length / times.length,
  margin: 4 * Math.sqrt(share * (1 - share) * (1 / 1000 + 1 / times.length)),
})
const curves = quantiles.map(
  ([least, most, printed, average, late]): Experiment => ({
    ...sample,
    name: `Figure 16, timeouts of ${least}–${most} ms: crash to new leader heard`,
    published: [
      ...printed.map((value, i) => ({ what: `p${100 * shares[i]!}, ms`, value })),
      { what: 'the mean, ms', value: average },
      { what: 'the shortest, ms: half of the least timeout', value: 75, is: 'at least' },
      ...late.map((ms, i) => ({ what: `share that takes longer than ${ms} ms`, value: tails[i]! })),
    ],
    measure(size) {
      const times = downtimes([least, most], size)
      return [
        ...printed.map((value, i) => ({
          ours: quantile(times, shares[i]!),
          margin: 0.05 * value,
        })),
        { ours: mean(times), margin: 0.05 * average },
        { ours: times[0]!, margin: 0 },
        ...late.map((ms, i) => beyond(times, ms, tails[i]!)),
      ]
    },
  }),
)

const spreads: Experiment = {
  ...sample,
  ordinary: 1000,
  name: 'Figure 16: the wider the spread, the longer the median',
  published: [
    { what: 'median of 150–200 less that of 150–175, ms', value: 0, is: 'at least' },
    { what: 'median of 150–300 less that of 150–200, ms', value: 0, is: 'at least' },
  ],
  measure(size) {
    const [a, b, c] = quantiles.map(([least, most]) =>
      quantile(downtimes([least, most], size), 0.5),
    ) as [number, number, number]
    return [
      { ours: b - a, margin: 0 },
      { ours: c - b, margin: 0 },
    ]
  },
}

const text: readonly Experiment[] = [
  {
    ...sample,
    name: '§9.3, timeouts of 150–155 ms',
    published: [{ what: 'median downtime, ms', value: 287 }],
    measure: (size) => [{ ours: quantile(downtimes([150, 155], size), 0.5), margin: 0.05 * 287 }],
  },
  {
    ...sample,
    name: '§9.3, timeouts of 12–24 ms',
    published: [{ what: 'mean downtime, ms', value: 35 }],
    measure: (size) => [meanOf(downtimes([12, 24], size), 1)],
  },
  {
    ...sample,
    name: '§9.3, the worst of 1,000 trials',
    published: [
      { what: 'share longer than 513 ms of 150–200', value: 1 / 1000, is: 'at most' },
      { what: 'share longer than 152 ms of 12–24', value: 1 / 1000, is: 'at most' },
    ],
    measure: (size) => [
      beyond(downtimes([150, 200], size), 513, 1 / 1000),
      beyond(downtimes([12, 24], size), 152, 1 / 1000),
    ],
  },
  {
    name: '§9.3, no randomness: an election takes longer than 10 s',
    published: [{ what: 'elections that ended in 10 s', value: 0 }],
    unit: 'elections',
    ordinary: 20,
    full: 200,
    measure(size) {
      const ended = seeds(size).filter((seed) => {
        const { scenario, crash } = crashOfLeader(seed, [150, 150])
        return factsOf({ ...scenario, until: crash + 10_000 }).leader !== 0
      })
      return [{ ours: ended.length, margin: 0 }]
    },
  },
]

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
  experiments: [...curves, spreads, ...text, ...votes, ...expected, ...timers, ...together],
}
