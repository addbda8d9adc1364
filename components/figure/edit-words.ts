// What an edit did, in one sentence; lines that no longer make sense are named.

import type { Film } from '@/lib/sim/film'
import type { Json, Millis, Options } from '@/lib/sim/protocol'
import { type AnyScenario, isFault, type Lever, type Line } from '@/lib/sim/scenario'
import { endWords, lineWords, momentWords } from '@/lib/sim/words'
import { grouped } from './dial-values'
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
        : typeof value === 'number'
          ? grouped(value)
          : `${value}`

/** Without what its dial explains in brackets. */
const plain = (says: string) => says.replace(/ \([^)]*\)$/, '')

/** What was turned. */
const turnsIn = (before: AnyScenario, { scenario, protocol }: Film): readonly string[] =>
  Object.entries(protocol.options as Options).flatMap(([name, option]) => {
    const [was, is] = [before, scenario].map((one) => one.options?.[name] ?? option.default)
    return same(was, is) ? [] : [`${plain(option.says)}: ${valueWords(is)}`]
  })

/** A lever that was pulled just now and does more than one line says; its label says it all. */
const pulledIn = (was: AnyScenario, is: AnyScenario): Lever | undefined =>
  is.levers?.find(
    (lever) =>
      (lever.options || (lever.lines?.length ?? 0) > 1) &&
      isPulled(is, lever) &&
      !isPulled(was, lever),
  )

/**
 * A crash is one moment and waking another, and a loss comes later; all else lasts, some of it to
 * the end.
 */
function whenWords(line: Line, names: readonly string[]): string {
  const [at, what, to] = line as Line & readonly [Millis, object, Millis?]
  const from = momentWords(at)
  const until = to === undefined ? '' : momentWords(to)
  if ('lose' in what) return `after ${from}`
  const bare = !isFault(line) || 'crash' in what
  if (bare) return `at ${from}${until && `, and ${endWords(line, names)} at ${until}`}`
  return until ? `from ${from} until ${until}` : `from ${from} on`
}

/** "n4 crashes at 640 ms; n4 crashes at 900 ms is skipped: n4 is down already". */
export function editWords(before: AnyScenario, film: Film): string {
  const { scenario, names, protocol, skipped, stopped } = film
  const words = (line: Line) => `${lineWords(line, names, protocol)} ${whenWords(line, names)}`
  const lever = pulledIn(before, scenario)
  const turns = turnsIn(before, film)
  const turned = lever ? [lever.label + (turns.length ? ` (${turns.join('; ')})` : '')] : turns
  const added = missingIn(missingIn(scenario.script, before.script), lever?.lines ?? [])
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
