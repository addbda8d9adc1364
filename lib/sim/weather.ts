// The weather of a fuzz: what may happen to a protocol, and the random scenario of every seed.

import { roll } from './dice'
import type { AnyProtocol, Command, Json, Millis, NodeId, Option } from './protocol'
import {
  type Act,
  type AnyScenario,
  type Crystal,
  type Delays,
  type Fault,
  isFault,
  type Line,
  rolesOf,
  type Who,
} from './scenario'

type Word =
  | 'split'
  | 'alone'
  | 'oneWay'
  | 'crash'
  | 'wipe'
  | 'pause'
  | 'slow'
  | 'drop'
  | 'duplicate'
  | 'drift'
  | 'ask'
  | 'lose'
  | 'bump'
  | 'turn'

/** What can happen to a protocol in its fuzz. What is left out has a value in `fair`. */
export type Weather = {
  /** Least and most nodes, or a list of casts: the role of each node. */
  readonly nodes: readonly [number, number] | readonly (readonly string[])[]
  /** Everything that is done to the run has ended by then. */
  readonly trouble: Millis
  /** How long it then has until its endings must hold. */
  readonly calm: Millis
  readonly lines: readonly [number, number]
  /** How often each kind of line comes, as weights; without one it does not come. */
  readonly words: { readonly [W in Word]?: number }
  /**
   * What its promises keep on disk, for people: why no line wipes one. Left out where lines may.
   */
  readonly disk?: string
  /** How long a fault lasts. */
  readonly lasts: readonly [Millis, Millis]
  readonly delays: readonly Delays[]
  /** Facts that hold a node; named instead of a number in about half of all lines. */
  readonly who: readonly string[]
  /** Sets of options, one of which holds from the start; `turns` come later. */
  readonly options: readonly { readonly [option: string]: Json }[]
  readonly turns: readonly { readonly [option: string]: Json }[]
  /** The most that the chance of loss or duplication may be, for the whole run. */
  readonly unsteady: number
  readonly driftPpm: number
  readonly bump: Millis
}

/** Every fault and act but wipes and turns: most protocols may not lose their disk (`disk`). */
export const fair: Weather = {
  nodes: [3, 5],
  trouble: 2000,
  calm: 3000,
  lines: [4, 16],
  words: {
    split: 2,
    alone: 2,
    oneWay: 2,
    crash: 3,
    pause: 1,
    slow: 1,
    drop: 1,
    duplicate: 1,
    drift: 1,
    ask: 6,
    lose: 1,
    bump: 1,
  },
  lasts: [20, 800],
  delays: [[8, 12], [1, 40], { exponential: 15 }],
  who: [],
  options: [{}],
  turns: [{}],
  unsteady: 0.05,
  driftPpm: 20_000,
  bump: 5000,
}

/** Numbers drawn one after another from a seed. */
type Draw = {
  /** In [0, 1). */
  next(): number
  whole(least: number, most: number): number
  one<T>(list: readonly T[]): T
}
const drawing = (seed: number): Draw => {
  let i = 0
  const next = () => roll((seed >>> 0) / 4294967296, i++)
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return { next, whole, one: (list) => list[whole(0, list.length - 1)]! }
}

/** One of the words, by weight. */
function weighted(words: Weather['words'], draw: Draw): Word {
  const all = Object.entries(words) as [Word, number][]
  let left = draw.next() * all.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [word, weight] of all) {
    left -= weight
    if (left < 0) return word
  }
  return all[0]![0]
}

/** A value that an option or a field of a command may have. */
function anyValue(option: Option, draw: Draw): Json {
  switch (option.is) {
    case 'number':
      return draw.whole(option.from, option.to)
    case 'range': {
      const ends = [draw.whole(option.from, option.to), draw.whole(option.from, option.to)]
      return ends.sort((a, b) => a - b)
    }
    case 'switch':
      return draw.next() < 0.5
    case 'choice':
      return draw.one(option.of)
    case 'text':
      return draw.one([option.default, ...'abcdefgh'].map((t) => t.slice(0, option.longest)))
    default:
      return option.default
  }
}

type Cast = { readonly roles: readonly string[]; readonly weather: Weather; readonly draw: Draw }

const anyNode = ({ roles, draw }: Cast): NodeId => draw.whole(1, roles.length)
const anyone = (cast: Cast): Who =>
  cast.weather.who.length && cast.draw.next() < 0.5
    ? cast.draw.one(cast.weather.who)
    : anyNode(cast)
/** Two different nodes. */
const pair = (cast: Cast): readonly [from: NodeId, to: NodeId] => {
  const from = anyNode(cast)
  return [from, ((from - 1 + cast.draw.whole(1, cast.roles.length - 1)) % cast.roles.length) + 1]
}

