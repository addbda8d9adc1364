// The small questions that validation asks of unknown data.

export type Path = readonly (string | number)[]
/** A name that nothing has, and the names that there are. */
type Stranger = { readonly name: string; readonly known: readonly string[] }
/** Where in the scenario, and what is wrong there. */
export type ScenarioFault = {
  readonly path: Path
  readonly says: string
  readonly stranger?: Stranger
}

export const fault = (path: Path, says: string): ScenarioFault => ({ path, says })

/** There is no such option, message, command or role. */
export const strangerFault = (
  path: Path,
  what: string,
  name: unknown,
  known: readonly string[],
): ScenarioFault => ({
  path,
  says: `there is no ${what} ${quote(name)}; ${what}s: ${known.join(', ') || 'none'}`,
  stranger: { name: typeof name === 'string' ? name : quote(name), known },
})

/** A plain table: what JSON calls an object. */
export const isTable = (it: unknown): it is { readonly [key: string]: unknown } =>
  typeof it === 'object' && it !== null && !Array.isArray(it)

/** A whole number between two, both included. */
export const whole = (it: unknown, from: number, to: number): it is number =>
  typeof it === 'number' && it >= from && it <= to && Math.floor(it) === it

/** A number between two, both included. */
export const between = (it: unknown, from: number, to: number): it is number =>
  typeof it === 'number' && it >= from && it <= to

/** As it stands in a sentence. */
export const quote = (it: unknown) => {
  const text = JSON.stringify(it) ?? String(it)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
