// Can these lines make sense?

import type { AnyProtocol } from './protocol'
import { type AnyScenario, acts, countOf, faults, type Line } from './scenario'
import { oneDelayFault } from './valid-network'
import { optionsFault } from './valid-options'
import {
  between,
  isTable,
  type Path,
  quote,
  type ScenarioFault,
  strangerFault,
  whole,
} from './valid-words'

type Table = { readonly [key: string]: unknown }
type In = { readonly protocol: AnyProtocol; readonly it: AnyScenario; readonly path: Path }

/** One line: its shape, its moments, whom it names, and what it says of them. */
export function lineFault(
  protocol: AnyProtocol,
  it: AnyScenario,
  line: unknown,
  path: Path,
): ScenarioFault | undefined {
  const fault = (says: string, ...at: (string | number)[]) => ({ path: [...path, ...at], says })
  if (!Array.isArray(line) || line.length < 2 || line.length > 3 || !isTable(line[1]))
    return fault('expected [at, act] or [from, fault, to]')
  const [from, what, to] = line as [unknown, Table, unknown]
  const word = Object.keys(what)[0] ?? ''
  const lasts = (faults as readonly string[]).includes(word)
  if (!lasts && !(acts as readonly string[]).includes(word)) {
    const known = [...faults, ...acts].join(', ')
    return fault(`there is no ${quote(word)}; faults and acts: ${known}`, 1)
  }
  const more = Object.keys(what).find((key, i) => i > 0 && !(word === 'crash' && key === 'wipe'))
  if (more) return fault(`expected ${word} alone, got ${quote(more)} too`, 1, more)
  if (!between(from, 0, it.until))
    return fault(`expected a time within the run of ${it.until} ms`, 0)
  if (line.length === 3 && !lasts) return fault(`${word} has a moment and no end`, 2)
  if (line.length === 3 && !(between(to, from, it.until) && to > from))
    return fault(`expected an end after ${from} and within the run of ${it.until} ms`, 2)
  return checks[word]!(what[word], { protocol, it, path: [...path, 1, word] }, what)
}

/** A number of the scenario, or the name of a fact. */
const whoFault = (who: unknown, { it, path }: In, ...at: (string | number)[]) =>
  whole(who, 1, countOf(it)) || (typeof who === 'string' && /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(who))
    ? undefined
    : {
        path: [...path, ...at],
        says: `there is no node ${quote(who)}; expected 1 to ${countOf(it)}, or a fact's name`,
      }

/** A table with these keys and no others. */
function tableFault(what: unknown, { path }: In, keys: readonly string[]) {
  if (!isTable(what)) return { path, says: `expected { ${keys.join(', ')} }` }
  const odd = Object.keys(what).find((key) => !keys.includes(key))
  return odd ? { path: [...path, odd], says: `expected ${keys.join(', ')}` } : undefined
}

const chanceFault = (what: Table, { path }: In) =>
  between(what.chance, 0, 1)
    ? undefined
    : { path: [...path, 'chance'], says: 'expected a chance from 0 to 1' }

/** `from` and `to`, where they are given, or both where they must be; they are two nodes. */
function endsFault(what: Table, where: In, both = false) {
  for (const key of ['from', 'to']) {
    if (what[key] === undefined && !both) continue
    const found = whoFault(what[key], where, key)
    if (found) return found
  }
  if (what.from === undefined || what.from !== what.to) return undefined
  return { path: [...where.path, 'to'], says: 'expected another node than the one it is from' }
}

function cutFault(cut: unknown, where: In): ScenarioFault | undefined {
  if (!Array.isArray(cut)) {
    const shape = tableFault(cut, where, ['from', 'to'])
    return shape ?? endsFault(cut as Table, where, true)
  }
  if (cut.length < 1 || cut.length > 200 || !cut.every((g) => Array.isArray(g) && g.length > 0))
    return { path: where.path, says: 'expected groups of nodes: [[1, 2], [3, 4, 5]]' }
  const seen = new Set<unknown>()
  for (const [i, group] of cut.entries())
    for (const [j, who] of (group as unknown[]).entries()) {
      const found = whoFault(who, where, i, j)
      if (found) return found
      if (seen.has(who)) return { path: [...where.path, i, j], says: `${quote(who)} stands twice` }
      seen.add(who)
    }
  return undefined
}

