// Recorded histories as text, in the formats of Knossos and Porcupine, made into operations.

import type { Json, Operation } from '@/lib/sim/protocol'
import { sameJson } from '@/lib/values/json-text'
import { type Edn, ednText, linesOf, readEdn } from './edn'
import { type ModelName, models } from './model'

/** 'knossos': EDN maps; 'etcd': Jepsen's log lines; 'kv': EDN maps with :key. */
export type Format = 'knossos' | 'etcd' | 'kv'
export type Recorded = {
  readonly format: Format
  /** The value before the first operation, as this format has it. */
  readonly initial: Json
  readonly operations: readonly Operation[]
  /** The line of each event of the record. */
  readonly lines: readonly number[]
}

/** One line of a record; a kv event has a key. What it leaves out is undefined. */
type Moment = {
  readonly line: number
  readonly process: string
  readonly type: string
  readonly f: string
  readonly key?: string | undefined
  readonly value: Json | undefined
}

const firstValue: { readonly [F in Format]: Json } = { knossos: 0, etcd: null, kv: '' }
const logLine = /^INFO\s+jepsen\.util\s+-\s+(\S+)\s+:(\w+)\s+:(\w+)\s+(.+)$/
/** A text, keyword or symbol without its marks. */
const word = (form: Edn = '') =>
  typeof form === 'string' ? form : form === null ? '' : ednText(form).replace(/^[:']/, '')
/** A text stands as it is where no other form looks like it, else in quotes. */
const keyText = (key: Edn) =>
  typeof key === 'string' && /^[a-z_]/i.test(key) && !['nil', 'true', 'false'].includes(key)
    ? key
    : ednText(key)

/** Other objects are lists or `{ edn }`, which is no key of a map: those have their marks. */
const isMap = (form: Edn) =>
  form !== null && typeof form === 'object' && !Array.isArray(form) && !('edn' in form)

function logMoments(text: string): Moment[] {
  const lines = text.split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const parts = logLine.exec(line.trim())
    if (!parts) throw new SyntaxError(`line ${i + 1}: not a line of a Jepsen log`)
    const [, process, type, f, written] = parts as unknown as string[]
    const [value, ...more] = readEdn(written!, i + 1)
    if (more.length > 0) throw new SyntaxError(`line ${i + 1}: more than one value`)
    return [{ line: i + 1, process: process!, type: type!, f: f!, value }]
  })
}

function ednMoments(text: string): Moment[] {
  const forms = readEdn(text)
  if (forms.length === 0) throw new SyntaxError('there is no history in it')
  const events = forms.length === 1 && Array.isArray(forms[0]) ? (forms[0] as Edn[]) : forms
  const lines = linesOf(events)
  return events.map((form, i) => {
    const line = lines[i]!
    if (!isMap(form)) throw new SyntaxError(`line ${line}: event ${i + 1} is not a map`)
    const map = form as { readonly [key: string]: Edn }
    const { ':process': process, ':key': key, ':value': value } = map
    if (process === undefined) throw new SyntaxError(`line ${line}: event ${i + 1} has no :process`)
    const [type, f] = [word(map[':type']), word(map[':f'])]
    return {
      line,
      process: word(process),
      type,
      f,
      key: key === undefined ? key : keyText(key),
      value,
    }
  })
}

const carriesKey = ({ key }: Moment) => key !== undefined
/** A process that is no number is no client. */
const isClient = ({ process }: Moment) => /^-?\d+N?$/.test(process)
const reads = ({ f }: Moment) => f === 'read' || f === 'get'
/** Asked for `[k nil]`, as jepsen.independent asks for the value of one key. */
const isOfOneKey = ({ key, value }: Moment) =>
  key === undefined &&
  Array.isArray(value) &&
  value.length === 2 &&
  value[0] !== null &&
  value[1] === null
/** What hands in a value, and returns with the same. */
const hands = ['write', 'put', 'append', 'cas']

const open = { result: null, outcome: 'unknown' } as const

/**
 * What a return says: a result; a failure; or nothing, where it timed out. In Knossos' models a
 * read of nil fits any value (knossos.model/cas-register), so it says nothing either.
 */
function ending(call: Moment, end: Moment, format: Format): Pick<Operation, 'result' | 'outcome'> {
  const { value = null } = end
  if (end.type === 'ok' && reads(call))
    return format === 'knossos' && value === null ? open : { result: value, outcome: 'ok' }
  if (end.type === 'ok') return { result: call.f === 'cas' ? true : null, outcome: 'ok' }
  const compared = format === 'etcd' && call.f === 'cas' && Array.isArray(value)
  if (end.type === 'fail' && compared) return { result: false, outcome: 'ok' }
  if (end.type === 'fail' && format !== 'etcd') return { result: null, outcome: 'fail' }
  return open
}

