// The protocols in three tiers, and what holds each of them: counted from its code and its tests,
// with every mutant hunted anew.

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fetchProtocol, type ProtocolName } from '@/lib/protocols'
import { type Counts, type Looking, meet } from '@/lib/protocols/meet'
import { mutants } from '@/lib/protocols/mutants'
import { papers } from '@/lib/protocols/papers'
import { weathers } from '@/lib/protocols/weathers'
import { hunt } from '@/lib/sim/fuzz'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { Weather } from '@/lib/sim/weather'
import { root } from './run'

type Tier = { readonly says: string; readonly names: readonly ProtocolName[] }
export const tiers = {
  papers: {
    says: 'everything: rules by section, fuzz, mutants, published numbers',
    names: [
      ...(['raft', 'paxos', 'swim', 'gossip', 'quorum'] as const),
      ...(['clock-sync', 'ballot', 'two-phase-commit'] as const),
    ],
  },
  machines: {
    says: 'rules, fuzz, mutants',
    names: [
      ...([
        'raft-clients',
        'store',
        'replica',
        'broker',
        'rpc',
        'overload',
        'clocks',
        'broadcast',
      ] as const),
      ...(['heartbeat', 'lease', 'byzantine', 'balancer', 'anti-entropy'] as const),
      ...(['gossip-connections', 'deletion'] as const),
    ],
  },
  demonstrations: {
    says: 'rules and numbers',
    names: ['two-generals', 'saga', 'event-log', 'snapshot', 'formation'],
  },
} as const satisfies { [tier: string]: Tier }

/** What holds one protocol. */
export type Held = {
  readonly name: string
  /** Tests of its rules; published numbers held on samples, and tests of what else is published. */
  readonly rules: number
  readonly numbers: number
  readonly promises: number
  readonly endings: number
  /** Schedules of the ordinary run; 0 where it is not fuzzed. */
  readonly schedules: number
  /** The least of each that the ordinary run demands to have met, as its test has it. */
  readonly least: Counts
  /** Why no schedule loses a disk; '' where some do, undefined where there are none. */
  readonly disk: string | undefined
  /** Mutants, each with the seed that caught it; undefined: it was not caught. */
  readonly mutants: readonly { readonly name: string; readonly seed: number | undefined }[]
}

const folder = join(root, 'lib/protocols')
/** The texts of a protocol’s tests whose names end so. */
const textsOf = (name: string, end: RegExp) => {
  const isOwn = (path: string) => basename(path).startsWith(`${name}.`) && end.test(basename(path))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isOwn)
  return files.map((file) => readFileSync(join(folder, file), 'utf8'))
}
const testsIn = (texts: readonly string[]) =>
  texts.join('\n').match(/^\s*(test|it)(\.each\S*)?[<(]/gm)?.length ?? 0

/** How many schedules the ordinary run of its fuzz has. */
const schedulesOf = (name: string) =>
  Number(/seeds: ([\d_]+)/.exec(textsOf(name, /\.fuzz\.test\.ts$/).join())?.[1] ?? 0)

/** What its fuzz demands to have met: the numbers between `least: {` and `mutants,`. */
export const leastOf = (name: string): Counts => {
  const [, body = ''] =
    /least: \{([\s\S]*?)\bmutants\b/.exec(textsOf(name, /\.fuzz\.test\.ts$/).join()) ?? []
  const pairs = [...body.matchAll(/(?:'([^']+)'|(\w+)): ([\d_]+)/g)]
  return Object.fromEntries(
    pairs.map(([, quoted, word, count]) => [quoted ?? word, Number(count!.replaceAll('_', ''))]),
  )
}

type Fuzzed = { readonly weather: Weather; readonly looking: Looking }
const fuzzedOf = async (name: string): Promise<Fuzzed | undefined> =>
  Object.hasOwn(weathers, name) ? await weathers[name as keyof typeof weathers]() : undefined

const caughtOf = async (name: string, schedules: number) => {
  const known: { readonly [name: string]: AnyProtocol } = Object.hasOwn(mutants, name)
    ? await mutants[name as keyof typeof mutants]()
    : {}
  const fuzzed = await fuzzedOf(name)
  return Object.entries(known).map(([mutant, it]) => {
    const seed = fuzzed && hunt(it, fuzzed.weather, 0, schedules)?.seed
    return { name: mutant, seed }
  })
}

/** The numbers of its experiments, and the tests that hold it to anything else in its papers. */
export const numbersOf = async (name: string) => {
  const paper = Object.hasOwn(papers, name) && (await papers[name as keyof typeof papers]())
  const measured = paper ? paper.experiments.flatMap((it) => it.published).length : 0
  return measured + testsIn(textsOf(name, /\.paper\.test\.ts$/))
}

/** Counts what holds a protocol, and hunts its mutants within the schedules of the ordinary run. */
export async function heldOf(name: string): Promise<Held> {
  const protocol = (await fetchProtocol(name)) as AnyProtocol
  const schedules = schedulesOf(name)
  const fuzzed = await fuzzedOf(name)
  return {
    name,
    rules: testsIn(textsOf(name, /^[\w-]+(\.(?!fuzz|paper|elections)\w+)?\.test\.ts$/)),
    numbers: await numbersOf(name),
    promises: Object.keys(protocol.always ?? {}).length,
    endings: Object.keys(protocol.eventually ?? {}).length,
    schedules,
    least: leastOf(name),
    disk: fuzzed && (fuzzed.weather.disk ?? ''),
    mutants: await caughtOf(name, schedules),
  }
}

/** Runs the ordinary schedules of a protocol, and answers what they met; undefined: it has none. */
export async function metOf(name: string): Promise<Counts | undefined> {
  const fuzzed = await fuzzedOf(name)
  const protocol = (await fetchProtocol(name)) as AnyProtocol
  return fuzzed && meet({ protocol, ...fuzzed, seeds: schedulesOf(name) })
}
