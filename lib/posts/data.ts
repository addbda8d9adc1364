// Reads a figure's data file: TypeScript that says one plain value, and runs nothing else.

import { SourceMap } from 'node:module'
import { types } from 'node:util'
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
type Said = {
  readonly text: string
  readonly location: { line: number; column: number; length: number } | null
}

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
  const odd = notPlain(value)
  if (odd) return { path, says: `plain data only, and this is ${odd}` }
  if (above.includes(value)) return { path, says: 'plain data only, and this holds itself' }
  // Read by their descriptors: whatever would run here might never end.
  const all = Object.entries(Object.getOwnPropertyDescriptors(value as object))
  for (const [name, { value: it, get, set }] of all) {
    const within = [...path, name]
    if (get || set) return { path: within, says: `plain data only, and ${name} is a get or a set` }
    const found = it === undefined ? undefined : strange(it, within, [...above, value])
    if (found) return found
  }
  return undefined
}

/** What a value is, where it is neither a list nor `{ … }`. */
const notPlain = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`
  const kind = types.isProxy(value) ? 'Proxy' : Object.prototype.toString.call(value).slice(8, -1)
  const above = (it: unknown): unknown => it && Object.getPrototypeOf(it)
  const made = Array.isArray(value) ? above(above(value)) : above(value)
  if (kind === 'Array' || kind === 'Object')
    return above(made) ? 'made from something else' : undefined
  return `a ${kind}`
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
const cured = (says: string) => {
  if (/^Expected "[}\])]" but found "/.test(says)) return `${says}; is a comma missing before it?`
  return /[‘’“”]/.test(says) ? `${says}; in code quotes are straight: '…'` : says
}

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
    const call = `(function (exports) {\n${code}\n})(module.exports)`
    runInContext(call, alone, { timeout: longest * 1000, filename, lineOffset: -1 })
  } catch (thrown) {
    const { code: kind } = Object(thrown) as { code?: unknown }
    if (kind !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw thrown
    throw new Error(`took longer than ${longest} seconds; a data file says one plain value`)
  }
  return module.exports
}

/** How the code of a data file is called in what it throws. */
const filename = 'a-data-file'

/** Where something was thrown, in the file as it is written. */
const thrownAt = (source: Source, thrown: unknown, map: string): Span => {
  if (!types.isNativeError(thrown)) return place(source, 'throw')
  const at = new RegExp(`${filename}:(\\d+):(\\d+)`).exec(String(thrown.stack))
  const [line, column] = [Number(at?.[1]) - 1, Number(at?.[2]) - 1]
  const entry = at && new SourceMap(JSON.parse(map)).findEntry(line, column)
  return entry && 'originalLine' in entry
    ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 }
    : { line: 1, column: 1 }
}

type Code = { readonly code: string; readonly map: string; readonly warnings: readonly Odd[] }
type Odd = Said & { readonly id: string }
const options = {
  loader: 'ts',
  format: 'cjs',
  target: 'es2022',
  sourcemap: 'external',
  logLevel: 'silent',
} as const

/** The file as JavaScript, or what keeps it from being read. */
const codeOf = async (source: Source): Promise<Code | { readonly fault: Fault }> => {
  try {
    return await transform(source.text, options)
  } catch (thrown) {
    const [first] = (Object(thrown) as { errors?: Said[] }).errors ?? []
    const { text = String(thrown), location } = first ?? {}
    const span = location ? spanAt(location) : { line: 1, column: 1 }
    return { fault: source.fault(span, `data: ${cured(text)}`) }
  }
}

/** The exports of a module that may contain nothing but data. */
export const readModule = async (source: Source): Promise<Read<{ [name: string]: unknown }>> => {
  const read = await codeOf(source)
  if ('fault' in read) return read
  // A key that stands there twice: only the last one would count.
  const odd = read.warnings.find(({ id }) => id === 'duplicate-object-key')
  if (odd?.location)
    return { fault: source.fault(spanAt(odd.location), `data: ${twice(odd.text)}`) }
  try {
    return { value: run(read.code) }
  } catch (thrown) {
    const says = `data: ${Object(thrown).message ?? thrown}`
    const module = /types only, not (.+)$/.exec(says)?.[1]
    const word = module ? `'${module}'` : /^data: ([\w$]+) is not defined$/.exec(says)?.[1]
    const span = word ? place(source, word) : thrownAt(source, thrown, read.map)
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
