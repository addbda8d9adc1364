// What keeps YAML from being read, or has words taken for a mark of its own: where the cure begins.

import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Pair,
  Scalar,
  visit,
} from 'yaml'

import { strangeIn } from '../characters'

/** A place in the YAML, and what is wrong there. */
export type Wrong = { readonly at: number; readonly says: string }
type Misread = { readonly code: string; readonly message: string; readonly pos: readonly number[] }

/** Keys whose values are words, and may hold any mark. */
const prose = ['title', 'subtitle', 'summary', 'says']
const begins = (mark: string) => `a value that begins with ${mark} stands in quotes`

/** Where a value opens with a mark that is never closed: the last one that stands first in it. */
const openOf = (text: string, mark: string, end: number) => {
  const opens = [...text.slice(0, end).matchAll(/(?<=(?:^|[:,[{-])[ \t]*)["'[{]/gm)]
  return opens.filter(([it]) => it === mark).at(-1)?.index ?? end
}

type Entry = { readonly key: string; readonly value: string; readonly at: number }

/** The key on the line of a place, and its value as it is written. */
const entryAt = (text: string, at: number): Entry | undefined => {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const line = /^([ \t]*(?:-[ \t]+)?(\w+):)(.*)/.exec(text.slice(from))
  return line ? { key: line[2]!, value: line[3]!, at: from + line[1]!.length } : undefined
}

/** A value that YAML takes to end before it does, or to be a mark. */
const valueFault = (at: number, { key, value, at: from }: Entry): Wrong | undefined => {
  const [mark] = /^["'[{\]}|>-]/.exec(value.trimStart()) ?? []
  const begin = from + value.search(/\S/)
  if (mark === '-' && !prose.includes(key))
    return { at, says: 'a list stands in [ ], or on the lines below its key' }
  if (mark && /["'[{]/.test(mark) && !prose.includes(key))
    return { at, says: `this follows a value that has ended: it began with ${mark}` }
  if (mark === '"' || mark === "'") {
    const says = `a value with ${mark} in it stands in ${mark === '"' ? "'…'" : '"…"'} as a whole`
    return { at: begin, says }
  }
  return mark ? { at: begin, says: begins(mark) } : undefined
}

/** A key that is further right than the others, and so belongs to the words above it. */
const indented = /\n[ \t]+[a-z]+:[ \t]/

const cures: { readonly [code: string]: (text: string, at: number) => string | undefined } = {
  BLOCK_AS_IMPLICIT_KEY: (text, at) => {
    if (text[at] === '?') return begins('?')
    const [first = ''] = text.slice(at).split('\n')
    if (indented.test(text.slice(at)) && !/:[ \t]|:$/.test(first))
      return 'a key below this begins at the very left of its line'
    return text[at] === ' '
      ? 'this line begins further left than the ones it belongs to'
      : 'a value with ": " in it stands in quotes'
  },
  DUPLICATE_KEY: (text, at) =>
    `${/^\w+/.exec(text.slice(at))?.[0] ?? 'this key'} stands there twice`,
  BAD_SCALAR_START: (text, at) => begins(text[at]!),
  BAD_DQ_ESCAPE: () => 'a \\ between " and " is written twice',
  MULTIPLE_DOCS: () => 'front matter ends with ---, and nothing else ends it before',
  TAB_AS_INDENT: () => 'a line is indented with spaces, not with a tab',
}

/** What keeps YAML from being read, at the place where the cure begins. */
export const yamlFault = (text: string, misread: Misread | undefined): Wrong | undefined => {
  if (!misread) return undefined
  const { code, message, pos } = misread
  const at = pos[0] ?? 0
  const close = /(?:closing|end with a) (["'\]}])/.exec(message)?.[1]
  if (close) {
    const open = { ']': '[', '}': '{' }[close] ?? close
    return { at: openOf(text, open, at), says: `the closing ${close} is missing` }
  }
  const cure = cures[code]?.(text, at)
  if (cure) return { at, says: cure }
  const entry = entryAt(text, at)
  if (code === 'MULTILINE_IMPLICIT_KEY')
    return entry && /^\S/.test(entry.value)
      ? { at: entry.at, says: `a space is missing after ${entry.key}:` }
      : { at, says: 'expected a key and its value, as title: words' }
  return (entry && valueFault(at, entry)) ?? { at, says: message.split('\n')[0]! }
}

/** Words that YAML takes for a tag, an anchor or an alias. */
const markFault = (text: string, document: Document): Wrong | undefined => {
  let fault: Wrong | undefined
  visit(document, (_key, node) => {
    if (!isNode(node)) return undefined
    const mark = isAlias(node) ? '*' : node.tag ? '!' : node.anchor ? '&' : undefined
    if (mark === undefined) return undefined
    // A tag and an anchor stand before the node that they are of.
    fault = { at: text.lastIndexOf(mark, node.range?.[0] ?? 0), says: begins(mark) }
    return visit.BREAK
  })
  return fault
}

/** Keys of more than one word, and characters that an escape stands for and no text may hold. */
const strangeFault = (text: string, document: Document): Wrong | undefined => {
  let fault: Wrong | undefined
  visit(document, (key, node) => {
    if (!isNode(node) || !node.range) return undefined
    const [at, end] = node.range
    if (key === 'key' && !isScalar(node)) fault = { at, says: 'a key is one word' }
    else if (isScalar(node) && strangeIn(text.slice(at, end)).length === 0)
      for (const { says } of strangeIn(String(node.value)).slice(0, 1)) fault = { at, says }
    return fault && visit.BREAK
  })
  return fault
}

/** Where the words of a pair stand that YAML cuts short, since it takes the rest for a comment. */
const commentIn = (text: string, { key, value }: Pair): number | undefined => {
  if (!isScalar(key) || !prose.includes(String(key.value))) return undefined
  const from = (key as Node).range![1]
  const empty = /^[ \t]*:[ \t]+(?=#)/.exec(text.slice(from))
  if (empty) return from + empty[0].length
  if (!isScalar(value) || value.type !== Scalar.PLAIN || !value.range) return undefined
  return /^[ \t]+#/.test(text.slice(value.range[1])) ? value.range[0] : undefined
}

const hashFault = (text: string, document: Document): Wrong | undefined => {
  let at: number | undefined
  visit(document, {
    Pair: (_key, pair) => {
      at = commentIn(text, pair as Pair)
      return at === undefined ? undefined : visit.BREAK
    },
  })
  return at === undefined ? undefined : { at, says: 'a value with # in it stands in quotes' }
}

/** Words that YAML takes for a mark of its own, and would swallow. */
export const swallowed = (text: string, document: Document): Wrong | undefined => {
  const hash = hashFault(text, document)
  if (hash || document.errors.length > 0 || !isMap(document.contents)) return hash
  return markFault(text, document) ?? strangeFault(text, document)
}
