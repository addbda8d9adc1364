// Is this a scenario? Everything is looked at, since a link is hostile input; it stops at the
// first fault and answers with its place and one sentence.

import { type Limits, pageLimits } from './limits'
import type { AnyProtocol, PictureName } from './protocol'
import { type AnyScenario, countOf, type Line, rolesOf } from './scenario'
import { delayFault, linksFault } from './valid-network'
import { optionsFault } from './valid-options'
import { lineFault, overlapFault } from './valid-script'
import {
  fault,
  isTable,
  type Path,
  quote,
  type ScenarioFault,
  strangerFault,
  whole,
} from './valid-words'

export { optionsFault, valueFault } from './valid-options'
export type { ScenarioFault } from './valid-words'

const names = 'protocol options nodes names clocks seed because delay loss duplicate fifo links'
const more = 'script until poster title pictures levers against'
/** Every field that a scenario may have. */
const fields: readonly string[] = `${names} ${more}`.split(' ')
/** The pictures that draw a film. */
const drawn: readonly PictureName[] = [
  ...(['cluster', 'quorums', 'lanes', 'clocks', 'history', 'log', 'chart'] as const),
  ...(['points', 'bars', 'tree'] as const),
]

/**
 * The first thing wrong with a scenario, or undefined. Takes anything at all, and never throws.
 * `protocol` is the one that the scenario names.
 */
export function scenarioFault(
  protocol: AnyProtocol,
  scenario: unknown,
  limits: Limits = pageLimits,
): ScenarioFault | undefined {
  if (!isTable(scenario)) return fault([], 'expected a scenario')
  for (const [key, value] of Object.entries(scenario))
    if (value === null) return fault([key], 'expected a value, got null')
    else if (!fields.includes(key))
      return {
        path: [key],
        says: `there is no ${quote(key)} in a scenario`,
        stranger: { name: key, known: fields },
      }
  const it = scenario as unknown as AnyScenario
  return (
    sizesFault(protocol, it, limits) ??
    optionsFault(protocol.options, it.options ?? {}, ['options']) ??
    textsFault(it) ??
    clocksFault(it) ??
    delayFault(it.delay, Object.keys(protocol.on)) ??
    chancesFault(it) ??
    picturesFault(it) ??
    linksFault(it.links, countOf(it)) ??
    scriptFault(protocol, it, it.script ?? [], ['script'], limits) ??
    leversFault(protocol, it, limits) ??
    againstFault(protocol, it, limits)
  )
}

function sizesFault(protocol: AnyProtocol, it: AnyScenario, limits: Limits) {
  const roles = protocol.roles ?? ['node']
  if (Array.isArray(it.nodes)) {
    for (const [i, role] of (it.nodes as readonly string[]).entries())
      if (!roles.includes(role)) return strangerFault(['nodes', i], 'role', role, roles)
  } else if (!whole(it.nodes, 1, limits.nodes))
    return fault(['nodes'], `expected 1 to ${limits.nodes} nodes, got ${quote(it.nodes)}`)
  const count = countOf(it)
  if (count < 1 || count > limits.nodes)
    return fault(['nodes'], `expected 1 to ${limits.nodes} nodes, got ${count}`)
  const cast = rolesOf(protocol, it)
  const second = cast.findIndex(
    (role, i) => protocol.single?.includes(role) && cast.indexOf(role) < i,
  )
  if (second >= 0) return fault(['nodes', second], `expected one ${cast[second]}, got another`)
  if (!whole(it.seed, 0, 4294967295))
    return fault(['seed'], `expected a whole number below 2^32, got ${quote(it.seed)}`)
  if (typeof it.until !== 'number' || !(it.until > 0 && it.until <= limits.until))
    return fault(['until'], `expected 0 to ${limits.until} ms, got ${quote(it.until)}`)
  if (typeof it.poster !== 'number' || !(it.poster >= 0 && it.poster <= it.until))
    return fault(['poster'], `expected a moment of the run, 0 to ${it.until} ms`)
  return undefined
}

