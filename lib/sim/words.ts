// A run in words: what each line of a script does, and what an event says.

import { type Film, messageAt } from './footage'
import { glyphOf } from './moment'
import type { AnyProtocol, Json, Millis } from './protocol'
import { type Act, type Delay, type Fault, isFault, type Line, named, type Who } from './scenario'
import type { Event } from './world'

export { named }

/** A moment as people read it: "640 ms", "1.25 s", "2 h 5 min". */
export function momentWords(ms: Millis): string {
  const round = (value: number, places: number) => Number(value.toFixed(places))
  if (ms < 10_000) return `${round(ms, ms < 100 && ms % 1 !== 0 ? 1 : 0)} ms`
  if (ms < 600_000) return `${round(ms / 1000, 2)} s`
  if (ms < 7_200_000) return `${round(ms / 60_000, 1)} min`
  const minutes = round(ms / 60_000, 0)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

const who = (one: Who, names: readonly string[]) =>
  typeof one === 'number' ? (names[one - 1] ?? `n${one}`) : `the ${one}`
const list = (all: readonly string[]) =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`
const ends = ({ from, to }: { from?: Who; to?: Who }, names: readonly string[]) =>
  [
    from === undefined ? '' : ` from ${who(from, names)}`,
    to === undefined ? '' : ` to ${who(to, names)}`,
  ].join('')

function delayWords(delay: Delay): string {
  if (typeof delay === 'number') return `${delay} ms`
  if ('exponential' in delay) return `${delay.exponential} ms on average`
  if ('pareto' in delay) return `at least ${delay.pareto[0]} ms`
  if ('mix' in delay) return delay.mix.map(([, part]) => delayWords(part)).join(' or ')
  return `${delay[0]}–${delay[1]} ms`
}

/** What a fault does when it begins, and what its end is called. */
function faultWords(fault: Fault, names: readonly string[]): readonly [begin: string, end: string] {
  const name = (one: Who) => who(one, names)
  if ('crash' in fault)
    return [
      `${name(fault.crash)} crashes${fault.wipe ? ' and loses its disk' : ''}`,
      `${name(fault.crash)} wakes`,
    ]
  if ('pause' in fault) return [`${name(fault.pause)} is paused`, `${name(fault.pause)} resumes`]
  if ('cut' in fault) return cutWords(fault.cut, names)
  if ('slow' in fault) {
    const where = ends(fault.slow, names)
    const time = delayWords(fault.slow.delay)
    return [`messages${where} take ${time}`, `messages${where} take their usual time`]
  }
  if ('drop' in fault) {
    const where = ends(fault.drop, names)
    const share = Math.floor(fault.drop.chance * 1000 + 0.5) / 10
    return [`${share} % of messages${where} are lost`, `messages${where} arrive again`]
  }
  if ('duplicate' in fault) {
    const where = ends(fault.duplicate, names)
    return [`messages${where} are doubled`, `messages${where} come once again`]
  }
  const { node, ppm } = fault.drift
  return [
    `the crystal of ${name(node)} runs ${Math.abs(ppm)} ppm ${ppm < 0 ? 'slow' : 'fast'}`,
    `the crystal of ${name(node)} runs as before`,
  ]
}

function cutWords(
  cut: Extract<Fault, { cut: unknown }>['cut'],
  names: readonly string[],
): readonly [begin: string, end: string] {
  if ('from' in cut) {
    const link = `from ${who(cut.from, names)} to ${who(cut.to, names)}`
    return [`nothing passes ${link}`, `the link ${link} heals`]
  }
  const groups = (cut as readonly (readonly Who[])[]).map((group) =>
    list(group.map((one) => who(one, names))),
  )
  const are = (cut as readonly (readonly Who[])[])[0]!.length > 1 ? 'are' : 'is'
  if (groups.length === 1)
    return [`${groups[0]} ${are} cut off`, `the cut around ${groups[0]} heals`]
  const between = groups.join(' from ')
  return [
    `${groups[0]} ${are} cut off from ${groups.slice(1).join(' and from ')}`,
    `the cut of ${between} heals`,
  ]
}

function actWords(act: Act, names: readonly string[], protocol?: AnyProtocol): string {
  if ('ask' in act) {
    const { node, type, ...fields } = act.ask
    const says = protocol?.commands[type]?.says ?? type
    const given = Object.values(fields).map(valueWords).join(', ')
    return `${who(node, names)} is asked: ${says}${given ? ` (${given})` : ''}`
  }
  if ('lose' in act) {
    const { from, to, type, nth = 1 } = act.lose
    const what = nth === 1 ? 'the next' : `number ${nth} of the next`
    const kind = nth === 1 ? `${type ?? 'message'}` : `${type ?? 'message'}s`
    return `${what} ${kind} from ${who(from, names)} to ${who(to, names)} will be lost`
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

const valueWords = (value: Json): string =>
  value === true
    ? 'on'
    : value === false
      ? 'off'
      : Array.isArray(value)
        ? value.join('–')
        : String(value)

/** What a line does when it takes effect: "n4 crashes". */
export const lineWords = (line: Line, names: readonly string[], protocol?: AnyProtocol): string =>
  isFault(line) ? faultWords(line[1] as Fault, names)[0] : actWords(line[1] as Act, names, protocol)

/** What its end is called: "n4 wakes". */
export const endWords = (line: Line, names: readonly string[]): string =>
  faultWords(line[1] as Fault, names)[1]

/** The death of a message: "lost between n2 and n1: vote". */
export function deathWords(film: Film, id: number): string {
  const message = messageAt(film, id)
  const [from, to] = [film.names[message.from - 1], film.names[message.to - 1]]
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
  if (event.kind === 'line') return why ? [`nothing happens (${words}): ${why}`] : [words]
  if (event.kind === 'ask') return [words, ...spoken]
  return [endWords(line, film.names), ...spoken]
}