/** A command that some node can be asked, with random fields. */
function askOf(protocol: AnyProtocol, cast: Cast): Act {
  const { draw, roles } = cast
  const commands = Object.entries(protocol.commands) as [string, Command][]
  const [type, { takes, role }] = draw.one(commands)
  const able = roles.flatMap((r, i) => (role === undefined || r === role ? [i + 1] : []))
  const who = anyone(cast)
  const node = typeof who === 'string' ? who : draw.one(able)
  const fields = Object.entries(takes).map(([name, option]) => [name, anyValue(option, draw)])
  return { ask: { node, type, ...Object.fromEntries(fields) } }
}

function whatOf(word: Word, protocol: AnyProtocol, cast: Cast): Fault | Act {
  const { draw, weather, roles } = cast
  const [from, to] = pair(cast)
  const ends = draw.next() < 0.5 ? { from, to } : draw.next() < 0.5 ? { to } : {}
  const ppm = draw.whole(-weather.driftPpm, weather.driftPpm)
  switch (word) {
    case 'split': {
      const side = roles.map(() => draw.next() < 0.5)
      const group = (on: boolean) => side.flatMap((s, i) => (s === on ? [i + 1] : []))
      return { cut: [group(true), group(false)].filter((g) => g.length > 0) }
    }
    case 'alone':
      return { cut: [[anyone(cast)]] }
    case 'oneWay':
      return { cut: { from, to } }
    case 'crash':
      return { crash: anyone(cast) }
    case 'wipe':
      return { crash: anyone(cast), wipe: true }
    case 'pause':
      return { pause: anyone(cast) }
    case 'slow':
      return { slow: { ...ends, delay: draw.one([50, 150, [20, 400]] as const) } }
    case 'drop':
      return { drop: { ...ends, chance: draw.one([0.1, 0.3, 0.6, 1]) } }
    case 'duplicate':
      return { duplicate: { ...ends, chance: draw.one([0.1, 0.5, 1]) } }
    case 'drift':
      return { drift: { node: anyNode(cast), ppm } }
    case 'lose':
      return { lose: { from, to, nth: draw.whole(1, 4) } }
    case 'bump':
      return { bump: { node: anyNode(cast), ms: draw.whole(-weather.bump, weather.bump) } }
    case 'turn':
      return { turn: draw.one(weather.turns) }
    case 'ask':
      return askOf(protocol, cast)
  }
}

/** Whose bar it is, where two such bars may not overlap. */
const barOf = (line: Line): string | undefined => {
  const [word, what] = Object.entries(line[1])[0]!
  return word === 'crash' || word === 'pause'
    ? `${word} ${what}`
    : word === 'drift'
      ? `drift ${what.node}`
      : undefined
}

function scriptOf(protocol: AnyProtocol, cast: Cast): Line[] {
  const { draw, weather } = cast
  const lines: Line[] = []
  const [least, most] = weather.lasts
  const silent = Object.keys(protocol.commands).length === 0
  const words = silent ? { ...weather.words, ask: 0 } : weather.words
  for (let left = draw.whole(...weather.lines); left > 0; left--) {
    const what = whatOf(weighted(words, draw), protocol, cast)
    const from = draw.whole(0, weather.trouble - 1)
    const to = Math.min(weather.trouble, from + draw.whole(least, most))
    const line: Line = isFault([from, what as Fault])
      ? [from, what as Fault, to]
      : [from, what as Act]
    const bar = barOf(line)
    const over = bar && lines.some((o) => barOf(o) === bar && o[0] < to && from < o[2]!)
    if (!over) lines.push(line)
  }
  return lines.sort((a, b) => a[0] - b[0])
}

const isRange = (sizes: Weather['nodes']): sizes is readonly [number, number] =>
  typeof sizes[0] === 'number'

/** The random scenario of this seed: always the same, and always valid. */
export function fuzzed(protocol: AnyProtocol, weather: Weather, seed: number): AnyScenario {
  const draw = drawing(seed)
  const { nodes: sizes, trouble, calm, unsteady } = weather
  const nodes = isRange(sizes) ? draw.whole(...sizes) : draw.one(sizes)
  const roles = rolesOf(protocol, { nodes })
  const clock = (): Crystal => ({ offset: draw.whole(-50, 50), driftPpm: draw.whole(-200, 200) })
  const sometimes = <T>(value: T) => (draw.next() < 0.25 ? value : undefined)
  const scenario = {
    protocol: protocol.name,
    options: draw.one(weather.options),
    nodes,
    seed,
    delay: draw.one(weather.delays),
    clocks: sometimes(roles.map(clock)),
    loss: sometimes(draw.next() * unsteady),
    duplicate: sometimes(draw.next() * unsteady),
    fifo: sometimes(true),
    script: scriptOf(protocol, { roles, weather, draw }),
    until: trouble + calm,
    poster: 0,
  }
  const given = Object.entries(scenario).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as unknown as AnyScenario
}