function textsFault({ names, title, nodes, because, until, poster }: AnyScenario) {
  const text = (value: unknown, longest: number) =>
    typeof value === 'string' && value.length > 0 && value.length <= longest
  if (title !== undefined && !text(title, 120)) return fault(['title'], 'expected a short text')
  if (names !== undefined) {
    const count = countOf({ nodes })
    if (!Array.isArray(names) || names.length !== count)
      return fault(['names'], `expected ${count} names`)
    const bad = names.findIndex((name) => !text(name, 24))
    if (bad >= 0) return fault(['names', bad], 'expected a name of 1 to 24 characters')
  }
  if (because === undefined) return undefined
  if (!isTable(because) || !isTable(because.that))
    return fault(['because'], 'expected { at, that: { fact: value } }')
  const { at = poster, says } = because
  if (typeof at !== 'number' || !(at >= 0 && at <= until))
    return fault(['because', 'at'], 'expected a moment of the run')
  if (says === undefined) return undefined
  if (!text(says, 100)) return fault(['because', 'says'], 'expected a short text')
  return at === poster
    ? undefined
    : fault(['because', 'at'], 'leave it out: it is told of the still')
}

function clocksFault({ clocks, nodes }: AnyScenario) {
  if (clocks === undefined) return undefined
  if (!Array.isArray(clocks) || clocks.length > countOf({ nodes }))
    return fault(['clocks'], 'expected at most one crystal for each node')
  for (const [i, clock] of clocks.entries()) {
    if (!isTable(clock)) return fault(['clocks', i], 'expected { offset, driftPpm }')
    for (const [key, value] of Object.entries(clock)) {
      const most = key === 'offset' ? 1e12 : key === 'driftPpm' ? 500_000 : undefined
      if (most === undefined) return fault(['clocks', i, key], 'expected offset or driftPpm')
      if (typeof value !== 'number' || !(Math.abs(value) <= most))
        return fault(['clocks', i, key], `expected at most ${most} either way`)
    }
  }
  return undefined
}

function chancesFault(it: AnyScenario) {
  for (const key of ['loss', 'duplicate'] as const) {
    const value: unknown = it[key]
    if (value !== undefined && !(typeof value === 'number' && value >= 0 && value <= 1))
      return fault([key], `expected a chance from 0 to 1, got ${quote(value)}`)
  }
  if (it.fifo !== undefined && typeof it.fifo !== 'boolean')
    return fault(['fifo'], 'expected true or false')
  return undefined
}

function picturesFault({ pictures }: AnyScenario) {
  if (pictures === undefined) return undefined
  if (!Array.isArray(pictures) || pictures.length < 1 || pictures.length > 4)
    return fault(['pictures'], 'expected one to four pictures')
  const bad = pictures.findIndex((name) => !drawn.includes(name))
  if (bad < 0) return undefined
  return strangerFault(['pictures', bad], 'picture', pictures[bad], drawn)
}

function scriptFault(
  protocol: AnyProtocol,
  it: AnyScenario,
  script: readonly Line[],
  path: Path,
  limits: Limits,
) {
  if (!Array.isArray(script)) return fault(path, 'expected a list of lines')
  if (script.length > limits.lines)
    return fault(path, `expected at most ${limits.lines} lines, got ${script.length}`)
  for (const [i, line] of script.entries()) {
    const found = lineFault(protocol, it, line, [...path, i])
    if (found) return found
  }
  return overlapFault(it, script, path)
}

function leversFault(protocol: AnyProtocol, it: AnyScenario, limits: Limits) {
  const { levers } = it
  if (levers === undefined) return undefined
  if (!Array.isArray(levers) || levers.length > 8)
    return fault(['levers'], 'expected at most eight levers')
  for (const [i, lever] of levers.entries()) {
    const path = ['levers', i]
    if (!isTable(lever) || typeof lever.label !== 'string' || lever.label.length > 60)
      return fault(path, 'expected { label, lines, options }')
    const found =
      optionsFault(protocol.options, lever.options ?? {}, [...path, 'options']) ??
      scriptFault(protocol, it, (lever.lines ?? []) as Line[], [...path, 'lines'], limits)
    if (found) return found
  }
  return undefined
}

function againstFault(protocol: AnyProtocol, it: AnyScenario, limits: Limits) {
  const { against } = it
  if (against === undefined) return undefined
  if (!isTable(against) || typeof against.label !== 'string' || against.label.length > 80)
    return fault(['against'], 'expected { label, options, script, nodes }')
  const { beside } = against
  if (beside !== undefined && !(typeof beside === 'string' && beside.length <= 80))
    return fault(['against', 'beside'], 'expected a short text')
  const { nodes = it.nodes, script = [], options = {} } = against
  return (
    sizesFault(protocol, { ...it, nodes }, limits) ??
    optionsFault(protocol.options, options, ['against', 'options']) ??
    scriptFault(protocol, { ...it, nodes }, script, ['against', 'script'], limits)
  )
}