/** A read is asked with whatever its call carries, so only the key of that is kept. */
const asked = (call: Moment): Json => {
  const { key, value = null } = call
  if (reads(call)) return key === undefined ? null : { key }
  return key === undefined ? value : { key, value }
}

/** What a return and its call disagree about; a failure may say its reason instead of the value. */
function disagreement(call: Moment, end: Moment): string | undefined {
  const differ = (a: string, b: string) =>
    `process ${call.process} called ${call.f}${a} and returns from ${end.f}${b}`
  if (end.f !== call.f) return differ('', '')
  if (end.key !== call.key) return differ(` of ${call.key}`, ` of ${end.key}`)
  const { value = null } = call
  if (!hands.includes(call.f) || end.value === undefined || sameJson(value, end.value))
    return undefined
  const reason = end.type !== 'ok' && ednText(end.value).startsWith(':')
  return reason ? undefined : differ(` ${ednText(value)}`, ` ${ednText(end.value)}`)
}

/** `from` and `end` are places in the record; without an end the call never returned. */
function operationOf(moments: readonly Moment[], from: number, end: number, format: Format) {
  const call = moments[from]!
  const returned = moments[end]
  const closed = returned ? ending(call, returned, format) : open
  return {
    client: `process ${call.process}`,
    type: call.f,
    value: asked(call),
    from,
    to: closed.outcome === 'unknown' ? null : end,
    ...closed,
  }
}

/** Every call with the next event of its process. */
function pair(moments: readonly Moment[], format: Format): Operation[] {
  const called = new Map<string, number>()
  const endOf = new Map<number, number>()
  const calls: number[] = []
  moments.forEach((moment, i) => {
    if (!isClient(moment)) return
    const { process, type } = moment
    const fault = (says: string): never => {
      throw new SyntaxError(`line ${moment.line}: ${says}`)
    }
    const call = called.get(process)
    if (format === 'kv' && !carriesKey(moment)) fault(`event ${i + 1} has no :key, and others have`)
    if (type === 'invoke') {
      if (reads(moment) && isOfOneKey(moment))
        fault(`process ${process} reads one key of several: a history of each is needed`)
      if (call !== undefined)
        fault(
          `process ${process} calls again before its call in line ${moments[call]!.line} returned`,
        )
      called.set(process, i)
      calls.push(i)
    } else if (!['ok', 'fail', 'info'].includes(type)) {
      fault(`event ${i + 1} has the type “${type}”, which is none`)
    } else if (call !== undefined) {
      const differ = disagreement(moments[call]!, moment)
      if (differ) fault(differ)
      endOf.set(call, i)
      called.delete(process)
    } else if (type !== 'info') fault(`process ${process} returns without a call`)
  })
  return calls.map((call) => operationOf(moments, call, endOf.get(call) ?? -1, format))
}

/**
 * A recorded history: EDN maps {:process, :type, :f, :value[, :key]}, in one collection or one
 * after another, or the lines of a Jepsen log. The time of an operation is the place of its
 * event in the record, from 0. `:fail` means that it did not happen, but in the log's `:cas` that
 * another value was found. SyntaxError, with one sentence, for what cannot be read.
 */
export function readHistory(text: string): Recorded {
  const isLog = /^\s*INFO\s/.test(text)
  const moments = isLog ? logMoments(text) : ednMoments(text)
  const format: Format = isLog ? 'etcd' : moments.some(carriesKey) ? 'kv' : 'knossos'
  const operations = pair(moments, format)
  if (moments.length > 0 && operations.length === 0)
    throw new SyntaxError('no event is the call of a process with a number')
  const lines = moments.map(({ line }) => line)
  return { format, initial: firstValue[format], operations, lines }
}

/** Whether a history can be held against this model; if not, why, with the line where it shows. */
export function mismatch(recorded: Recorded, model: ModelName): string | undefined {
  const { format, operations, lines } = recorded
  if (operations.length > 0 && (format === 'kv') !== (model === 'kv'))
    return format === 'kv'
      ? `its operations have keys, which the model ${model} does not know`
      : 'its operations have no keys, which the model kv needs'
  const strange = operations.find((operation) => models[model].fault(operation))
  return strange && `line ${lines[strange.from]}: ${models[model].fault(strange)}`
}
