// Reads a figure's data file: TypeScript that says one plain value, and runs nothing else.

import { createContext, runInContext } from 'node:vm'
import { transform } from 'esbuild'
import type { AnyStudied } from '@/lib/studies/study'
import { type AnySurvey, isScenario, isStudy, isSurvey, type Subject } from '@/lib/studies/subject'
import { strangeIn } from './characters'
import type { Fault } from './fault'
import { type Path, rangeOf } from './literal'
import type { Source, Span } from './source'

export type { AnyStudied, AnySurvey, Subject }
export { isScenario, isStudy, isSurvey }

export type Read<T> = { readonly value: T } | { readonly fault: Fault }
type Said = { text: string; location: { line: number; column: number; length: number } | null }

/** Where a field stands; a field that is left out is looked for where it would have stood. */
export const fieldSpan = (source: Source, path: Path): Span => spanOf(source, path, false)
/** Where the key of a field stands. */
export const keySpan = (source: Source, path: Path): Span => spanOf(source, path, true)

const spanOf = (source: Source, path: Path, key: boolean): Span => {
  const found = rangeOf(source.text, path)
  const { from, to } = (key && found.name) || found
  return { ...source.at(from), length: Math.max(1, to - from) }
}

/** The first thing in a value that JSON cannot say, or no text may hold. */
const strange = (
  value: unknown,
  path: Path = [],
  above: readonly unknown[] = [],
): { path: Path; says: string } | undefined => {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'string') {
    const [odd] = strangeIn(value)
    return odd && { path, says: odd.says }
  }
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? undefined
      : { path, says: `${value} is no number for a scenario` }
  const made = Object.prototype.toString.call(value)
  if (made !== '[object Object]' && !Array.isArray(value))
    return { path, says: `plain data only, and this is ${typeof value}` }
  if (above.includes(value)) return { path, says: 'plain data only, and this holds itself' }
  for (const [name, it] of Object.entries(value as object)) {
    const found = it === undefined ? undefined : strange(it, [...path, name], [...above, value])
    if (found) return found
  }
  return undefined
}

const refuse = (name: string): never => {
  throw new Error(`a data file imports types only, not ${name}`)
}

/** Where a word stands first, by itself. */
const place = (source: Source, word: string): Span => {
  const quoted = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const at = source.text.search(new RegExp(`(?<![\\w$.])${quoted}(?![\\w$])`))
  return at < 0 ? { line: 1, column: 1 } : { ...source.at(at), length: word.length }
}

const spanAt = ({ line, column, length }: NonNullable<Said['location']>): Span => ({
  line,
  column: column + 1,
  length,
})

/** What esbuild says, with what one would do about it. */
const cured = (says: string) =>
  /^Expected "[}\])]" but found "/.test(says) ? `${says}; is a comma missing before it?` : says

const twice = (says: string) => `${/"(.+)"/.exec(says)?.[1] ?? 'a key'} stands there twice`

/** Longer than this a file thinks only where it never ends, seconds. */
const longest = 3

/** JavaScript alone, without its clock and its dice: the same text says the same value. */
const alone = createContext({}, { microtaskMode: 'afterEvaluate' })
runInContext('delete globalThis.Date; delete Math.random', alone)

/** Runs the code of a module, with nothing but JavaScript, and not for ever. */
const run = (code: string): { [name: string]: unknown } => {
  const module = { exports: {} as { [name: string]: unknown } }
  Object.assign(alone, { module, require: refuse })
  try {
    const call = `(function (exports) {${code}\n})(module.exports)`
    runInContext(call, alone, { timeout: longest * 1000 })
  } catch (thrown) {
    const { code: kind } = Object(thrown) as { code?: unknown }
    if (kind !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw thrown
    throw new Error(`took longer than ${longest} seconds; a data file says one plain value`)
  }
  return module.exports
}

/** The exports of a module that may contain nothing but data. */
export const readModule = async (source: Source): Promise<Read<{ [name: string]: unknown }>> => {
  const options = { loader: 'ts', format: 'cjs', target: 'es2022', logLevel: 'silent' } as const
  try {
    const { code, warnings } = await transform(source.text, options)
    // A key that stands there twice: only the last one would count.
    const [odd] = warnings.filter(({ id }) => id === 'duplicate-object-key')
    if (odd?.location)
      return { fault: source.fault(spanAt(odd.location), `data: ${twice(odd.text)}`) }
    return { value: run(code) }
  } catch (thrown) {
    const first = (Object(thrown) as { errors?: Said[] }).errors?.[0]
    const at = first?.location
    const said = first ? cured(first.text) : (Object(thrown).message ?? thrown)
    const says = `data: ${said}`
    const module = /types only, not (.+)$/.exec(says)?.[1]
    const word = module ? `'${module}'` : /^data: ([\w$]+) is not defined$/.exec(says)?.[1]
    const span = at ? spanAt(at) : word ? place(source, word) : { line: 1, column: 1 }
    return { fault: source.fault(span, says) }
  }
}

/** The one value that a data file says: a scenario, a survey or a study, not yet validated. */
export const readData = async (source: Source): Promise<Read<Subject>> => {
  const module = await readModule(source)
  if ('fault' in module) return module
  const value = module.value.default
  const fault = (path: Path, says: string) => ({
    fault: source.fault(fieldSpan(source, path), `data: ${says}`),
  })
  if (value === undefined)
    return { fault: source.fault({ line: 1, column: 1 }, 'data: export default is missing') }
  const odd = strange(value)
  if (odd) return fault(odd.path, odd.says)
  const is = Object(value) as Subject
  if (is !== value || !(isScenario(is) || isSurvey(is) || isStudy(is)))
    return fault([], 'expected a scenario (protocol), a survey (of, seeds) or a study')
  // As JSON has it: a field that is undefined is not there.
  return { value: JSON.parse(JSON.stringify(value)) as Subject }
}
