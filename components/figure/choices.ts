// What can be done to a node at a moment: each choice as an action on it, or why not.

import { type Film, previous, walls, worldAt } from '@/lib/sim/film'
import { pageLimits } from '@/lib/sim/limits'
import { Network } from '@/lib/sim/network'
import type { Command, Json, Millis, NodeId, Options } from '@/lib/sim/protocol'
import type { AnyScenario, Fault, Line } from '@/lib/sim/scenario'
import { endWords } from '@/lib/sim/words'
import { clearAfter, endLine, momentAfter, withLine } from './lines'

export type Given = { readonly [field: string]: Json }
export type Choice = {
  readonly group: 'Stop' | 'Network' | 'Clock' | 'Ask' | 'Story'
  readonly says: string
  /** Why it cannot be chosen now. */
  readonly why?: string | undefined
  /** What it must be told first. */
  readonly takes?: Options | undefined
  /** The scenario with it done; `given` has a value for each of `takes`. */
  readonly edit: (given: Given) => AnyScenario
}

/** All that a choice is made from. */
type Scene = {
  readonly film: Film
  readonly scenario: AnyScenario
  readonly node: NodeId
  readonly name: string
  readonly at: Millis
  /** When a new line takes effect: just after all that is shown. */
  readonly when: Millis
  readonly up: boolean
  readonly paused: boolean
}

/** Every choice for a node, in the order of a menu. */
export function choicesOf(film: Film, at: Millis, node: NodeId): readonly Choice[] {
  const { up, paused, name } = worldAt(film, at).nodes[node - 1]!
  const { scenario } = film
  const scene = { film, scenario, node, name, at, when: momentAfter(at), up, paused }
  const all = [
    ...stops(scene),
    ...network(scene),
    ...clock(scene),
    ...Object.entries<Command>(film.protocol.commands).map(([type, it]) => ask(scene, type, it)),
    story(scene),
  ]
  const late = scene.when >= film.until && 'the run ends here: go back in time first'
  const full = (scenario.script?.length ?? 0) >= pageLimits.lines && 'the script is full'
  const why = late || full
  return why ? all.map((one) => ({ ...one, why })) : all
}

/** The line that holds a node now, where there is one: its place in the script. */
function heldBy({ film, node, when }: Scene, word: string): number {
  const begun = previous(film, when, (e) => e.kind === 'line' && e.type === word && e.node === node)
  if (!begun) return -1
  const end = film.scenario.script![begun.line]![2]
  return end === undefined || end > when ? begun.line : -1
}

const add = (scene: Scene, fault: Fault): AnyScenario =>
  withLine(scene.scenario, [scene.when, fault])
const finish =
  ({ scenario, when }: Scene, line: number) =>
  () =>
    endLine(scenario, line, when)

function stops(scene: Scene): Choice[] {
  const { node, name, up, paused } = scene
  const crashed = heldBy(scene, 'crash')
  const held = heldBy(scene, 'pause')
  const down = up ? undefined : `${name} is down`
  return [
    {
      group: 'Stop',
      says: `Crash ${name}`,
      why: down,
      edit: () => add(scene, { crash: node }),
    },
    {
      group: 'Stop',
      says: `Crash ${name} and wipe its disk`,
      why: down,
      edit: () => add(scene, { crash: node, wipe: true }),
    },
    {
      group: 'Stop',
      says: `Wake ${name}`,
      why: up ? `${name} is up` : crashed < 0 ? 'nothing holds it down' : undefined,
      edit: finish(scene, crashed),
    },
    {
      group: 'Stop',
      says: `Pause ${name}`,
      why: down ?? (paused ? `${name} is paused` : undefined),
      edit: () => add(scene, { pause: node }),
    },
    {
      group: 'Stop',
      says: `Resume ${name}`,
      why: paused && held >= 0 ? undefined : `${name} is not paused`,
      edit: finish(scene, held),
    },
  ]
}

const percent = { is: 'number', from: 1, to: 100, default: 50, says: 'percent' } as const
const rounded = (value: number) => Number(value.toPrecision(1))

function network(scene: Scene): Choice[] {
  const { film, node, name, at, scenario } = scene
  const wires = new Network(scenario.links ?? 'all', film.names.length)
  const others = film.names.filter((_, i) => wires.linked(node, i + 1))
  const standing = walls(film).filter(({ from, to }) => from <= at && at < to)
  const alone = standing.some(({ line }) => isAlone(scenario.script![line]!, node))
  const choice = (
    says: string,
    takes: Options | undefined,
    fault: (g: Given) => Fault,
  ): Choice => ({
    group: 'Network',
    says,
    why: others.length > 0 ? undefined : `${name} has no links`,
    takes,
    edit: (given) => add(scene, fault(given)),
  })
  const off = choice(`Cut ${name} off`, undefined, () => ({ cut: [[node]] }))
  return [
    alone ? { ...off, why: `${name} is cut off` } : off,
    ...(others.length > 0 ? links(scene, others) : []),
    ...standing.map(({ line }): Choice => {
      const says = sentence(endWords(scenario.script![line]!, film.names))
      return { group: 'Network', says, edit: finish(scene, line) }
    }),
    ...weather(scene, choice),
  ]
}

