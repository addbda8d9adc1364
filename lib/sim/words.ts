// A run in words: what each line of a script does, and what an event says.

import { type Film, messageAt } from './footage'
import { glyphOf } from './moment'
import type { AnyProtocol, Json, Millis, NodeId, Option } from './protocol'
import {
  type Act,
  type Delay,
  type Fault,
  isFault,
  type Line,
  named,
  type Weathering,
  type Who,
} from './scenario'
import type { Event } from './world'

const round = (value: number, places: number) => Number(value.toFixed(places))

/** A moment as people read it: "640 ms", "1.25 s", "2 h 5 min". */
export function momentWords(ms: Millis): string {
  if (ms < 10_000) return `${round(ms, ms < 100 && ms % 1 !== 0 ? 1 : 0)} ms`
  if (ms < 600_000) return `${round(ms / 1000, 2)} s`
  if (ms < 7_200_000) return `${round(ms / 60_000, 1)} min`
  const minutes = round(ms / 60_000, 0)
  const rest = minutes % 60
  return `${(minutes - rest) / 60} h${rest ? ` ${rest} min` : ''}`
}

const who = (one: Who, names: readonly string[]) =>
  typeof one === 'number' ? (names[one - 1] ?? `n${one}`) : `the ${one}`
/** More than anybody reads to the end are the first and how many others. */
const list = (all: readonly string[]) =>
  all.length > 6
    ? `${all[0]} and ${all.length - 1} others`
    : all.length < 2
      ? all.join('')
      : `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`
const ends = ({ from, to }: { from?: Who; to?: Who }, names: readonly string[]) =>
  (from ? ` from ${who(from, names)}` : '') + (to ? ` to ${who(to, names)}` : '')

function delayWords(delay: Delay): string {
  if (typeof delay === 'number') return momentWords(delay)
  if ('exponential' in delay) return `${delay.exponential} ms on average`
  if ('pareto' in delay) return `at least ${delay.pareto[0]} ms`
  if ('mix' in delay) return delay.mix.map(([, part]) => delayWords(part)).join(' or ')
  return `${delay[0]}–${delay[1]} ms`
}

/** What a fault does when it begins, and what its end is called. `found`: whom a fact had named. */
function faultWords(
  fault: Fault,
  names: readonly string[],
  found?: NodeId,
): readonly [begin: string, end: string] {
  const name = (one: Who) => who(found || one, names)
  if ('crash' in fault)
    return [
      `${name(fault.crash)} crashes${fault.wipe ? ' and loses its disk' : ''}`,
      `${name(fault.crash)} wakes`,
    ]
  if ('pause' in fault) return [`${name(fault.pause)} is paused`, `${name(fault.pause)} resumes`]
  if ('cut' in fault) return cutWords(fault.cut, names)
  if ('drift' in fault) {
    const { node, ppm } = fault.drift
    return [
      `the crystal of ${name(node)} runs ${Math.abs(ppm)} ppm ${ppm < 0 ? 'slow' : 'fast'}`,
      `the crystal of ${name(node)} runs as before`,
    ]
  }
  const [[word, it]] = Object.entries(fault) as [[string, Weathering]]
  const all = `messages${ends(it, names)}`
  if (word === 'slow')
    return [`${all} take ${delayWords(it.delay)}`, `${all} take their usual time`]
  const fate = word === 'drop' ? 'lost' : 'doubled'
  return [`${round(it.chance * 100, 1)} % of ${all} are ${fate}`, `${all} are no longer ${fate}`]
}

function cutWords(
  cut: Extract<Fault, { cut: unknown }>['cut'],
  names: readonly string[],
): readonly [begin: string, end: string] {
  if ('from' in cut) {
    const link = ends(cut, names)
    return [`nothing passes${link}`, `the link${link} heals`]
  }
  const all = cut as readonly (readonly Who[])[]
  const groups = all.map((group) => list(group.map((one) => who(one, names))))
  const [first, ...others] = groups
  const off = others.map((one) => ` from ${one}`).join(' and')
  return [
    `${first} ${all[0]!.length > 1 ? 'are' : 'is'} cut off${off}`,
    `the cut ${off ? 'of' : 'around'} ${groups.join(' from ')} heals`,
  ]
}

