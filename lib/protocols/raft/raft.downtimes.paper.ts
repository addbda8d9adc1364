// The downtimes of Raft's elections that the paper measured (§9.3, Figure 16), measured here.

import { run } from '@/lib/sim/lean'
import type { Facts } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { type Experiment, mean, meanOf, seeds } from '../paper'
import { raft } from './index'

type Range = readonly [least: number, most: number]

export const factsOf = (scenario: AnyScenario): Facts => {
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
export const sample = { unit: 'elections', ordinary: 2000, full: 20_000 } as const

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

// The lower half of the figure: timeouts from some least one to twice that. Read from the curves of
// benchmarks-scale.svg: p50 of each, and p75 and p90 where they were looked up.
const scales = [
  [25, 50, [43]],
  [50, 100, [66.7, 79.4, 95.6]],
  [100, 200, [120, 145.2, 165.5]],
] as const
const scaled = scales.map(
  ([least, most, printed]): Experiment => ({
    ...sample,
    ordinary: 1000,
    name: `Figure 16, timeouts of ${least}–${most} ms: crash to new leader heard`,
    published: printed.map((value, i) => ({ what: `p${100 * shares[i + 2]!}, ms`, value })),
    measure(size) {
      const times = downtimes([least, most], size)
      return printed.map((value, i) => {
        return { ours: quantile(times, shares[i + 2]!), margin: 0.05 * value }
      })
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

export const downtimeExperiments: readonly Experiment[] = [...curves, ...scaled, spreads, ...text]
