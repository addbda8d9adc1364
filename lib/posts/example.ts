// A first scenario of any protocol, and a scenario as the text of its data file.

import { shoot } from '@/lib/sim/film'
import { run } from '@/lib/sim/lean'
import type { AnyProtocol, Json } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { transcript } from '@/lib/sim/transcript'

const until = 1000

/** Who takes part where three of the first role and two of each other would make no sense. */
const casts: { readonly [protocol: string]: AnyScenario['nodes'] } = {
  // Three loyal ones stand one traitor (Lamport 1982), and no more.
  byzantine: ['general', 'general', 'general', 'traitor'],
  'clock-sync': ['clock', 'clock', 'clock', 'server'],
  lease: ['holder', 'holder', 'lock', 'store'],
  'two-generals': 2,
  'two-phase-commit': ['coordinator', 'participant', 'participant', 'participant'],
}

/**
 * Three of the first role and two of each other, unless there is one: small enough to be seen,
 * enough to disagree.
 */
const nodesOf = ({ name, roles = [], single = [] }: AnyProtocol): AnyScenario['nodes'] => {
  const countOf = (role: string, i: number) => (single.includes(role) ? 1 : i ? 2 : 3)
  const cast = () =>
    roles.flatMap((role, i) => Array.from({ length: countOf(role, i) }, () => role))
  return casts[name] ?? (roles.length < 2 ? 5 : cast())
}

type Takes = { readonly role?: string }

/** So much is told of it that no line is needed to make something happen. */
const enough = 8

const toldIn = (protocol: AnyProtocol, scenario: AnyScenario) =>
  transcript(shoot(protocol, scenario)).length

/** A command, asked of somebody who may be asked, at a time when there is somebody. */
const asking = (
  type: string,
  { role }: Takes,
  { nodes }: AnyScenario,
  leads: boolean,
  leader: number,
): Line => {
  const roleOf = (node: number) => (typeof nodes === 'number' ? undefined : nodes[node - 1])
  if (leads && (!role || roleOf(leader) === role)) return [600, { ask: { node: 'leader', type } }]
  const first = role && typeof nodes !== 'number' ? nodes.indexOf(role) + 1 : 1
  return [leads ? 600 : 50, { ask: { node: Math.max(1, first), type } }]
}

/** The command that most is told of, asked once; none where enough happens by itself. */
const asked = (protocol: AnyProtocol, quiet: AnyScenario): Line[] => {
  const commands = Object.entries(protocol.commands as { [name: string]: Takes })
  const before = toldIn(protocol, quiet)
  if (commands.length === 0 || before > enough) return []
  const { facts } = run(protocol, quiet, { promises: false })
  const leader = Number(facts.leader)
  const lines = commands.map(([type, takes]) =>
    asking(type, takes, quiet, typeof facts.leader === 'number' && leader > 0, leader),
  )
  const told = lines.map((line) => toldIn(protocol, { ...quiet, script: [line] }))
  return [lines[told.indexOf(Math.max(...told))]!]
}

/** A scenario to begin with: it is valid, and something happens in it. */
export const exampleOf = (protocol: AnyProtocol): AnyScenario => {
  const { name } = protocol
  const quiet = { protocol: name, nodes: nodesOf(protocol), seed: 1, delay: [14, 26] as const }
  const times = { until, poster: 0 }
  const script = asked(protocol, { ...quiet, ...times })
  const told = toldIn(protocol, { ...quiet, script, ...times })
  // Where all is well and nobody speaks of it, one node is away for a while.
  const lines: Line[] = told > 1 ? script : [...script, [300, { crash: 2 }, 600]]
  const [first = 50] = lines[0] ?? []
  return { ...quiet, script: lines, until, poster: first + 100 }
}

/** How wide a line of code may be. */
const width = 100

const quoted = (text: string) =>
  /'/.test(text) && !/"/.test(text)
    ? JSON.stringify(text)
    : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
const keyed = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key))
const bracketed = ([open, close]: string, parts: readonly string[]) =>
  parts.length === 0
    ? open! + close!
    : open === '{'
      ? `{ ${parts.join(', ')} }`
      : `[${parts.join(', ')}]`

/** A value on one line. */
const flat = (value: Json): string => {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return bracketed('[]', value.map(flat))
  if (typeof value !== 'object' || value === null) return String(value)
  return bracketed(
    '{}',
    Object.entries(value).map(([key, it]) => `${keyed(key)}: ${flat(it)}`),
  )
}

/** A value that may go on over lines; `room` is what is left of its first line. */
const block = (value: Json, indent: string, room: number): string => {
  const line = flat(value)
  if (line.length <= room || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  const rest = width - inner.length - 1
  const parts = Array.isArray(value)
    ? value.map((it) => inner + block(it, inner, rest))
    : Object.entries(value).map(([key, it]) => {
        const name = `${keyed(key)}: `
        return inner + name + block(it, inner, rest - name.length)
      })
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.join(',\n')},\n${indent}${close}`
}

/** A value as code, written as the house's own formatter would write it behind `indent`. */
export const codeOf = (value: Json, indent = '', room = width): string => block(value, indent, room)

/** The text of a data file, written as the house's own formatter would write it. */
export const dataText = (scenario: AnyScenario, says: string): string => {
  const fields = Object.entries(scenario).map(([key, value]) => {
    const name = `  ${keyed(key)}: `
    return `${name}${block(value as Json, '  ', width - name.length - 1)},\n`
  })
  return `// ${says}

import type { Scenario } from '@/lib/protocols'

export default {
${fields.join('')}} satisfies Scenario
`
}
