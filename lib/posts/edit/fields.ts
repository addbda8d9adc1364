// Changes one field of a post's front matter, and none of the bytes around it.

import { Document, isMap, isScalar, type Node, type Pair, parseDocument } from 'yaml'
import type { Edit } from './edit'
import { Refusal } from './refusal'

/** What a form may put into a field; undefined takes the field out. */
export type FieldValue = string | number | boolean | readonly string[] | undefined

const fence = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m

type Front = {
  /** Where the YAML begins in the plain text, and the YAML. */
  readonly shift: number
  readonly yaml: string
  readonly pairs: readonly Pair<Node, Node | null>[]
  readonly data: { readonly [key: string]: unknown }
}

/** The front matter of a post's plain text. Throws a Refusal where it cannot be read. */
const frontIn = (text: string): Front => {
  const found = fence.exec(text)
  if (found?.index !== 0) throw new Refusal('front matter: it does not stand between two lines ---')
  const document = parseDocument(found[1]!, { prettyErrors: false })
  const [wrong] = document.errors
  if (wrong) throw new Refusal(`front matter: ${wrong.message.split('\n')[0]}`)
  const { contents } = document
  if (contents !== null && !isMap(contents))
    throw new Refusal('front matter: expected keys with values')
  return {
    shift: found[0].indexOf('\n') + 1,
    yaml: found[1]!,
    pairs: (contents?.items ?? []) as unknown as Front['pairs'],
    data: (document.toJS() ?? {}) as Front['data'],
  }
}

/** The fields of front matter with their values, in the order of the file. */
export const fieldsOf = (text: string): { readonly [key: string]: unknown } => frontIn(text).data

const quotes = new Set<unknown>(['QUOTE_DOUBLE', 'QUOTE_SINGLE'])

/** A value as YAML on one line, in the quotes that the old one had. */
const written = (name: string, value: NonNullable<FieldValue>, old?: Node | null): string => {
  const document = new Document<Node>({})
  const node = document.createNode(value, { flow: true }) as Node
  if (isScalar(node) && typeof value === 'string' && isScalar(old) && quotes.has(old.type))
    node.type = old.type!
  document.set(name, node)
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()
  if (text.includes('\n')) throw new Refusal(`${name}: a value here stands on one line`)
  return text.slice(text.indexOf(': ') + 2)
}

const endOf = (yaml: string, last: number) => yaml.slice(0, last).trimEnd().length

/** A whole field with its line, for one that goes. */
const lineOf = (yaml: string, { key, value }: Front['pairs'][number]) => {
  const from = key.range![0]
  const line = yaml.indexOf('\n', Math.max(endOf(yaml, value?.range?.[1] ?? 0), key.range![1]))
  return { from, to: line < 0 ? yaml.length : line + 1 }
}

/** The value alone; of a list and of nothing, all that stands behind the colon. */
const placeOf = (yaml: string, { key, value }: Front['pairs'][number]) => {
  const colon = yaml.indexOf(':', key.range![1]) + 1
  const last = value?.range ? endOf(yaml, value.range[1]) : colon
  const own = isScalar(value) && value.range![0] > colon && last > value.range![0]
  return own && !/BLOCK/.test(value.type ?? '')
    ? { from: value.range![0], to: last, before: '' }
    : { from: colon, to: Math.max(colon, last), before: ' ' }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const editOf = ({ yaml, pairs, data }: Front, name: string, value: FieldValue): Edit[] => {
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === name)
  if (same(data[name], value)) return []
  if (value === undefined) return pair ? [{ ...lineOf(yaml, pair), text: '' }] : []
  if (!pair)
    return [{ from: yaml.length, to: yaml.length, text: `${name}: ${written(name, value)}\n` }]
  const { from, to, before } = placeOf(yaml, pair)
  return [{ from, to, text: before + written(name, value, pair.value) }]
}

/**
 * The edits of a post's plain text that give one field this value; none where it has it. Throws a
 * Refusal where the front matter cannot be read, or is written so that one value cannot be changed.
 */
export function withField(text: string, name: string, value: FieldValue): Edit[] {
  const front = frontIn(text)
  const edits = editOf(front, name, value).map((it) => ({
    ...it,
    from: it.from + front.shift,
    to: it.to + front.shift,
  }))
  const after = edits.reduce((all, it) => all.slice(0, it.from) + it.text + all.slice(it.to), text)
  const { [name]: _, ...others } = front.data
  const wanted = value === undefined ? others : { ...front.data, [name]: value }
  if (!same(sortedKeys(wanted), sortedKeys(fieldsOf(after))))
    throw new Refusal(`${name}: it is written in a way that only a person can change`)
  return edits
}

const sortedKeys = (data: object) => Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))