function actWords(act: Act, names: readonly string[], protocol?: AnyProtocol): string {
  if ('ask' in act) {
    const { node, type, ...fields } = act.ask
    const { says = type, takes = {} } = protocol?.commands[type] ?? {}
    const given = Object.entries(fields)
      .flatMap(([name, value]) => fieldWords(value, names, takes[name]) || [])
      .join(', ')
    return `${who(node, names)} is asked: ${says}${given ? ` (${given})` : ''}`
  }
  if ('lose' in act) {
    const { type = 'message', nth = 1 } = act.lose
    const what = nth === 1 ? `the next ${type}` : `number ${nth} of the next ${type}s`
    return `${what}${ends(act.lose, names)} will be lost`
  }
  if ('bump' in act) {
    const { node, ms } = act.bump
    const size = momentWords(Math.abs(ms))
    return `the clock of ${who(node, names)} jumps ${ms < 0 ? 'back' : 'ahead'} by ${size}`
  }
  const turned = Object.entries(act.turn).map(([name, value]) => {
    const says = protocol?.options[name]?.says ?? name
    return `${says}: ${valueWords(value)}`
  })
  return `now ${list(turned)}`
}

/** A node by its name, a switch by what it says; nothing of what is left empty. */
const fieldWords = (value: Json, names: readonly string[], option: Taken = {}) =>
  option.node
    ? value && `${option.says} ${who(value as number, names)}`
    : option.is === 'switch'
      ? value && option.says
      : valueWords(value)
type Taken = Partial<Pick<Option, 'is' | 'says'>> & { readonly node?: true | string }

const valueWords = (value: Json): string =>
  value === true
    ? 'on'
    : value === false
      ? 'off'
      : Array.isArray(value)
        ? value.join('–')
        : `${value}`

/** What a line does when it takes effect: "n4 crashes". */
export const lineWords = (line: Line, names: readonly string[], protocol?: AnyProtocol): string =>
  isFault(line) ? faultWords(line[1] as Fault, names)[0] : actWords(line[1] as Act, names, protocol)

/** What its end is called: "n4 wakes"; by then a fact may name another than it had `found`. */
export const endWords = (line: Line, names: readonly string[], found?: NodeId): string =>
  faultWords(line[1] as Fault, names, found)[1]

/** The death of a message: "lost between n2 and n1: vote". */
export function deathWords(film: Film, id: number): string {
  const message = messageAt(film, id)
  const from = film.names[message.from - 1]
  const to = film.names[message.to - 1]
  const { word } = glyphOf(film, message)
  if (message.fate === 'lost') return `lost between ${from} and ${to}: ${word}`
  if (message.fate === 'cut') return `stopped by the cut between ${from} and ${to}: ${word}`
  return `unheard by ${to}, which is down: ${word} from ${from}`
}

/** The sentences of an event: what its rule said, or what its line did. */
export function eventWords(
  film: Film,
  event: Omit<Event, 'says'>,
  said: readonly string[],
): readonly string[] {
  const spoken = said.map((sentence) => named(sentence, film.names))
  const line = film.scenario.script?.[event.line]
  if (event.kind === 'death') {
    const routine = glyphOf(film, messageAt(film, event.message)).routine
    return routine ? [] : [deathWords(film, event.message)]
  }
  if (!line) return spoken
  const why = film.reel.skippedLines.get(event.line)
  const words = lineWords(line, film.names, film.protocol)
  if (event.kind === 'line') return [why ? `nothing happens (${words}): ${why}` : words]
  return [event.kind === 'ask' ? words : endWords(line, film.names, event.node), ...spoken]
}