function askFault(ask: unknown, where: In): ScenarioFault | undefined {
  const { protocol, path } = where
  if (!isTable(ask)) return { path, says: 'expected { node, type }' }
  const { node, type, ...fields } = ask
  if (typeof type !== 'string' || !Object.hasOwn(protocol.commands, type))
    return strangerFault([...path, 'type'], 'command', type, Object.keys(protocol.commands))
  const { takes, role } = protocol.commands[type]!
  return (
    whoFault(node, where, 'node') ??
    roleFault(node, role, where) ??
    optionsFault(takes, fields, path)
  )
}

/** Whom a fact will hold is not known yet; a numbered node has its role from the beginning. */
function roleFault(node: unknown, role: string | undefined, { protocol, it, path }: In) {
  if (role === undefined || typeof node !== 'number') return undefined
  const own = typeof it.nodes === 'number' ? protocol.roles?.[0] : it.nodes[node - 1]
  if (own === role) return undefined
  return { path: [...path, 'node'], says: `only ${role}s can be asked that, not n${node}` }
}

function loseFault(lose: unknown, where: In): ScenarioFault | undefined {
  const { protocol, path } = where
  const shape = tableFault(lose, where, ['from', 'to', 'type', 'nth'])
  if (shape) return shape
  const { type, nth } = lose as Table
  if (type !== undefined && !(typeof type === 'string' && Object.hasOwn(protocol.on, type)))
    return strangerFault([...path, 'type'], 'message', type, Object.keys(protocol.on))
  if (nth !== undefined && !whole(nth, 1, 1_000_000))
    return { path: [...path, 'nth'], says: 'expected a whole number from 1' }
  return endsFault(lose as Table, where, true)
}

function amountFault(what: unknown, where: In, key: string, most: number) {
  const shape = tableFault(what, where, ['node', key])
  if (shape) return shape
  const it = what as Table
  if (!between(it[key], -most, most))
    return { path: [...where.path, key], says: `expected at most ${most} either way` }
  return whoFault(it.node, where, 'node')
}

type LineCheck = (what: unknown, where: In, whole: Table) => ScenarioFault | undefined
const checks: { readonly [word: string]: LineCheck } = {
  cut: cutFault,
  crash: (who, where, { wipe }) =>
    wipe !== undefined && typeof wipe !== 'boolean'
      ? { path: [...where.path.slice(0, -1), 'wipe'], says: 'expected true or false' }
      : whoFault(who, where),
  pause: (who, where) => whoFault(who, where),
  slow: (what, where) =>
    tableFault(what, where, ['from', 'to', 'delay']) ??
    endsFault(what as Table, where) ??
    oneDelayFault((what as Table).delay, [...where.path, 'delay']),
  drop: (what, where) =>
    tableFault(what, where, ['from', 'to', 'chance']) ??
    endsFault(what as Table, where) ??
    chanceFault(what as Table, where),
  duplicate: (what, where) => checks.drop!(what, where, {}),
  drift: (what, where) => amountFault(what, where, 'ppm', 500_000),
  bump: (what, where) => amountFault(what, where, 'ms', 1e12),
  ask: askFault,
  lose: loseFault,
  turn: (what, { protocol, path }) =>
    optionsFault(protocol.options, what, path) ??
    (Object.keys(what as Table).length > 0
      ? undefined
      : { path, says: 'expected an option to turn' }),
}

/** Two bars of one fault on one numbered node must not overlap. */
export function overlapFault(
  it: AnyScenario,
  script: readonly Line[],
  path: Path,
): ScenarioFault | undefined {
  const bars: { key: string; from: number; to: number }[] = []
  for (const [i, line] of script.entries()) {
    const [[word, what]] = Object.entries(line[1]) as [[string, unknown]]
    const node = word === 'drift' ? (what as { node: unknown }).node : what
    if (!['crash', 'pause', 'drift'].includes(word) || typeof node !== 'number') continue
    const bar = { key: `${word} ${node}`, from: line[0], to: line[2] ?? it.until }
    const other = bars.find((b) => b.key === bar.key && b.from < bar.to && bar.from < b.to)
    if (other) {
      const says = `n${node} has another ${word} from ${other.from} to ${other.to} ms`
      return { path: [...path, i], says }
    }
    bars.push(bar)
  }
  return undefined
}
