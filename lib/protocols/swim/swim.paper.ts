// The numbers of SWIM (Das, Gupta and Motivala 2002), as restated by “SWIM for Implementers” (Marsh
// 2022), measured here.

import { factsAt, next, shoot } from '@/lib/sim/film'
import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { type Experiment, mean, meanOf, type Paper, seeds, shareOf } from '../paper'
import { type State, swim } from './index'

type Scenario = ScenarioOf<typeof swim, 'swim'>
type Line = NonNullable<Scenario['script']>[number]
export const period = 1000
export const film = (scenario: Partial<Scenario> & Pick<Scenario, 'nodes'>) =>
  run(
    swim,
    { protocol: 'swim', seed: 1, delay: 5, until: 60 * period, poster: 0, ...scenario },
    { limits: buildLimits, promises: false },
  )

/** Periods from a crash to the first probe that finds it, in so many runs. */
const detections = (nodes: number, runs: number, options: Scenario['options']) =>
  seeds(runs).map((seed) => {
    const script: Line[] = [[2500, { crash: 1 }]]
    const given = { together: true, suspicion: false, helpers: 0, spread: 0, ...options }
    const { facts } = film({ nodes, seed, options: given, script, until: 2500 + 14 * period })
    return facts.detectedAfter as number
  })
/** Periods until one of so many probers, each with n − 1 to choose from, chooses the failed one. */
const theory = (n: number, probers: number) => 1 / (1 - (1 - 1 / (n - 1)) ** probers)
const expectedAfter = (n: number) => theory(n, n - 1)

/**
 * A handful of runs do not tell how far one of them strays; then it is as in a geometric law, since
 * each period finds the failed one with the same chance.
 */
const deviationOf = (n: number, runs: number) =>
  runs < 30 ? Math.sqrt(1 - 1 / expectedAfter(n)) * expectedAfter(n) : undefined

/** Members, runs, and the mean by chance and in turn, of 3,000 runs of another program. */
const groups = [
  [8, 400, 4000, 1.513, 1.46],
  [32, 250, 2500, 1.565, 1.55],
  [128, 80, 400, 1.573, 1.59],
  [1000, 3, 60, 1.572, 1.55],
] as const
const byChance = groups.map(
  ([n, ordinary, full, printed]): Experiment => ({
    name: `§3.1 ${n} members, targets by chance: first detection`,
    published: [
      { what: 'periods', value: expectedAfter(n) },
      { what: '1/(1 − (1 − 1/(n − 1))ⁿ⁻¹)', value: printed },
      { what: 'e/(e − 1), its limit', value: Math.E / (Math.E - 1) },
    ],
    ...{ unit: 'runs', ordinary, full },
    measure(size) {
      const found = meanOf(detections(n, size, { inTurn: false }), 0, deviationOf(n, size))
      const theory = { ours: expectedAfter(n), margin: 0.01 }
      return [found, theory, { ours: expectedAfter(1e7), margin: 1e-6 }]
    },
  }),
)
const inTurn = groups.map(
  ([n, ordinary, full, , printed]): Experiment => ({
    name: `§4.3 ${n} members, targets in turn: first detection, the same mean`,
    published: [{ what: 'periods', value: printed }],
    ...{ unit: 'runs', ordinary, full },
    measure: (size) => [meanOf(detections(n, size, {}), 0.01, deviationOf(n, size))],
  }),
)

const within = [1, 2, 3] as const
const spread: Experiment = {
  name: '§3.1 20 members, targets by chance: each period finds a failure with the same chance',
  published: within.map((k) => {
    return {
      what: `found within ${k}: 1 − (1 − 1/(n − 1))ᵏ⁽ⁿ⁻¹⁾`,
      value: 1 - (18 / 19) ** (19 * k),
    }
  }),
  ...{ unit: 'runs', ordinary: 200, full: 4000 },
  measure(size) {
    const found = detections(20, size, { inTurn: false })
    return within.map((k, i) =>
      shareOf(found.filter((it) => it <= k).length / size, spread.published[i]!.value, size),
    )
  },
}

