// The numbers of Demers et al. 1987 (n = 1000, synchronous cycles, one rumour), measured here.

import { factsAt, shoot } from '@/lib/sim/film'
import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { Facts, Values } from '@/lib/sim/protocol'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { type Experiment, type Measured, mean, meanOf, type Paper, seeds } from '../paper'
import { gossip } from './index'
import type { Gossip } from './kind'

type Options = Partial<Values<Gossip['options']>>
const cycle = 100
const scenario = (nodes: number, seed: number, options: Options, cycles: number, delay = 10) =>
  ({
    protocol: 'gossip',
    nodes,
    seed,
    delay,
    options: { pace: 'cycles', every: cycle, ...options },
    script: [[0, { ask: { node: 1, type: 'tell' } }]],
    until: cycles * cycle,
    poster: 0,
  }) as const satisfies ScenarioOf<typeof gossip, 'gossip'>
const factsOf = (...given: Parameters<typeof scenario>) =>
  run(gossip, scenario(...given), { limits: { ...buildLimits, nodes: 10_000 }, promises: false })
    .facts

const numbers = (all: readonly Facts[], fact: string) => all.map((facts) => facts[fact] as number)

/** As printed, the last digit of that, and the deviation of one run where it is known. */
type Cell = readonly [printed: number, digit: number, sd?: number]
type Table = {
  readonly name: string
  readonly options: Options
  readonly cycles: number
  readonly runs: readonly [ordinary: number, full: number]
  readonly rows: readonly (readonly [k: number, s: Cell, m: Cell, last?: Cell])[]
}
const facts = ['residue', 'traffic', 'lastHeard'] as const
const words = ['residue s', 'traffic m', 'last cycle'] as const

/** Pushing obeys s = e^−m (§1.4); a tenth of the exponent is left to chance. */
const obeys = (all: readonly Facts[]): Measured => ({
  ours: -Math.log(mean(numbers(all, 'residue'))) / mean(numbers(all, 'traffic')),
  margin: 0.1,
})

const experimentsOf = ({ name, options, cycles, runs, rows }: Table): Experiment[] =>
  rows.map(([k, ...cells]) => {
    const printed = cells.flatMap((cell) => (cell ? [cell] : []))
    const pushes = options.way === 'push'
    return {
      name: `${name}, k = ${k}`,
      published: [
        ...printed.map(([value], i) => ({ what: words[i]!, value })),
        ...(pushes ? [{ what: 'ln s / −m', value: 1 }] : []),
      ],
      unit: 'runs',
      ordinary: runs[0],
      full: runs[1],
      measure(size) {
        const all = seeds(size).map((seed) => factsOf(1000, seed, { ...options, k }, cycles))
        return [
          ...printed.map(([, digit, sd], i) => meanOf(numbers(all, facts[i]!), digit, sd)),
          ...(pushes ? [obeys(all)] : []),
        ]
      },
    }
  })

// The deviations of one run are of 2,000 runs of a program that is not this one. Tables 1 and 2
// were read; Table 3 is as remembered, and no copy of its page was at hand.
const tables: readonly Table[] = [
  {
    name: 'Table 1, push with feedback and counter',
    options: { way: 'push', stops: 'by counter' },
    cycles: 60,
    runs: [12, 200],
    rows: [
      [1, [0.18, 0.01, 0.015], [1.7, 0.1, 0.036], [16.8, 0.1, 1.3]],
      [2, [0.037, 0.001, 0.0065], [3.3, 0.1, 0.034], [16.9, 0.1, 1.1]],
      [3, [0.011, 0.001, 0.0034], [4.5, 0.1, 0.035], [17.4, 0.1, 1.2]],
      [4, [0.0036, 0.0001, 0.0019], [5.6, 0.1, 0.037], [17.5, 0.1, 1.2]],
      [5, [0.0012, 0.0001, 0.0012], [6.7, 0.1, 0.039], [17.7, 0.1, 1.2]],
    ],
  },
  {
    name: 'Table 2, push, blind, with a coin',
    options: { way: 'push', stops: 'by coin', feedback: false },
    cycles: 250,
    runs: [12, 200],
    rows: [
      [1, [0.96, 0.01, 0.021], [0.04, 0.01, 0.021], [38, 1, 21]],
      [2, [0.2, 0.01, 0.045], [1.6, 0.1, 0.11], [33, 1, 4.6]],
      [3, [0.06, 0.001, 0.01], [2.8, 0.1, 0.097], [32, 1, 4.1]],
      [4, [0.021, 0.001, 0.0052], [3.9, 0.1, 0.12], [32, 1, 4.9]],
      [5, [0.008, 0.001, 0.0029], [4.9, 0.1, 0.15], [32, 1, 5.9]],
    ],
  },
  {
    name: 'Table 3, pull with feedback and counter',
    options: { way: 'pull', stops: 'by counter' },
    cycles: 40,
    runs: [4, 100],
    rows: [
      [1, [0.031, 0.001, 0.006], [2.7, 0.1, 0.05], [17.6, 0.1, 2.1]],
      [2, [5.8e-4, 1e-5, 8e-4], [4.49, 0.01, 0.04], [15.4, 0.1, 1.9]],
      [3, [4e-6, 1e-6, 7e-5], [6.09, 0.01, 0.03], [14, 0.1, 1.7]],
    ],
  },
]

