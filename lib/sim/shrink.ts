// Makes a failing scenario smaller for as long as it fails: fewer lines, fewer nodes, shorter.

import type { Millis, NodeId } from './protocol'
import { type AnyScenario, countOf, type Line, type Who } from './scenario'

type Fails = (scenario: AnyScenario) => boolean
/** All that is one step smaller, best first. */
type Smaller = (scenario: AnyScenario) => Iterable<AnyScenario>

/** Without a run of lines: first half of them at a time, at last one. */
function* fewerLines(it: AnyScenario): Iterable<AnyScenario> {
  const script = it.script ?? []
  for (let size = Math.floor(script.length / 2) || 1; size >= 1; size = Math.floor(size / 2))
    for (let i = 0; i + size <= script.length; i += size)
      yield { ...it, script: script.filter((_, k) => k < i || k >= i + size) }
}

/** What stands for this node when `gone` is left out; undefined for that one itself. */
const renumber = (who: Who, gone: NodeId): Who | undefined =>
  typeof who !== 'number' || who < gone ? who : who === gone ? undefined : who - 1

/** Renumbers every node in a line's data; undefined where the line is about the one that goes. */
function without(what: unknown, key: string, gone: NodeId): unknown {
  const named = ['crash', 'pause', 'node', 'from', 'to'].includes(key)
  if (named && (typeof what === 'number' || typeof what === 'string')) {
    return renumber(what, gone)
  }
  if (key === 'cut' && Array.isArray(what)) {
    const groups = what.map((group: Who[]) =>
      group.map((who) => renumber(who, gone)).filter((who) => who !== undefined),
    )
    const left = groups.filter((group) => group.length > 0)
    return left.length === groups.length ? left : undefined
  }
  if (typeof what !== 'object' || what === null || Array.isArray(what)) return what
  const parts = Object.entries(what).map(([k, v]) => [k, without(v, k, gone)] as const)
  return parts.some(([, v]) => v === undefined) ? undefined : Object.fromEntries(parts)
}

function* fewerNodes(it: AnyScenario): Iterable<AnyScenario> {
  const count = countOf(it)
  for (let gone = count; gone >= 1 && count > 1; gone--) {
    const others = <T>(list: readonly T[]) => list.filter((_, i) => i !== gone - 1)
    const script = (it.script ?? []).flatMap((line): Line[] => {
      const what = without(line[1], '', gone)
      return what === undefined ? [] : [[line[0], what, ...line.slice(2)] as unknown as Line]
    })
    yield {
      ...it,
      script,
      nodes: typeof it.nodes === 'number' ? count - 1 : others(it.nodes),
      ...(it.clocks && { clocks: others(it.clocks) }),
      ...(it.names && { names: others(it.names) }),
    }
  }
}

/** Ends at `until`; lines that would begin later go, and bars end with the run. */
function endingAt(it: AnyScenario, until: Millis): AnyScenario {
  const script = (it.script ?? [])
    .filter((line) => line[0] < until)
    .map((line) => ((line[2] ?? 0) > until ? ([line[0], line[1], until] as Line) : line))
  return { ...it, script, until, poster: Math.min(it.poster, until) }
}

function* shorter(it: AnyScenario): Iterable<AnyScenario> {
  for (const part of [0.25, 0.5, 0.75, 0.9, 0.97]) {
    const until = Math.floor(it.until * part)
    if (until > 0 && until < it.until) yield endingAt(it, until)
  }
}

/** Bars of half the length. */
function* briefer(it: AnyScenario): Iterable<AnyScenario> {
  const script = it.script ?? []
  for (const [i, line] of script.entries()) {
    const [from, what, to] = line as readonly [Millis, unknown, Millis?]
    if (to === undefined || to - from < 2) continue
    const brief = [from, what, from + Math.floor((to - from) / 2)] as unknown as Line
    yield { ...it, script: script.map((other, k) => (k === i ? brief : other)) }
  }
}

/** Plainer weather: what has a default is left out. */
function* plainer(it: AnyScenario): Iterable<AnyScenario> {
  for (const key of ['clocks', 'loss', 'duplicate', 'fifo', 'options', 'names'] as const) {
    const { [key]: gone, ...rest } = it
    if (gone !== undefined) yield rest as AnyScenario
  }
  if (it.delay !== 10) yield { ...it, delay: 10 }
}

const ways: readonly Smaller[] = [fewerLines, fewerNodes, shorter, plainer, briefer]

/**
 * A scenario that still fails and that no single step makes smaller, or the smallest found in
 * `tries` runs. `fails` is asked of nothing but scenarios that differ from the given one by less.
 */
export function shrink(scenario: AnyScenario, fails: Fails, tries = 2000): AnyScenario {
  let best = scenario
  let left = tries
  const step = (smaller: Smaller): boolean => {
    for (const one of smaller(best)) {
      if (left-- <= 0) return false
      if (!fails(one)) continue
      best = one
      return true
    }
    return false
  }
  for (let again = true; again && left > 0; ) {
    again = false
    for (const way of ways) while (step(way)) again = true
  }
  return best
}
