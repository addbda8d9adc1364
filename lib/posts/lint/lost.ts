// Markdown that would drop what was written, or make something else of it than was meant.

import { isElement, spanOf, type Tree } from '../tree'
import type { Reading } from './reading'

type Check = (reading: Reading, node: Tree, above: readonly Tree[]) => void

const sourceOf = ({ source }: Reading, { position }: Tree) =>
  source.text.slice(position!.start.offset, position!.end.offset)

/** What stands in a row beyond the columns of the first is not printed. */
const lintTable: Check = (reading, node) => {
  const [head, ...rows] = node.children ?? []
  const columns = head?.children?.length ?? 0
  for (const row of rows) {
    const over = row.children?.[columns]
    if (over) reading.fault(spanOf(over), 'table: this row has more columns than the first one')
  }
}

/** Words with a line of --- right below them, which was meant to be a rule. */
const lintHeading: Check = (reading, node) => {
  if (node.depth !== 2 || sourceOf(reading, node).startsWith('#')) return
  const span = { line: node.position!.end.line, column: node.position!.start.column }
  reading.fault(span, 'heading: --- below words makes one of them; write ## Words, or a blank line')
}

const lintCode: Check = (reading, node) => {
  if (!node.meta) return
  const at = node.position!.start.offset + sourceOf(reading, node).indexOf(node.meta)
  const span = { ...reading.source.at(at), length: node.meta.length }
  reading.fault(span, 'code: only its language stands after ```')
}

/** What other publications write, and what is written here. */
const foreign: readonly (readonly [RegExp, string])[] = [
  [/^:::\w*/, 'callout: it is written <Note title="Words">…</Note>'],
  [/^\[!\w+\]/, 'callout: it is written <Note title="Words">…</Note>'],
  [/^\$\$/, 'formula: it is written <Formula say="as it is read">…</Formula>'],
]

const lintParagraph: Check = (reading, node) => {
  for (const [pattern, says] of foreign) {
    const [found] = pattern.exec(sourceOf(reading, node)) ?? []
    if (found) reading.fault({ ...spanOf(node), length: found.length }, says)
  }
}

/** Marks that Markdown leaves as they stand, since it finds nothing that they belong to. */
const left: readonly (readonly [RegExp, string])[] = [
  [/\*\*/, 'text: this ** has no other one beside a word; in prose write \\*\\*'],
  [/`+/, 'code: it is never closed; in prose write \\`'],
  [/\[[^\][]+\][ \t]+\((?=[/#]|https?:)/, 'link: no space stands between its ] and its ('],
  [/\[[^\][]+\]\((?=[/#])[^()\n]*$/m, 'link: its ) is missing'],
  [/\^\[[^\][]+\]/, 'footnote: it is written [^1], and what it says in a line [^1]: words'],
  [/\$[^\s$][^$\n]*[\\^_][^$\n]*\$/, 'formula: it is written in <var>, <sub> and <sup>'],
]

const lintText: Check = (reading, node) => {
  const text = sourceOf(reading, node)
  for (const [pattern, says] of left) {
    const found = pattern.exec(text)
    // What is escaped is meant.
    if (!found || text[found.index - 1] === '\\') continue
    const at = reading.source.at(node.position!.start.offset + found.index)
    return reading.fault({ ...at, length: found[0].length }, says)
  }
}

const linking = ['link', 'linkReference', 'footnoteReference']
const isLink = (node: Tree) =>
  linking.includes(node.type) || (isElement(node) && /^(At|Claim|Term)$/.test(node.name ?? ''))

/** HTML has no link within a link, and the words of a heading are one. */
const lintLink: Check = (reading, node, above) => {
  const outer = above.find((it) => isLink(it) || it.type === 'heading')
  // Of two components that is said already.
  if (!isLink(node) || !outer || (isElement(outer) && isElement(node))) return
  const what = outer.type === 'heading' ? 'the words of a heading are a link' : 'this is in a link'
  reading.fault(spanOf(node), `link: ${what} already, and one may not hold another`)
}

const checks: { readonly [type: string]: Check } = {
  table: lintTable,
  heading: lintHeading,
  code: lintCode,
  paragraph: lintParagraph,
  text: lintText,
}

/** A definition that nothing refers to would vanish, and so would a second one of the same name. */
const lintDefinitions = (reading: Reading, nodes: readonly Tree[]) => {
  const referred = new Set(
    nodes.filter((it) => /^(link|image)Reference$/.test(it.type)).map((it) => it.identifier),
  )
  const seen = new Set<string | undefined>()
  for (const node of nodes.filter((it) => it.type === 'definition')) {
    const name = node.identifier
    if (seen.has(name)) reading.fault(spanOf(node), `link: [${name}] is defined twice`)
    else if (!referred.has(name)) reading.fault(spanOf(node), `link: nothing refers to [${name}]`)
    seen.add(name)
  }
}

/** Goes over all nodes, each with those above it. */
export const lintLost = (
  reading: Reading,
  nodes: readonly (readonly [Tree, readonly Tree[]])[],
) => {
  for (const [node, above] of nodes) {
    checks[node.type]?.(reading, node, above)
    lintLink(reading, node, above)
  }
  lintDefinitions(
    reading,
    nodes.map(([node]) => node),
  )
}
