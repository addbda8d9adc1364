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
const [windowsOpen, lasts] = [200, 240]
/** The mean time in the system of 200 queues, in services. */
const timeInSystem = (options: Options, until: number, runs: number) => {
  const given = { windows: windowsOpen, options: { service, ...options }, until }
  return mean(seeds(runs).map((i) => factsOf(given, i + 1).meanTime as number))
}

/** With d choices and many queues: Σ λ^((dⁱ − d)/(d − 1)) (Mitzenmacher, Corollary 1). */
const market = (d: number, load: number) =>
  seeds(12).reduce((sum, i) => sum + load ** ((d ** (i + 1) - d) / (d - 1)), 0)
/**
 * How far a mean of so many buyers strays: they and their services, each exponential, come by
 * chance to a greater load, and queues remember it (half as much again, by eight runs with other
 * seeds). 200 queues are a little slower than infinitely many.
 */
const strays = (d: number, load: number, buyers: number) => {
  const slope = (market(d, load * 1.001) - market(d, load)) / 0.001
  return 4 * 1.5 * slope * Math.sqrt(2 / buyers) + 0.015 * market(d, load)
}
/** Choices, load, the sum, and how long until the queues have forgotten that they began empty. */
const choices = (
  [
    [2, 0.5, 1.2657, 30],
    [2, 0.7, 1.6145, 30],
    [2, 0.8, 1.9474, 30],
    [2, 0.9, 2.6141, 100],
    [2, 0.95, 3.383, 200],
    [3, 0.9, 2.0279, 100],
    [3, 0.95, 2.5351, 200],
    [5, 0.9, 1.6329, 100],
  ] as const
).map(
  ([d, rate, printed, warm]): Experiment => ({
    name: `The supermarket model, d = ${d}, load ${rate}: mean time in the system`,
    published: [
      { what: 'Σ λ^((dⁱ − d)/(d − 1))', value: printed },
      { what: 'services', value: printed },
    ],
    ...{ unit: 'runs', ordinary: d === 2 && rate > 0.8 ? 2 : 1, full: 10 },
    measure(size) {
      const options: Options = { choices: d, rate, warm: warm * service }
      const ours = timeInSystem(options, (warm + lasts) * service, size)
      const bought = windowsOpen * rate * lasts * size
      return [
        { ours: market(d, rate), margin: 5e-5 },
        { ours, margin: Math.min(strays(d, rate, bought), rate > 0.9 ? 1 : 0.04 * printed) },
      ]
    },
  }),
)
/** Alone, a queue forgets in 1/(1 − √λ)² services: 12 and 90. */
const one = (
  [
    [0.5, 50],
    [0.8, 300],
  ] as const
).map(
  ([rate, warm]): Experiment => ({
    name: `By chance alone, d = 1, load ${rate}: mean time in the system`,
    published: [{ what: 'services: 1/(1 − λ)', value: 1 / (1 - rate) }],
    ...{ unit: 'runs', ordinary: rate > 0.7 ? 2 : 1, full: 10 },
    measure(size) {
      const options: Options = { rate, choices: 1, warm: warm * service }
      const ours = timeInSystem(options, (warm + lasts) * service, size)
      // The variance of a long mean in M/M/1, times its length (Whitt 1989, Planning queueing
      // simulations): of 40 runs with other seeds it holds within 3 %.
      const variance = (rate * (2 + 5 * rate - 4 * rate ** 2 + rate ** 3)) / (1 - rate) ** 4
      const sd = Math.sqrt(variance / (windowsOpen * rate * lasts * size))
      return [{ ours, margin: Math.min(4 * sd, 0.06 / (1 - rate)) }]
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
  experiments: [...choices, ...one, ...bins],
}
