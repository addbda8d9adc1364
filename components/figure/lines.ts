// What a reader does to a script, as pure functions: scenario in, valid scenario out.

import type { Millis } from '@/lib/sim/protocol'
import { type AnyScenario, type Fault, isFault, type Lever, type Line } from '@/lib/sim/scenario'
import { holds, isPulled, same, turn } from './edits'

/** The first thousandth of a millisecond after everything that is shown at this moment. */
export const momentAfter = (at: Millis): Millis => (Math.floor(at * 1000) + 1) / 1000

const endOf = (line: Line): Millis => (isFault(line) ? (line[2] ?? Infinity) : line[0])
const linesOf = (scenario: AnyScenario): readonly Line[] => scenario.script ?? []
const withScript = (scenario: AnyScenario, script: readonly Line[]): AnyScenario => {
  const { script: _, ...rest } = scenario
  return script.length > 0 || scenario.script?.length === 0 ? { ...rest, script } : rest
}

/** Two bars with one key may not overlap: nobody can crash while down. */
function keyOf(line: Line): string | undefined {
  const fault = line[1] as Partial<{ crash: unknown; pause: unknown; drift: { node: unknown } }>
  if ('crash' in fault) return `crash ${fault.crash}`
  if ('pause' in fault) return `pause ${fault.pause}`
  if ('drift' in fault) return `drift ${fault.drift?.node}`
  return isFault(line) ? JSON.stringify(fault) : undefined
}

const bar = (from: Millis, fault: Fault, to: Millis): Line =>
  to === Infinity ? [from, fault] : [from, fault, to]

/** Makes room for a line among others, so that no two bars with its key overlap. */
function joined(lines: readonly Line[], added: Line): Line[] {
  const key = keyOf(added)
  if (key === undefined) return [...lines, added]
  const clashes = (line: Line) =>
    keyOf(line) === key && endOf(line) > added[0] && line[0] <= endOf(added)
  const met = lines.filter(clashes)
  const others = lines.filter((line) => !clashes(line))
  const fault = added[1] as Fault
  if ('drift' in fault) return [...others, ...parted(met, added)]
  // An open bar ends where the story has an end for it: what comes later still comes.
  const ends = met.map(endOf)
  const to = added[2] ?? (met.length > 0 ? 0 : Infinity)
  const from = Math.min(added[0], ...met.map((line) => line[0]))
  return [...others, bar(from, fault, Math.max(to, ...ends))]
}

/** A rate holds until the next begins, and ends the one before. */
function parted(met: readonly Line[], added: Line): Line[] {
  const before = met.filter((line) => line[0] < added[0])
  const after = met.filter((line) => line[0] > added[0])
  const to = Math.min(endOf(added), ...after.map((line) => line[0]))
  const trimmed = before.map((line) => bar(line[0], line[1] as Fault, added[0]))
  return [...trimmed, bar(added[0], added[1] as Fault, to), ...after]
}

/** Adds a line; bars of one fault on one node that would overlap become one. */
export const withLine = (scenario: AnyScenario, line: Line): AnyScenario =>
  withScript(scenario, joined(linesOf(scenario), line))

export const withoutLine = (scenario: AnyScenario, index: number): AnyScenario =>
  withScript(
    scenario,
    linesOf(scenario).filter((_, i) => i !== index),
  )

/** Writes the end of a bar; one that would end where it begins is taken out. */
export function endLine(scenario: AnyScenario, index: number, at: Millis): AnyScenario {
  const line = linesOf(scenario)[index]
  if (!line || !isFault(line)) return scenario
  if (at <= line[0]) return withoutLine(scenario, index)
  return moveLine(scenario, index, line[0], at)
}

/**
 * Moves a line, or a bar's ends. `to` is left out for what has a moment, or lasts to the end. Ends
 * that are told the wrong way round are turned; a bar without length stays where it was.
 */
export function moveLine(
  scenario: AnyScenario,
  index: number,
  from: Millis,
  to?: Millis,
): AnyScenario {
  const line = linesOf(scenario)[index]
  if (!line) return scenario
  const at = Math.max(0, Math.min(from, scenario.until))
  if (!isFault(line)) return replace(scenario, index, [at, line[1]] as Line)
  if (to !== undefined && to < from) return moveLine(scenario, index, to, from)
  if (to === undefined || to >= scenario.until)
    return replace(scenario, index, [at, line[1]] as Line)
  return to <= at ? scenario : replace(scenario, index, [at, line[1] as Fault, to])
}

/** Keeps the line's place where it can: at one instant lines take effect in their order. */
function replace(scenario: AnyScenario, index: number, line: Line): AnyScenario {
  const lines = linesOf(scenario)
  const others = lines.filter((_, i) => i !== index)
  const made = joined(others, line)
  const free = made.length === lines.length && others.every((other) => made.includes(other))
  return withScript(scenario, free ? lines.with(index, line) : made)
}

/** Takes out what begins after a moment. */
export const clearAfter = (scenario: AnyScenario, at: Millis): AnyScenario =>
  withScript(
    scenario,
    linesOf(scenario).filter((line) => line[0] <= at),
  )

/** Pulls a lever; one that has been pulled goes back, its options to what they were at first. */
export function pull(scenario: AnyScenario, lever: Lever, first: AnyScenario): AnyScenario {
  const { lines = [], options = {} } = lever
  if (!isPulled(scenario, lever)) {
    const turned = Object.entries(options).reduce(
      (s, [name, value]) => turn(s, name, value),
      scenario,
    )
    return lines.filter((line) => !holds(turned, line)).reduce(withLine, turned)
  }
  const script = linesOf(scenario).filter((line) => !lines.some((own) => same(own, line)))
  const kept = Object.entries(scenario.options ?? {}).flatMap(([name, value]) => {
    if (!(name in options)) return [[name, value] as const]
    const before = first.options?.[name]
    return before === undefined ? [] : [[name, before] as const]
  })
  const { options: _, ...rest } = withScript(scenario, script)
  return kept.length > 0 || first.options ? { ...rest, options: Object.fromEntries(kept) } : rest
}