/** Messages that one member sends in one period, with nobody faulty and nothing lost. */
const loadOf = (nodes: number, periods: number) => {
  let sent = 0
  const counted = <T extends object>(rules: T): T =>
    Object.fromEntries(
      Object.entries(rules).map(([name, rule]) => [
        name,
        (...given: unknown[]) => {
          const [state, ...does] = rule(...given)
          sent += does.filter((it: { do: string }) => it.do === 'send').length
          return [state, ...does]
        },
      ]),
    ) as T
  const watched = { ...swim, on: counted(swim.on), after: counted(swim.after) }
  const it = { protocol: 'swim', nodes, seed: 1, delay: 5, poster: 0, until: periods * period }
  run(watched, it, { limits: buildLimits, promises: false })
  return sent / nodes / periods
}
const groupsOf = [5, 20, 55] as const
const load: Experiment = {
  name: '§3.1 a member sends a ping and an answer a period, however many there are',
  published: groupsOf.map((n) => ({ what: `messages of one of ${n} in a period`, value: 2 })),
  ...{ unit: 'periods', ordinary: 20, full: 400 },
  // They begin at different moments: one period may be cut short.
  measure: (size) => groupsOf.map((n) => ({ ours: loadOf(n, size), margin: 2 / size })),
}

/** Members, and how many of them are down: each is found by the others in its own time. */
const faulty = [
  [100, 10, 1.6851],
  [100, 50, 2.5415],
] as const
/** Periods from the crash of each to the first probe that finds it. */
const findings = (n: number, down: number, runs: number, inTurn: boolean) =>
  seeds(runs).flatMap((seed) => {
    const ids = seeds(down).map((i) => i + 1)
    const script = ids.map((node): Line => [2500, { crash: node }])
    const options = { together: true, suspicion: false, helpers: 0, spread: 0, inTurn }
    const until = 2500 + (14 * period * n) / (n - down)
    const up = film({ nodes: n, seed, options, script, until }).world.nodes
    const found = (id: number) => up.slice(down).map((m) => (m.state as State).found[id] ?? 99)
    return ids.map((id) => Math.min(...found(id)) - 2)
  })
const amongFaulty = faulty.map(([n, down, printed]): Experiment => {
  const q = 1 - down / n
  return {
    name: `§3.1 ${n} members, ${down} of them down at once: first detection of each`,
    published: [
      { what: '1/(1 − e^−q)', value: printed },
      { what: 'periods, targets by chance: 1/(1 − (1 − 1/(n − 1))^qn)', value: theory(n, q * n) },
      { what: 'periods, targets in turn: the same mean', value: theory(n, q * n) },
    ],
    ...{ unit: 'runs', ordinary: 8, full: 400 },
    measure: (size) => [
      { ours: 1 / (1 - Math.exp(-q)), margin: 5e-5 },
      ...[false, true].map((inTurn) => meanOf(findings(n, down, size, inTurn))),
    ],
  }
})

const others = 5
const bounded: Experiment = {
  name: `§4.3 in turn, one prober finds a failure within 2n − 1 periods, n = ${others}`,
  published: [
    { what: 'the shortest, periods', value: 1 },
    { what: 'the longest, periods', value: 2 * others - 1 },
  ],
  ...{ unit: 'runs', ordinary: 200, full: 4000 },
  measure(size) {
    const found = seeds(size).map((seed) => {
      const begun = 1 + (seed % 7)
      const script: Line[] = [[begun * period + 500, { crash: 6 }]]
      const options = { together: true, helpers: 0, spread: 0, suspicion: false }
      const { world } = film({ nodes: others + 1, seed, script, options, until: 30 * period })
      return (world.nodes[0]!.state as State).found[6]! - begun
    })
    return [Math.min(...found), Math.max(...found)].map((ours) => ({ ours, margin: 0 }))
  },
}

