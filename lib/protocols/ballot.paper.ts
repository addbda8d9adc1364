// How often no majority is to be had where each voter is down by itself with the same chance (the
// failure probability of Naor and Wool 1998), measured here on ballots.

import { roll } from '@/lib/sim/dice'
import { run } from '@/lib/sim/lean'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { majorityFails } from '@/lib/values/quorum'
import { ballot } from './ballot'
import { type Experiment, type Paper, seeds, shareOf } from './paper'

/** Whether one motion, put to all of n voters, is left without a majority. */
const fails = (n: number, p: number, seed: number) => {
  const down = seeds(n).filter((i) => roll(seed / 4294967296, i) < p)
  const script = down.map((i): Line => [0, { crash: i + 2 }])
  const nodes = ['proposer', ...Array<string>(n).fill('voter')]
  const it = { protocol: 'ballot', nodes, seed, delay: 10, script, until: 50, poster: 0 }
  const { facts } = run(ballot, it satisfies AnyScenario, { promises: false })
  return facts.outcomeA !== 'passed'
}

/** Voters, the chance that one is down, and F as far as it is printed. */
const printed = [
  [3, 0.1, 0.028, 1e-3],
  [5, 0.1, 0.00856, 1e-5],
  [7, 0.1, 0.002728, 1e-6],
  [5, 0.3, 0.1631, 1e-4],
] as const
const majorities = printed.map(
  ([n, p, failure, digit]): Experiment => ({
    name: `${n} voters, each down with p = ${p}: no majority`,
    published: [
      { what: 'Σ C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ from k = (n + 1)/2', value: failure },
      { what: 'motions that do not pass', value: failure },
    ],
    ...{ unit: 'ballots', ordinary: 3000, full: 100_000 },
    measure(size) {
      const share = seeds(size).filter((seed) => fails(n, p, seed)).length / size
      return [{ ours: majorityFails(n, p), margin: digit / 2 }, shareOf(share, failure, size)]
    },
  }),
)

export const paper: Paper = {
  source: 'Naor and Wool 1998, The Load, Capacity and Availability of Quorum Systems',
  experiments: majorities,
}
