// The Markdown of a post: headings, links, images, footnotes, code, and stray characters.

import { bundledLanguages } from 'shiki/langs'
import { strangeIn } from '../characters'
import { isAnyImage, isImageInAnyCase } from '../image-name'
import type { Heading, Image, Link } from '../linted'
import { freshSlugs } from '../slug'
import type { Span } from '../source'
import { spanOf, type Tree, wordsOf } from '../tree'
import type { Reading } from './reading'

export type Prose = { headings: Heading[]; links: Link[]; images: Image[]; wordCount: number }

const languages = [...Object.keys(bundledLanguages), 'text']

/** The rest of a post, swallowed by a block of code. */
const unclosed = ({ source }: Reading, { position, value }: Tree) => {
  const { start, end } = position!
  const [open] = /^[`~]{3,}/.exec(source.text.slice(start.offset)) ?? ['```']
  // Within a quotation every line has its mark.
  const last = (source.lines[end.line - 1] ?? '').replace(/^[\s>]+/, '')
  return end.line === start.line || (value !== undefined && !last.startsWith(open))
}

const lintCode = (reading: Reading, node: Tree) => {
  const span = spanOf(node)
  if (unclosed(reading, node)) {
    reading.fault({ ...span, length: 3 }, 'code: the closing ``` is missing')
    // What it has swallowed is not to be missed besides.
    for (const name of reading.imports.keys()) reading.shown.add(name)
  } else if (!node.lang)
    reading.fault({ ...span, length: 3 }, 'code: say its language after ``` (text for none)')
  else if (!languages.includes(node.lang)) {
    const [fence] = /^[`~]+[ \t]*/.exec(reading.source.text.slice(node.position!.start.offset))!
    const at = { ...span, column: span.column + fence.length, length: node.lang.length }
    reading.fault(at, `code: there is no language ${node.lang}`, node.lang, languages)
  }
}

/** `[x](/my page)` is no link, since its address ends at the space; nor is such a picture one. */
const broken = /(!?)\[[^\][]*\]\((?=[^()\n]*[./#])[^()\s]+[ \t][^()\n]*\)/g

const lintBroken = (reading: Reading, node: Tree) => {
  const { start, end } = node.position!
  for (const found of reading.source.text.slice(start.offset, end.offset).matchAll(broken)) {
    if (reading.source.text[start.offset + found.index - 1] === '\\') continue
    const span = { ...reading.source.at(start.offset + found.index), length: found[0].length }
    const says = found[1] ? 'image: the name of a file' : 'link: an address'
    reading.fault(span, `${says} has no spaces`)
  }
}

const unresolved = /\[\^([^\]\s]+)\]|\[([^\][]+)\]\[([^\][]*)\]/g

/** A note whose colon was forgotten: `[^1] Words.` on a line of its own. */
const withoutColon = (name: string) => new RegExp(`^\\[\\^${name}\\][ \\t]+\\S`, 'm')

const footnoteFault = ({ source }: Reading, name: string, at: number) => {
  if (!/^\w+$/.test(name)) return `footnote: [^${name}] is not defined`
  const pattern = withoutColon(name)
  // Of the two places, it is mended at one.
  if (!pattern.test(source.text)) return `footnote: [^${name}] is not defined`
  return source.text[at - 1] === '\n' && pattern.test(source.text.slice(at))
    ? `footnote: a colon is missing after [^${name}]`
    : undefined
}

const lintText = (reading: Reading, node: Tree) => {
  lintDecoded(reading, spanOf(node), node.value ?? '', 'text')
  for (const found of (node.value ?? '').matchAll(unresolved)) {
    // The place in the file: a text node may hold escapes, so the source itself is searched.
    const from = node.position!.start.offset
    const at = reading.source.text.indexOf(found[0], from)
    if (at < 0 || at > node.position!.end.offset) continue
    const [all, note, words, name] = found
    const what = note ? footnoteFault(reading, note, at) : `link: [${name || words}] is not defined`
    const defined = nodesNamed(reading, note ? 'footnoteDefinition' : 'definition')
    const span = { ...reading.source.at(at), length: all.length }
    if (what) reading.fault(span, what, note ?? (name || words), defined)
  }
}

const nodesNamed = (reading: Reading, type: string): string[] =>
  (reading.tree.children ?? []).filter((it) => it.type === type).map((it) => it.identifier!)

const lintImage = (reading: Reading, node: Tree) => {
  const alt = node.alt?.trim() ?? ''
  lintDecoded(reading, spanOf(node), alt, 'alt')
  if (node.url === '')
    reading.fault(spanOf(node), 'image: its file is missing: ![what it shows](file.png)')
  else if (alt === '')
    reading.fault(spanOf(node), 'image: alt is missing: ![what it shows](file.png)')
  else if (isImageInAnyCase(alt))
    reading.fault(spanOf(node), `image: alt says what it shows, and "${alt}" is a file's name`)
}

const lintLink = (reading: Reading, node: Tree) => {
  const shown = node.children?.some((it) => it.type !== 'text' || it.value!.trim())
  if (node.type === 'link' && !shown) reading.fault(spanOf(node), 'link: it has no words')
  const told = /[?&](ref|utm_\w+)=/.exec(node.url!)?.[1]
  const says = `link: ${told} tells the other side who sent the reader; leave it out`
  if (told) reading.fault(spanOf(node), says)
}

const lintItem = (reading: Reading, node: Tree) => {
  if (typeof node.checked === 'boolean')
    reading.fault(spanOf(node), 'list: no boxes to tick; feed readers take them out')
}

const lintHeading = (reading: Reading, node: Tree, last: number) => {
  const span = spanOf(node)
  const depth = node.depth!
  if (depth === 1) reading.fault(span, 'heading: the title is the only #; begin with ##')
  else if (depth > 4) reading.fault(span, 'heading: #### is as deep as it goes')
  else if (depth > last + 1)
    reading.fault(
      span,
      `heading: ${'#'.repeat(depth)} follows ${'#'.repeat(last)}; one step at a time`,
    )
  if (!wordsOf(node).trim()) reading.fault(span, 'heading: it has no words')
}

/** Characters that no text may hold, wherever in the file they stand. */
export const lintCharacters = ({ source, faults }: Pick<Reading, 'source' | 'faults'>) => {
  for (const { index, says } of strangeIn(source.text))
    faults.push(source.fault(source.at(index), says))
}

/** The same, where a reference such as &#xFFFF; or an escape stands for one. */
export const lintDecoded = (reading: Reading, span: Span, value: string, what: string) => {
  if (strangeIn(value).length === 0) return
  // As it stands it is said already.
  const said = strangeIn(reading.source.lines[span.line - 1] ?? '').length > 0
  if (!said)
    reading.fault(span, `${what}: an escape here stands for a character that no text may hold`)
}

/** A footnote that nothing refers to would vanish, and so would a second one of the same name. */
const lintFootnotes = (reading: Reading, nodes: readonly Tree[], referred: ReadonlySet<string>) => {
  const seen = new Set<string>()
  for (const node of nodes) {
    if (node.type !== 'footnoteDefinition') continue
    const name = node.identifier!
    const span = { ...spanOf(node), length: name.length + 3 }
    if (seen.has(name)) reading.fault(span, `footnote: [^${name}] is defined twice`)
    else if (!referred.has(name)) reading.fault(span, `footnote: nothing refers to [^${name}]`)
    else if (node.children?.some((it) => it.type !== 'paragraph'))
      reading.fault(span, 'footnote: a note is paragraphs only; it stands beside the text')
    seen.add(name)
  }
}

/** Markdown that is nearly a heading or a table, and would be printed as it stands. */
const lintParagraph = (reading: Reading, node: Tree) => {
  const { start, end } = node.position!
  const text = reading.source.text.slice(start.offset, end.offset)
  const marks = /^(#{1,6})(?=[A-Z])|^#{7,}/.exec(text)
  if (marks) {
    const says = marks[1] ? `a space is missing after ${marks[1]}` : 'there are six depths at most'
    reading.fault({ ...spanOf(node), length: marks[0].length }, `heading: ${says}`)
  }
  const table = /^\|.*\|[ \t]*\n[ \t]*(\|[ :|-]*-[ :|-]*)(?=\n|$)/.exec(text)
  if (table) {
    const line = start.line + 1
    const span = { line, column: 1, length: table[1]!.length }
    reading.fault(span, 'table: this line has as many columns as the one above it')
  }
}

const count = (text = '') => text.split(/\s+/).filter(Boolean).length

/** Goes over all nodes that are plain Markdown; `figures` are ids that headings may not take. */
export const lintProse = (
  reading: Reading,
  nodes: readonly Tree[],
  figures: Iterable<string>,
): Prose => {
  const prose: Prose = { headings: [], links: [], images: [], wordCount: 0 }
  const fresh = freshSlugs(figures)
  const referred = new Set<string>()
  let depth = 1
  for (const node of nodes) {
    if (node.type === 'heading') {
      lintHeading(reading, node, depth)
      depth = Math.max(2, node.depth!)
      prose.headings.push({ id: fresh(wordsOf(node)), depth, text: wordsOf(node) })
    } else if (node.type === 'code') lintCode(reading, node)
    else if (node.type === 'text') {
      lintText(reading, node)
      lintBroken(reading, node)
    } else if (node.type === 'paragraph') lintParagraph(reading, node)
    else if (node.type === 'listItem') lintItem(reading, node)
    else if (node.type === 'footnoteReference') referred.add(node.identifier!)
    else if (node.type === 'link' || (node.type === 'definition' && !isPicture(node.url!))) {
      prose.links.push({ url: node.url!, span: spanOf(node) })
      lintLink(reading, node)
    } else if (node.type === 'image' || node.type === 'imageReference') lintImage(reading, node)
    if (node.type === 'image' || (node.type === 'definition' && isPicture(node.url!)))
      prose.images.push({ src: node.url!, span: spanOf(node) })
    if (['text', 'inlineCode', 'code'].includes(node.type)) prose.wordCount += count(node.value)
  }
  lintFootnotes(reading, nodes, referred)
  return prose
}

/** Also one of a kind that is refused: a definition of it is no link. */
const isPicture = (url: string) => isAnyImage(url) && !/^[a-z]+:/i.test(url)