/** The share of all probes that failed in one run of 40 members, with nobody faulty. */
const failing = (seed: number, r: number, helpers: number) => {
  let [probes, failed] = [0, 0]
  const judged: typeof swim.after.period = (s, here) => {
    if (s.probe) probes++
    if (s.probe?.answered === false) failed++
    return swim.after.period(s, here)
  }
  const watched = { ...swim, after: { ...swim.after, period: judged } }
  const it = { protocol: 'swim', nodes: 40, delay: 5, poster: 0, until: 100 * period }
  const options = { helpers, patience: 1000 }
  run(watched, { ...it, seed, loss: 1 - r, options }, { promises: false })
  return failed / probes
}
const probes = [0, 1, 2, 3].map(
  (k): Experiment => ({
    name: `r = 0.95, nobody faulty, k = ${k} helpers: a probe fails with (1 − r²)(1 − r⁴)ᵏ`,
    published: [{ what: 'share of probes', value: (1 - 0.95 ** 2) * (1 - 0.95 ** 4) ** k }],
    ...{ unit: 'runs of 4,000 probes', ordinary: 12, full: 200 },
    measure: (size) => [meanOf(seeds(size).map((seed) => failing(seed, 0.95, k)))],
  }),
)

/** Members wrongly found silent in one period, by each of 95 that are up of 100. */
const falsePositives = (helpers: number, r: number, q: number, runs: number) =>
  seeds(runs).map((seed) => {
    const script: Line[] = [1, 2, 3, 4, 5].map((node) => [500, { crash: node }] as const)
    const options = { helpers, together: true, inTurn: false }
    const it = { nodes: 100, seed, loss: 1 - r, options, script, until: 2 * period + 1 }
    const up = film(it).world.nodes.slice(5)
    const wrong = up.flatMap((n) => up.filter((o) => (n.state as State).found[o.id]))
    return wrong.length / up.length / (1 - Math.exp(-q))
  })
const [r, q, least] = [0.95, 0.95, 0.01]
const pOf = (k: number) => (q * (1 - r ** 2) * (1 - q * r ** 4) ** k) / (1 - Math.exp(-q))
const kOf = (p: number) =>
  Math.log(((p / q) * (1 - Math.exp(-q))) / (1 - r ** 2)) / Math.log(1 - q * r ** 4)
const helpers: Experiment = {
  name: 'p = q (1 − r²)(1 − q r⁴)ᵏ / (1 − e^−q) at r = q = 0.95',
  published: [
    { what: 'k that 1 % needs', value: 1.8267 },
    { what: 'false positives with k = 1', value: pOf(1) },
    { what: 'more than 1 %', value: least, is: 'at least' },
    { what: 'false positives with k = 2', value: pOf(2) },
    { what: 'less than 1 %', value: least, is: 'at most' },
  ],
  ...{ unit: 'runs', ordinary: 60, full: 1000 },
  measure(size) {
    const [one, two] = [falsePositives(1, r, q, size), falsePositives(2, r, q, size)]
    return [
      { ours: kOf(least), margin: 5e-5 },
      meanOf(one),
      { ours: mean(one), margin: 0 },
      meanOf(two),
      { ours: mean(two), margin: 0 },
    ]
  },
}

const untold: Experiment = {
  name: '§4.1 a failure is known to all of 100 after λ ln n periods, λ = 2',
  published: [{ what: 'members that do not know', value: 100 - 99.9999 }],
  ...{ unit: 'runs', ordinary: 20, full: 400 },
  measure(size) {
    const missing = seeds(size).map((seed) => {
      const script: Line[] = [[5500, { crash: 100 }]]
      const it = { nodes: 100, seed, script, options: { suspicion: false }, until: 30 * period }
      const one = shoot(swim, { protocol: 'swim', delay: 5, poster: 0, ...it })
      const knows = ({ says }: { says: readonly string[] }) =>
        says.some((it) => /gives up/.test(it))
      const first = next(one, 5500, knows)!
      const facts = factsAt(one, first.at + 2 * Math.log(100) * period)
      return 99 - (facts.informed as number)
    })
    // Of so few expected, one or two of all runs.
    return [{ ours: mean(missing), margin: 1e-4 + (4 * Math.sqrt(1e-4)) / Math.sqrt(size) }]
  },
}

export const paper: Paper = {
  source: 'Das, Gupta and Motivala 2002, SWIM',
  experiments: [
    ...byChance,
    ...inTurn,
    ...amongFaulty,
    spread,
    load,
    bounded,
    ...probes,
    helpers,
    untold,
  ],
}
