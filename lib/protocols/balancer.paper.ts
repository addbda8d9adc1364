// The supermarket model (Mitzenmacher 2001) and the fluid limit of balls in bins, measured here.

import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { type Balancer, balancer } from './balancer'
import { type Experiment, mean, type Paper, seeds } from './paper'

type Options = Partial<Values<Balancer['options']>>
type Given = {
  readonly windows: number
  readonly options: Options
  readonly until: number
  readonly script?: readonly Line[]
}
const factsOf = ({ windows, options, until, script = [] }: Given, seed: number) => {
  const nodes = ['usher', ...Array<string>(windows).fill('window')]
  const it: AnyScenario = {
    ...{ protocol: 'balancer', nodes, options, seed, delay: 0, script, until, poster: 0 },
  }
  return run(balancer, it, { limits: buildLimits, promises: false }).facts
}

const service = 1000
/** The mean time in the system of 200 queues and some thousands of buyers, in services. */
const timeInSystem = (options: Options, until: number, runs: number) => {
  const given = { windows: 200, options: { service, ...options }, until }
  return mean(seeds(runs).map((i) => factsOf(given, i + 1).meanTime as number))
}

/** With d = 2 and many queues: Σ λ^(2^i − 2). */
const twoChoices = (load: number) =>
  [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, i) => sum + load ** (2 ** i - 2), 0)
const two = (
  [
    [0.5, 1.2657],
    [0.7, 1.6145],
    [0.8, 1.9474],
    [0.9, 2.6141],
  ] as const
).map(
  ([rate, printed]): Experiment => ({
    name: `The supermarket model, d = 2, load ${rate}: mean time in the system`,
    published: [
      { what: 'Σ λ^(2^i − 2)', value: printed },
      { what: 'services', value: printed },
    ],
    ...{ unit: 'runs', ordinary: 1, full: 10 },
    measure(size) {
      const ours = timeInSystem({ rate, warm: 30 * service }, 150 * service, size)
      // 200 queues are a little slower than infinitely many.
      return [
        { ours: twoChoices(rate), margin: 5e-5 },
        { ours, margin: 0.04 * printed },
      ]
    },
  }),
)
const one = [0.5, 0.8].map(
  (rate): Experiment => ({
    name: `By chance alone, d = 1, load ${rate}: mean time in the system`,
    published: [{ what: 'services: 1/(1 − λ)', value: 1 / (1 - rate) }],
    ...{ unit: 'runs', ordinary: 1, full: 10 },
    measure(size) {
      const ours = timeInSystem({ rate, choices: 1, warm: 60 * service }, 260 * service, size)
      return [{ ours, margin: 0.06 / (1 - rate) }]
    },
  }),
)

const windows = 999
const bins = (
  [
    [1, [0.632, 0.264, 0.0803, 0.019], 8],
    [2, [0.7616, 0.2295, 0.0089], 4],
  ] as const
).map(
  ([choices, limit, longest]): Experiment => ({
    name: `n buyers at once on n windows, d = ${choices}: the fluid limit`,
    published: [
      ...limit.map((value, k) => ({ what: `share with ${k + 1} buyers or more`, value })),
      { what: 'the longest queue', value: longest, is: 'at most' },
    ],
    ...{ unit: 'runs', ordinary: 3, full: 100 },
    measure(size) {
      const script: Line[] = [[1, { ask: { node: 1, type: 'burst', many: windows } }]]
      const options = { choices, rate: 0, service: 600_000 }
      const all = seeds(size).map((seed) => factsOf({ windows, options, until: 1.5, script }, seed))
      const shares = limit.map((share, k) => ({
        ours: mean(all.map((facts) => ((facts.atLeast as number[])[k] ?? 0) / windows)),
        // Four deviations, the half of the last digit, and that n is not infinite.
        margin: 4 * Math.sqrt(share / (windows * size)) + 0.0005 + 1 / windows,
      }))
      const most = Math.max(...all.map((facts) => facts.longest as number))
      // In so many more runs, one more.
      return [...shares, { ours: most, margin: Math.log10(size / 3) }]
    },
  }),
)

export const paper: Paper = {
  source: 'Mitzenmacher 2001, The Power of Two Choices; Azar et al. 1994',
  experiments: [...two, ...one, ...bins],
}
