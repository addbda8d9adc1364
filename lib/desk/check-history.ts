// The command `check-history`: reads a recorded history and says whether it is linearizable.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { counted } from '@/components/pictures/names'
import { ednText, readEdn } from '@/lib/checks/edn'
import { mismatch, type Recorded, readHistory } from '@/lib/checks/history-text'
import { linearizable } from '@/lib/checks/linearizable'
import { type ModelName, models } from '@/lib/checks/model'
import { operationText } from '@/lib/checks/operation'
import type { Verdict } from '@/lib/checks/verdict'
import type { Json } from '@/lib/sim/protocol'

const usage = 'npm run check-history -- FILE --model register|cas-register|kv [--initial V]'
const help = `${usage}

Reads a recorded history (EDN, or Jepsen's log) and says whether it is linearizable, and why not.
In EDN, as in Knossos, :fail did not happen, :info may have, and a read of nil fits any value.
Ends with 0 if it is, 1 if not, and 2, with one sentence, if it cannot say: the history cannot be
read, or is so tangled that the search runs out of memory before it is decided.

  --initial  the value before the first operation, as in EDN (--initial=-1 if it begins with a
             dash); left out, 0 without keys, "" with keys, and nil in a log`
/** Of each state that has been looked at, every operation is a bit. */
const budgetFor = (operations: number, bytes: number) => Math.floor(bytes / (100 + operations / 8))
const exits = { yes: 0, no: 1 } as const
const words = { yes: 'linearizable', no: 'not linearizable' } as const

type Asked = { readonly file: string; readonly model: ModelName; readonly initial?: string }

/** What was asked cannot be; no history has been looked at. */
class Misasked extends Error {
  constructor(says: string) {
    super(says ? `${says}; usage: ${usage}` : `usage: ${usage}`)
  }
}

function parsed(args: readonly string[]) {
  const options = { model: { type: 'string' }, initial: { type: 'string' } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (fault) {
    const [last] = (fault as Error).message.split('\n').slice(-1)
    throw new Misasked(last!.split('. ')[0]!.replace(/\.$/, ''))
  }
}

function ask(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args)
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Misasked('')
  const { model, initial } = values
  if (model === undefined) throw new Misasked('--model is missing')
  if (!Object.hasOwn(models, model)) throw new Misasked(`there is no model “${model}”`)
  return { file, model: model as ModelName, initial }
}

/**
 * 3, nil or "text" as in EDN; any other word is a text, and nothing at all the empty one. Undefined
 * for what is not one value.
 */
function initialOf(text: string): Json | undefined {
  if (text.trim() === '') return ''
  try {
    const [value, ...more] = readEdn(text)
    if (value === undefined || more.length > 0) return undefined
    return ednText(value).startsWith("'") ? text.trim() : value
  } catch {
    return undefined
  }
}

/** Named from where the command was called. */
function textOf(file: string): string {
  const path = resolve(process.env.INIT_CWD ?? '', file)
  if (!existsSync(path)) throw new SyntaxError(`there is no file ${file}`)
  if (statSync(path).isDirectory()) throw new SyntaxError(`${file} is a folder`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (fault) {
    const { code } = fault as { code?: string }
    if (code === 'EACCES') throw new SyntaxError(`${file} may not be read by whoever asks`)
    throw code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
      ? new SyntaxError(`${file} is no text in UTF-8; if it is packed, unpack it first`)
      : fault
  }
}

/** “line 3: …” becomes “FILE:3: …”, which an editor can open. */
function read({ file, model }: Asked): Recorded {
  try {
    const recorded = readHistory(textOf(file))
    const wrong = mismatch(recorded, model)
    if (wrong) throw new SyntaxError(wrong)
    return recorded
  } catch (fault) {
    const [says] = (fault as Error).message.split('\n')
    throw new SyntaxError(says!.replace(/^line (\d+): /, (_, line) => `${file}:${line}: `))
  }
}

/** The counter-example: the operation that cannot be placed, and the longest order before it. */
function reasons({ operations }: Recorded, { says, culprits, order }: Verdict): string[] {
  const [culprit] = culprits
  if (culprit === undefined) return [says]
  const { from, to } = operations[culprit]!
  const where = `called at event ${from}, returned at event ${to}, counted from 0`
  const shown = order.slice(-12).map((i) => `  ${operationText(operations[i]!)}`)
  const all = `the longest order up to there has ${counted(order.length, 'operation')}`
  const lead =
    order.length > 12 ? [`${all}, of which the last 12:`] : shown.length > 0 ? [`${all}:`] : []
  return [`${says} (${where})`, ...lead, ...shown]
}

/** What the command says, and its exit status. */
export type Outcome = { readonly status: number; readonly lines: readonly string[] }

/**
 * Checks one file: the verdict, the reason and the time. The status is 0 if it is linearizable,
 * 1 if not, and 2 with one sentence if the input cannot be read or stayed undecided. `memory`: what
 * the search may take, in bytes.
 */
export function checkHistory(args: readonly string[], memory = 1e9): Outcome {
  try {
    const asked = ask(args)
    const recorded = read(asked)
    const initial = asked.initial === undefined ? recorded.initial : initialOf(asked.initial)
    if (initial === undefined)
      return { status: 2, lines: [`--initial is not one value, as in EDN: ${asked.initial}`] }
    const began = performance.now()
    const verdict = linearizable(recorded.operations, models[asked.model], {
      initial,
      budget: budgetFor(recorded.operations.length, memory),
    })
    const ms = (performance.now() - began).toFixed(1)
    const looked = [
      counted(recorded.operations.length, 'operation'),
      counted(verdict.expanded, 'state'),
    ]
    const cost = `${looked.join(', ')}, ${ms} ms`
    const { holds } = verdict
    if (holds === 'undecided') {
      return { status: 2, lines: [`the history cannot be decided: ${verdict.says} (${cost})`] }
    }
    return { status: exits[holds], lines: [words[holds], ...reasons(recorded, verdict), cost] }
  } catch (error) {
    const says = (error as Error).message.split('\n')[0]!
    return {
      status: 2,
      lines: [error instanceof Misasked ? says : `the history cannot be read: ${says}`],
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2)
  const { status, lines } = wanted.includes('--help')
    ? { status: 0, lines: [help] }
    : checkHistory(wanted)
  for (const line of lines) (status === 2 ? console.error : console.log)(line)
  process.exitCode = status
}
