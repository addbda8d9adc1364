// What an edit did, in one sentence; lines that no longer make sense are named.

import type { Film } from '@/lib/sim/film'
import type { Json, Options } from '@/lib/sim/protocol'
import { type AnyScenario, isFault, type Lever, type Line } from '@/lib/sim/scenario'
import { lineWords, momentWords } from '@/lib/sim/words'
import { isPulled, same } from './edits'

const missingIn = (script: readonly Line[] = [], other: readonly Line[] = []) =>
  script.filter((line) => !other.some((one) => same(one, line)))

const valueWords = (value: Json | undefined) =>
  value === true
    ? 'on'
    : value === false
      ? 'off'
      : Array.isArray(value)
        ? value.join('–')
        : `${value}`

/** What was turned; where a lever stands for that, as its author calls it first. */
const turnsIn = (before: AnyScenario, { scenario, protocol }: Film): readonly string[] => {
  const turned = Object.entries(protocol.options as Options).flatMap(([name, option]) => {
    const [was, is] = [before, scenario].map((one) => one.options?.[name] ?? option.default)
    return same(was, is) ? [] : [`${option.says}: ${valueWords(is)}`]
  })
  const isNew = (was: AnyScenario, is: AnyScenario) => (lever: Lever) =>
    lever.options && isPulled(is, lever) && !isPulled(was, lever)
  const lever = scenario.levers?.find(isNew(before, scenario))
  return lever ? [`${lever.label} (${turned.join('; ')})`] : turned
}

/** "n4 crashes at 640 ms; n4 crashes at 900 ms is skipped: n4 is down already". */
export function editWords(before: AnyScenario, film: Film): string {
  const { scenario, names, protocol, skipped, stopped } = film
  const words = (line: Line) => {
    const [from, to] = [line[0], isFault(line) ? line[2] : undefined].map(
      (at) => at !== undefined && momentWords(at),
    )
    return `${lineWords(line, names, protocol)} ${to ? `from ${from} until ${to}` : `at ${from}`}`
  }
  const turned = turnsIn(before, film)
  const added = missingIn(scenario.script, before.script)
  const gone = missingIn(before.script, scenario.script)
  const idle = skipped.map(
    ({ line, why }) => `${words(scenario.script![line]!)} is skipped: ${why}`,
  )
  const done =
    added.length > 0
      ? added.map(words)
      : gone.length > 0
        ? [`no longer: ${gone.map(words).join(', ')}`]
        : []
  return [...turned, ...done, ...idle, ...(stopped ? [stopped] : [])].join('; ')
}
