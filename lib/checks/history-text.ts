// Recorded histories as text, in the formats of Knossos and Porcupine, made into operations.

import type { Json, Operation } from '@/lib/sim/protocol'
import { type Edn, readEdn } from './edn'
import type { ModelName } from './model'

/** 'knossos': EDN maps; 'etcd': Jepsen's log lines; 'kv': EDN maps with :key. */
export type Format = 'knossos' | 'etcd' | 'kv'
export type Recorded = {
  readonly format: Format
  /** The value before the first operation, as this format has it. */
  readonly initial: Json
  readonly operations: readonly Operation[]
}

/** One line of a record. `value` of a kv event is { key, value }. */
type Moment = {
  readonly process: string
  readonly type: string
  readonly f: string
  readonly value: Json
}

const firstValue: { readonly [F in Format]: Json } = { knossos: 0, etcd: null, kv: '' }
const logLine = /^INFO\s+jepsen\.util\s+-\s+(\S+)\s+:(\w+)\s+:(\w+)\s+(.+?)\s*$/
const word = (form: Edn | undefined) => String(form ?? '').replace(/^:/, '')

function logMoments(text: string): Moment[] {
  const lines = text.split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const parts = logLine.exec(line)
    if (!parts) throw new SyntaxError(`line ${i + 1}: not a line of a Jepsen log`)
    const [, process, type, f, value] = parts as unknown as string[]
    return [{ process: process!, type: type!, f: f!, value: readEdn(value!)[0] ?? null }]
  })
}

function ednMoments(text: string): Moment[] {
  const forms = readEdn(text)
  if (forms.length === 0) throw new SyntaxError('there is no history in it')
  const events = forms.length === 1 && Array.isArray(forms[0]) ? (forms[0] as Edn[]) : forms
  return events.map((form, i) => {
    if (form === null || typeof form !== 'object' || Array.isArray(form))
      throw new SyntaxError(`event ${i + 1} is not a map`)
    const map = form as { readonly [key: string]: Edn }
    if (map[':process'] === undefined) throw new SyntaxError(`event ${i + 1} has no :process`)
    const value = map[':value'] ?? null
    const keyed = map[':key'] !== undefined
    return {
      process: word(map[':process']),
      type: word(map[':type']),
      f: word(map[':f']),
      value: keyed ? { key: String(map[':key']), value } : value,
    }
  })
}

const carriesKey = ({ value }: Moment) =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, 'key')
const inner = (value: Json): Json =>
  value !== null && typeof value === 'object' && 'value' in value ? (value.value as Json) : value

const open = { result: null, outcome: 'unknown' } as const

/**
 * What a return says: a result; a failure; or nothing, where it timed out. In Knossos' models a
 * read of nil fits any value (knossos.model/cas-register), so it says nothing either.
 */
function ending(call: Moment, end: Moment, format: Format): Pick<Operation, 'result' | 'outcome'> {
  const reads = call.f === 'read' || call.f === 'get'
  if (end.type === 'ok' && reads)
    return format === 'knossos' && end.value === null
      ? open
      : { result: inner(end.value), outcome: 'ok' }
  if (end.type === 'ok') return { result: call.f === 'cas' ? true : null, outcome: 'ok' }
  const compared = format === 'etcd' && call.f === 'cas' && Array.isArray(end.value)
  if (end.type === 'fail' && compared) return { result: false, outcome: 'ok' }
  if (end.type === 'fail' && format !== 'etcd') return { result: null, outcome: 'fail' }
  return open
}

/** A read is asked with whatever its call carries, so only the key of that is kept. */
const asked = (call: Moment): Json => {
  if (call.f !== 'read' && call.f !== 'get') return call.value
  return carriesKey(call) ? { key: (call.value as { key: string }).key } : null
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

/** Every call with the next event of its process; a process that is no number is no client. */
function pair(moments: readonly Moment[], format: Format): Operation[] {
  const called = new Map<string, number>()
  const endOf = new Map<number, number>()
  const calls: number[] = []
  moments.forEach(({ process, type, f }, i) => {
    if (!/^-?\d+$/.test(process)) return
    const call = called.get(process)
    if (type === 'invoke') {
      if (call !== undefined)
        throw new SyntaxError(`process ${process} calls again before its call at ${call} returned`)
      called.set(process, i)
      calls.push(i)
    } else if (!['ok', 'fail', 'info'].includes(type)) {
      throw new SyntaxError(`event ${i + 1} has the type “${type}”, which is none`)
    } else if (call !== undefined) {
      if (f !== moments[call]!.f)
        throw new SyntaxError(`process ${process} called ${moments[call]!.f} and returns from ${f}`)
      endOf.set(call, i)
      called.delete(process)
    } else if (type !== 'info') {
      throw new SyntaxError(`process ${process} returns at ${i} without a call`)
    }
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
  return { format, initial: firstValue[format], operations }
}

/** Whether a history in this format can be held against this model; if not, why. */
export function mismatch({ format, operations }: Recorded, model: ModelName): string | undefined {
  if (operations.length === 0) return undefined
  if ((format === 'kv') === (model === 'kv')) return undefined
  return format === 'kv'
    ? `its operations have keys, which the model ${model} does not know`
    : 'its operations have no keys, which the model kv needs'
}