/** §1.4: the equation of the rumour that is lost with a chance of 1/k at each useless contact. */
const rumourEquation = [
  [1, 0.203188, 0.03, 0.01],
  [2, 0.05952, 0.02, 0.01],
  [3, 0.019827, 0.01, 0.01],
  [4, 0.006977, 0.003, 0.001],
] as const
const coins = rumourEquation.map(
  ([k, s, sd, digit]): Experiment => ({
    name: `s = e^−(k+1)(1−s): a coin with feedback, k = ${k}`,
    published: [{ what: 'residue s', value: s }],
    unit: 'runs',
    ordinary: 10,
    full: 100,
    measure(size) {
      const options: Options = { stops: 'by coin', k, pace: 'random' }
      const all = seeds(size).map((seed) => factsOf(1000, seed, options, 100, 0.01))
      // A rumour that dies at its first contacts is not what the equation is about.
      const left = numbers(all, 'residue').filter((it) => it < 0.5)
      return [meanOf(left, digit, sd)]
    },
  }),
)

/** Deviations as above. */
const epidemics = [
  [100, 12.38, 1.35, 40, 400],
  [1000, 17.97, 1.25, 6, 60],
  [10_000, 23.38, 1.07, 1, 10],
] as const
const pushing = epidemics.map(
  ([n, cycles, sd, ordinary, full]): Experiment => ({
    name: `§1.3 anti-entropy by push: ${n} sites hear in log₂ n + ln n + O(1) cycles`,
    published: [
      { what: 'last cycle', value: cycles },
      { what: 'log₂ n + ln n + 1.05', value: Math.log2(n) + Math.log(n) + 1.05 },
      { what: 'sites that know in the end', value: n },
    ],
    unit: 'runs',
    ordinary,
    full,
    measure(size) {
      const all = seeds(size).map((seed) => factsOf(n, seed, { stops: 'never' }, 30))
      const last = meanOf(numbers(all, 'lastHeard'), 0.01, sd)
      const know = Math.min(...numbers(all, 'know'))
      return [last, { ...last, margin: last.margin + 0.1 }, { ours: know, margin: 0 }]
    },
  }),
)

/** The share that has not heard, cycle by cycle, in one run of 1000 sites. */
const susceptible = (way: 'push' | 'pull', seed: number) => {
  const options: Options = { way, stops: 'never' }
  const film = shoot(gossip, scenario(1000, seed, options, 25), buildLimits)
  return seeds(24).map((i) => 1 - (factsAt(film, i * cycle + 90).know as number) / 1000)
}
const laws = {
  pull: ['p²', (p: number) => p * p],
  push: ['p(1 − 1/n)^(n(1 − p)), near p/e', (p: number) => p * (1 - 1 / 1000) ** (1000 * (1 - p))],
} as const
const ends = (['pull', 'push'] as const).map(
  (way): Experiment => ({
    name: `§1.3 in the end by ${way} a share p of susceptible becomes ${laws[way][0]}`,
    published: [{ what: 'the furthest from that, in its deviations', value: 4, is: 'at most' }],
    unit: 'runs',
    ordinary: 1,
    full: 20,
    measure(size) {
      const far = seeds(size).flatMap((seed) => {
        const p = susceptible(way, seed + 3)
        return p.slice(1).flatMap((now, i) => {
          const expected = laws[way][1](p[i]!)
          const sd = Math.sqrt(expected / 1000)
          return p[i]! < 0.5 && p[i]! > 0.01 ? [Math.abs(now - expected) / sd] : []
        })
      })
      return [{ ours: far.length ? Math.max(...far) : Number.NaN, margin: 0 }]
    },
  }),
)

export const paper: Paper = {
  source: 'Demers et al. 1987, Epidemic Algorithms for Replicated Database Maintenance',
  experiments: [...tables.flatMap(experimentsOf), ...coins, ...pushing, ...ends],
}