const isAlone = ([, what]: Line, node: NodeId) =>
  'cut' in what && JSON.stringify(what.cut) === JSON.stringify([[node]])
const sentence = (words: string) => words[0]!.toUpperCase() + words.slice(1)

/** What is done to one link; links are not targets themselves, a finger would miss them. */
function links(scene: Scene, others: readonly string[]): Choice[] {
  const { film, node, name, scenario, when } = scene
  const whom = (given: Given) => film.names.indexOf(given.other as string) + 1
  const other = { is: 'choice', of: others, default: others[0]!, says: 'the other node' } as const
  const ways = ['both ways', `from ${name}`, `to ${name}`]
  const way = { is: 'choice', of: ways, default: ways[0]!, says: 'which way' } as const
  const sides = [`from ${name} to it`, `to ${name} from it`]
  const side = { is: 'choice', of: sides, default: sides[0]!, says: 'which' } as const
  const ends = (given: Given, mine: boolean) =>
    mine ? { from: node, to: whom(given) } : { from: whom(given), to: node }
  return [
    {
      group: 'Network',
      says: 'Cut the link to …',
      takes: { other, way },
      edit: (given) =>
        given.way === ways[0]
          ? add(scene, { cut: [[node], [whom(given)]] })
          : add(scene, { cut: ends(given, given.way === ways[1]) }),
    },
    {
      group: 'Network',
      says: 'Lose the next message …',
      takes: { other, side },
      edit: (given) => withLine(scenario, [when, { lose: ends(given, given.side === sides[0]) }]),
    },
  ]
}

type Make = (says: string, takes: Options | undefined, fault: (given: Given) => Fault) => Choice

/** Slow, lossy, doubled: what leaves the node, until it is told to stop. */
function weather(scene: Scene, choice: Make): Choice[] {
  const { film, node, name, scenario, at } = scene
  const long = Math.max(1, rounded(film.until / 10))
  const delay = { is: 'number', from: 1, to: film.until, default: long, says: 'ms' } as const
  const bad = (scenario.script ?? []).flatMap((line, i) => {
    const [what] = Object.values(line[1]) as [{ from?: unknown }]
    const weathers = 'slow' in line[1] || 'drop' in line[1] || 'duplicate' in line[1]
    const on = weathers && line[0] <= at && (line[2] ?? Infinity) > scene.when
    return on && what.from === node ? [i] : []
  })
  return [
    choice(`Slow what ${name} sends …`, { delay }, (given) => ({
      slow: { from: node, delay: given.delay as number },
    })),
    choice(`Lose some of what ${name} sends …`, { percent }, (given) => ({
      drop: { from: node, chance: (given.percent as number) / 100 },
    })),
    choice(`Double some of what ${name} sends …`, { percent }, (given) => ({
      duplicate: { from: node, chance: (given.percent as number) / 100 },
    })),
    ...bad.map((line): Choice => {
      const says = sentence(endWords(scenario.script![line]!, film.names))
      return { group: 'Network', says, edit: finish(scene, line) }
    }),
  ]
}

const mostPpm = 500_000

function clock(scene: Scene): Choice[] {
  const { film, node, name, scenario, when } = scene
  const far = Math.max(1, rounded(film.until / 4))
  const ms = { is: 'number', from: -film.until, to: film.until, default: far, says: 'ms' } as const
  const ppm = {
    is: 'number',
    from: -mostPpm,
    to: mostPpm,
    default: 100_000,
    says: 'millionths too fast',
  } as const
  const drifting = heldBy(scene, 'drift')
  const usual: Choice = {
    group: 'Clock',
    says: `Let the crystal of ${name} run as before`,
    edit: finish(scene, drifting),
  }
  return [
    {
      group: 'Clock',
      says: `Bump the clock of ${name} …`,
      takes: { ms },
      edit: (given) => withLine(scenario, [when, { bump: { node, ms: given.ms as number } }]),
    },
    {
      group: 'Clock',
      says: `Let the clock of ${name} drift …`,
      takes: { ppm },
      edit: (given) => add(scene, { drift: { node, ppm: given.ppm as number } }),
    },
    ...(drifting < 0 ? [] : [usual]),
  ]
}

/** A command of the protocol; plain data cannot be asked for in a menu and keeps its default. */
function ask({ film, node, name, up, when, scenario }: Scene, type: string, it: Command): Choice {
  const role = film.roles[node - 1]
  const wrong = it.role && it.role !== role ? `only ${it.role}s can be asked this` : undefined
  const fields = Object.entries(it.takes).filter(([, option]) => option.is !== 'data')
  return {
    group: 'Ask',
    says: `Ask ${name}: ${it.says}${fields.length > 0 ? ' …' : ''}`,
    why: wrong ?? (up ? undefined : `${name} is down`),
    takes: fields.length > 0 ? Object.fromEntries(fields) : undefined,
    edit: (given) => withLine(scenario, [when, { ask: { node, type, ...given } }]),
  }
}

function story({ scenario, at }: Scene): Choice {
  const follows = (scenario.script ?? []).some((line) => line[0] > at)
  return {
    group: 'Story',
    says: 'Clear what follows',
    why: follows ? undefined : 'nothing follows in the script',
    edit: () => clearAfter(scenario, at),
  }
}
