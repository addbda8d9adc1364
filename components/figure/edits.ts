// A run and the way back: each edit is a scenario more, and Undo one less.

import type { Json } from '@/lib/sim/protocol'
import type { AnyScenario, Lever, Line } from '@/lib/sim/scenario'

/** A scenario as it stands, and as it stood before each edit; the first is the published one. */
export type Edited<S = AnyScenario> = { readonly now: S; readonly past: readonly S[] }

export const published = <S>(scenario: S): Edited<S> => ({ now: scenario, past: [] })
export const isEdited = ({ past }: Edited<unknown>) => past.length > 0
export const firstOf = <S>({ now, past }: Edited<S>): S => past[0] ?? now

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Whether it stands otherwise than published: what was edited and put back does not. */
export const isOther = (edited: Edited<unknown>) => !same(edited.now, firstOf(edited))

/** One step that Undo takes back; one that changes nothing is none. */
export const edit = <S>(edited: Edited<S>, next: S): Edited<S> =>
  same(edited.now, next) ? edited : { now: next, past: [...edited.past, edited.now] }

/** Replaces the last step instead of adding one: a dial that is still being turned. */
export const amend = <S>({ past }: Edited<S>, next: S): Edited<S> =>
  edit({ now: past.at(-1)!, past: past.slice(0, -1) }, next)

export const undo = <S>({ now, past }: Edited<S>): Edited<S> =>
  past.length > 0 ? { now: past.at(-1)!, past: past.slice(0, -1) } : { now, past }

/** Back to what was published; Undo takes this back too. */
export const reset = <S>(edited: Edited<S>): Edited<S> => edit(edited, firstOf(edited))

/** What has dials and levers: a scenario, or a study. */
export type Setting = Pick<AnyScenario, 'options' | 'levers' | 'script' | 'against'>

/** Turns an option for the whole run. */
export const turn = <S extends Setting>(scenario: S, option: string, value: Json): S => ({
  ...scenario,
  options: { ...scenario.options, [option]: value },
})

/** Is this very line in the script? */
export const holds = ({ script = [] }: Setting, line: Line) =>
  script.some((other) => same(other, line))

/** Has this lever been pulled? */
export const isPulled = (scenario: Setting, { lines = [], options = {} }: Lever): boolean =>
  lines.every((line) => holds(scenario, line)) &&
  Object.entries(options).every(([name, value]) => same(scenario.options?.[name], value))
