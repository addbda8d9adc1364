// What Demers et al. 1987 say of dormant death certificates (§2.1), measured here.

import { roll } from '@/lib/sim/dice'
import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { deletion } from './deletion'
import { type Experiment, type Paper, seeds, shareOf } from './paper'

const sites = 12

/**
 * One half-life of the servers: when all but the keepers have forgotten the deletion, each site
 * loses its disk with a chance of one half. Then the site that was away brings the old copy back.
 */
const scenario = (keepers: number, seed: number, until: number): AnyScenario => {
  const lost = seeds(sites - 1).filter((i) => roll(seed / 65_536, i) < 0.5)
  const losses = lost.map((i): Line => [4000, { crash: i + 1, wipe: true }, 4100])
  return {
    protocol: 'deletion',
    ...{ nodes: sites, seed, delay: 5, options: { every: 100, keep: 1000, keepers } },
    script: [
      [10, { ask: { node: 1, type: 'write', key: '12A', value: 'Ada' } }],
      [1500, { cut: [[sites]] }, Math.min(5000, until)],
      [1600, { ask: { node: 1, type: 'delete', key: '12A' } }],
      ...(until > 4100 ? losses : []),
    ],
    ...{ until, poster: 0 },
  }
}
const factsOf = (...given: Parameters<typeof scenario>) =>
  run(deletion, scenario(...given), { limits: buildLimits, promises: false }).facts

const losing = [0, 1, 2, 3].map(
  (r): Experiment => ({
    name: `§2.1 after one half-life of the servers all of r = ${r} keepers are lost`,
    published: [{ what: 'share of deletions that come back, 2⁻ʳ', value: 2 ** -r }],
    ...{ unit: 'runs', ordinary: 80, full: 3000 },
    measure(size) {
      const back = seeds(size).flatMap((seed) => {
        const keepers = factsOf(r, seed, 1600).keepers as readonly number[]
        // Who was away cannot keep what it has not heard of.
        if (keepers.includes(sites)) return []
        return [(factsOf(r, seed, 9000).alive as readonly string[]).length]
      })
      return [shareOf(back.reduce((a, b) => a + b, 0) / back.length, 2 ** -r, back.length)]
    },
  }),
)

export const paper: Paper = {
  source: 'Demers et al. 1987, Epidemic Algorithms, §2: death certificates',
  experiments: losing,
}
