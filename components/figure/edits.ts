// A run and the way back: each edit is a scenario more, and Undo one less.

import type { Json } from '@/lib/sim/protocol'
import type { AnyScenario, Lever, Line } from '@/lib/sim/scenario'

/** A scenario as it stands, and as it stood before each edit; the first is the published one. */
export type Edited = { readonly now: AnyScenario; readonly past: readonly AnyScenario[] }

export const published = (scenario: AnyScenario): Edited => ({ now: scenario, past: [] })
export const isEdited = ({ past }: Edited) => past.length > 0
export const firstOf = ({ now, past }: Edited) => past[0] ?? now

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** One step that Undo takes back; one that changes nothing is none. */
export const edit = (edited: Edited, next: AnyScenario): Edited =>
  same(edited.now, next) ? edited : { now: next, past: [...edited.past, edited.now] }

/** Replaces the last step instead of adding one: a dial that is still being turned. */
export const amend = ({ past }: Edited, next: AnyScenario): Edited =>
  edit({ now: past.at(-1)!, past: past.slice(0, -1) }, next)

export const undo = ({ now, past }: Edited): Edited =>
  past.length > 0 ? { now: past.at(-1)!, past: past.slice(0, -1) } : { now, past }

/** Back to what was published; Undo takes this back too. */
export const reset = (edited: Edited): Edited => edit(edited, firstOf(edited))

/** Turns an option for the whole run. */
export const turn = (scenario: AnyScenario, option: string, value: Json): AnyScenario => ({
  ...scenario,
  options: { ...scenario.options, [option]: value },
})

/** Is this very line in the script? */
export const holds = ({ script = [] }: AnyScenario, line: Line) =>
  script.some((other) => same(other, line))

/** Has this lever been pulled? */
export const isPulled = (scenario: AnyScenario, { lines = [], options = {} }: Lever): boolean =>
  lines.every((line) => holds(scenario, line)) &&
  Object.entries(options).every(([name, value]) => same(scenario.options?.[name], value))
