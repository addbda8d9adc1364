// How fast the kernel is, lean and recorded, and how much a film weighs.

import { fetchProtocol } from '@/lib/protocols'
import { factsAt, shoot } from '@/lib/sim/film'
import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { Run } from '@/lib/sim/run'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import type { Row } from './row'

const minute = 60_000

/** Raft for a minute: heartbeats, and 100 commands to whoever leads. */
const heartbeats = (nodes: number): AnyScenario => ({
  protocol: 'raft',
  nodes,
  seed: 1,
  delay: [5, 15],
  until: minute,
  poster: 0,
  script: Array.from(
    { length: 100 },
    (_, i): Line => [
      1000 + i * 580,
      { ask: { node: 'leader', type: 'write', value: `v${i}`, serial: `c${i}` } },
    ],
  ),
})

/** What a simulator does that copies the world after every event; answers all copies. */
const naive = (protocol: AnyProtocol, scenario: AnyScenario): unknown[] => {
  const it = new Run(protocol, scenario, buildLimits, false)
  const worlds: unknown[] = []
  while (it.step())
    worlds.push(structuredClone({ at: it.at, states: it.nodes.map(({ state }) => state) }))
  return worlds
}

/** Thousands of events a second: the best of three, so that a busy machine matters less. */
const speed = (work: () => number): number => {
  const once = () => {
    const began = performance.now()
    const events = work()
    return events / (performance.now() - began)
  }
  return Math.max(once(), once(), once())
}

const rate = (perMillisecond: number) =>
  `${Math.round(perMillisecond * 1000).toLocaleString('en')} events/s`

/** Events per second of raft: lean with promises off and on, and recorded. */
export async function benchKernel(): Promise<Row[]> {
  const raft = (await fetchProtocol('raft')) as AnyProtocol
  const [five, many] = [heartbeats(5), heartbeats(25)]
  const lean = (promises: boolean) =>
    speed(() => run(raft, five, { promises, limits: buildLimits }).events)
  const film = (scenario: AnyScenario) => speed(() => shoot(raft, scenario, buildLimits).length)
  const copying = rate(speed(() => naive(raft, five).length))
  const row = (what: string, here: number, budget: string): Row => ({
    what: `raft, 60 s, 100 commands, ${what}`,
    here: rate(here),
    baseline: `${copying} copying the world`,
    budget,
  })
  return [
    row('5 nodes, lean, promises off', lean(false), '≥ 1,000,000'),
    row('5 nodes, lean, promises on', lean(true), 'printed'),
    row('5 nodes, recorded', film(five), '≥ 300,000'),
    { ...row('25 nodes, recorded', film(many), '≥ 300,000'), baseline: '' },
  ]
}

/** Seconds that a thousand elections of five servers take, lean; and as films. */
export async function benchElections(): Promise<Row[]> {
  const raft = (await fetchProtocol('raft')) as AnyProtocol
  const elections = 1000
  const election = (seed: number): AnyScenario => ({
    ...{ protocol: 'raft', nodes: 5, seed, delay: [5, 15], until: 1000, poster: 0 },
  })
  const seconds = (one: (seed: number) => unknown) => {
    const all = speed(() => {
      for (let seed = 0; seed < elections; seed++) one(seed)
      return elections
    })
    return `${(elections / all / 1000).toFixed(2)} s`
  }
  const lean = seconds((seed) => run(raft, election(seed), { promises: false }).facts)
  const films = seconds((seed) => factsAt(shoot(raft, election(seed)), 1000))
  return [
    {
      what: `survey of ${elections} elections, 5 nodes, one core`,
      here: lean,
      baseline: `${films} as films`,
      budget: 'printed',
    },
  ]
}

/** Megabytes of heap that stay when `make`'s answer is held and all else has been collected. */
const held = (make: () => unknown): number => {
  const collect = (globalThis as { gc?: () => void }).gc
  if (!collect) throw new Error('the heap is measured with --expose-gc')
  collect()
  const before = process.memoryUsage().heapUsed
  const it = make()
  collect()
  const after = process.memoryUsage().heapUsed
  // Looked at once more, so that it was held until here.
  if (it === undefined) throw new Error('there is nothing to weigh')
  return (after - before) / 1e6
}

/** The heap of a film of 25 nodes over a minute. Needs `--expose-gc`. */
export async function benchHeap(): Promise<Row[]> {
  const raft = (await fetchProtocol('raft')) as AnyProtocol
  const many = heartbeats(25)
  // Compiled code and caches are no part of a film.
  shoot(raft, many, buildLimits)
  const short = { ...many, until: minute / 20, script: many.script?.slice(0, 3) } as AnyScenario
  const film = held(() => shoot(raft, many, buildLimits))
  const copies = held(() => naive(raft, short))
  const share =
    run(raft, short, { promises: false }).events /
    run(raft, many, { promises: false, limits: buildLimits }).events
  const percent = (share * 100).toFixed(1)
  return [
    {
      what: 'film of 25 nodes, 60 s, heap held',
      here: `${film.toFixed(1)} MB`,
      baseline: `${Math.round(copies / share)} MB copying the world (from ${percent} % of it)`,
      budget: '< 20 MB',
    },
  ]
}
