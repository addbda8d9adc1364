// Writes the run that a reader's link holds into a scenario's file: seed, lines and moment only.

import { shorten } from '@/lib/link/short'
import type { AnyProtocol, Json, Millis } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { isScenario, readData } from '../data'
import { codeOf } from '../example'
import { type Path, rangeOf } from '../literal'
import { plain, Source } from '../source'
import { type Edit, edited } from './edit'
import { Refusal } from './refusal'

/** What is kept of a run. */
export type Kept = {
  readonly seed: number
  readonly script: readonly Line[]
  readonly poster: Millis
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What stands between the line before a place and the place: '\n  ', or a space. */
const gapBefore = (text: string, at: number) => {
  const gap = /\n[ \t]*$/.exec(text.slice(0, at))?.[0]
  return gap ?? ' '
}

/** How far the line that a place stands on is indented. */
const indentAt = (text: string, at: number) =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))![0]

const number = (text: string, name: 'seed' | 'poster', value: number): Edit => {
  const { from, to, whole } = rangeOf(text, [name])
  if (!whole || !/^[\d._]+(e\d+)?$|^0x[\da-f_]+$/i.test(text.slice(from, to)))
    throw new Refusal(`its ${name} is not written out, so it cannot be replaced`)
  return { from, to, text: String(value) }
}

/** A script where there was none: a field of its own before `until`. */
const newScript = (text: string, script: readonly Line[]): Edit => {
  const { from, whole } = rangeOf(text, ['until'])
  const key = /(['"]?)until\1\s*:\s*$/.exec(text.slice(0, from))
  if (!whole || !key) throw new Refusal('its until is not written out, so no lines can be added')
  const gap = gapBefore(text, key.index)
  const code = codeOf(script as Json, indentAt(text, key.index), 80)
  return { from: key.index, to: key.index, text: `script: ${code},${gap}` }
}

/** How many lines two scripts have in common at their beginnings. */
const shared = (a: readonly Line[], b: readonly Line[]) => {
  let count = 0
  while (count < a.length && count < b.length && same(a[count], b[count])) count++
  return count
}

/** Lines put in before others, or instead of some: those that stay keep their bytes. */
const someLines = (text: string, was: readonly Line[], now: readonly Line[]): Edit | undefined => {
  const head = shared(was, now)
  const tail = shared([...was.slice(head)].reverse(), [...now.slice(head)].reverse())
  const fresh = now.slice(head, now.length - tail)
  const gone = was.length - tail - head
  const at = (i: number): Path => ['script', i]
  const beside = rangeOf(text, at(head < was.length ? head : head - 1))
  if (fresh.length === 0 || was.length === 0 || !beside.whole) return undefined
  const gap = gapBefore(text, beside.from)
  const indent = gap.replace('\n', '')
  const codes = fresh.map((it) => codeOf(it as unknown as Json, indent, 90))
  const all = codes.join(`,${gap}`)
  const last = rangeOf(text, at(head + gone - 1))
  if (gone > 0) return { from: beside.from, to: last.to, text: all }
  return head < was.length
    ? { from: beside.from, to: beside.from, text: `${all},${gap}` }
    : { from: beside.to, to: beside.to, text: `,${gap}${all}` }
}

const wholeScript = (text: string, script: readonly Line[]): Edit => {
  const { from, to } = rangeOf(text, ['script'])
  if (text[from] !== '[')
    throw new Refusal('its script is not written out, so it cannot be replaced')
  return { from, to, text: codeOf(script as Json, indentAt(text, from), 80) }
}

/** The edits of a data file's plain text that make its run this one: only of what differs. */
function keepEdits(text: string, before: AnyScenario, kept: Kept): Edit[] {
  const { script: was = [] } = before
  const edits: Edit[] = []
  for (const name of ['seed', 'poster'] as const)
    if (before[name] !== kept[name]) edits.push(number(text, name, kept[name]))
  if (!same(was, kept.script))
    edits.push(
      rangeOf(text, ['script']).whole
        ? (someLines(text, was, kept.script) ?? wholeScript(text, kept.script))
        : newScript(text, kept.script),
    )
  return edits
}

/** What a link does not speak of, or what is kept anyway. */
const apart = new Set(['seed', 'script', 'poster', 'title', 'because', 'levers'])

/** The first field, beside seed, lines and moment, in which two runs are not the same. */
export const otherwise = (
  file: AnyScenario,
  run: AnyScenario,
  protocol: AnyProtocol,
): string | undefined => {
  const [a, b] = [file, run].map((it) => shorten(it, protocol) as { [key: string]: unknown })
  const keys = [...new Set([...Object.keys(a!), ...Object.keys(b!)])]
  return keys.find((key) => !apart.has(key) && !same(inOrder(a![key]), inOrder(b![key])))
}

/** Options in one order: a link and a file may name them in two. */
const inOrder = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value

/**
 * The data file `raw` with another seed, script and poster, every other byte as it was. Throws a
 * Refusal where it is no scenario, or is written so that this cannot be done.
 */
export async function withMoment(raw: string, file: string, kept: Kept): Promise<string> {
  const read = async (text: string) => {
    const data = await readData(new Source(file, plain(text)))
    if ('fault' in data) throw new Refusal(`${file}: ${data.fault.says}`)
    if (!isScenario(data.value)) throw new Refusal(`${file} is no scenario: it has no moment`)
    return data.value
  }
  const before = await read(raw)
  const after = edited(raw, keepEdits(plain(raw), before, kept))
  const { seed, script, poster } = kept
  const wanted = { ...before, seed, script, poster }
  if (!same(canonical(await read(after)), canonical(wanted)))
    throw new Refusal(`${file} is written in a way that only a person can change`)
  return after
}

const canonical = ({ script = [], ...rest }: AnyScenario) => [
  script,
  Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
]
