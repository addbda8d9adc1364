// Components and tags in a post: their names, their places, and what each of them says.

import type { Property, Statement } from 'estree'
import { components, tags } from '../components'
import type { Claim, Expected } from '../linted'
import { nearest } from '../nearest'
import type { Span } from '../source'
import { termOf } from '../term'
import { isElement, nodesOf, placed, spanOf, type Tree, wordsOf } from '../tree'
import { literal } from './expression'
import { type Props, readProps, reportStrangers } from './props'
import { lintDecoded } from './prose'
import type { Reading } from './reading'
import { lintTag } from './tags'

const placeOf = ({ line, column }: Span) => `${line}:${column}`
const nameSpan = (node: Tree): Span => ({ ...spanOf(node), length: (node.name?.length ?? 0) + 1 })
const names = [...Object.keys(components), ...Object.keys(tags)]

const isNumber = (it: unknown) => typeof it === 'number' && Number.isFinite(it)
const bounds: { [word: string]: (value: unknown) => boolean } = {
  above: isNumber,
  below: isNumber,
  about: (it) => Array.isArray(it) && it.length === 2 && it.every(isNumber) && it[1] >= 0,
}

/** What is wrong with an expected value: bounds have numbers, `about` a value and a tolerance. */
const expectedFault = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [word, ...more] = Object.keys(value)
  if (!word || more.length > 0) return undefined
  if (!Object.hasOwn(bounds, word)) {
    const near = nearest(word, Object.keys(bounds))
    return near && `there is no bound ${word}; did you mean ${near}?`
  }
  const fits = bounds[word]!((value as { [word: string]: unknown })[word])
  return fits
    ? undefined
    : `${word}: expected ${word === 'about' ? '[value, tolerance]' : 'a number'}`
}

const spansOfFacts = (reading: Reading, props: Props) => {
  const node = props.that!.node
  const pairs = node?.type === 'ObjectExpression' ? (node.properties as Property[]) : []
  const facts = Object.keys(props.that!.value as object)
  return Object.fromEntries(facts.map((fact, i) => [fact, placed(reading.source, pairs[i]!)]))
}

const number = (props: Props, name: string) => props[name]?.value as number | undefined

const lintClaim = (reading: Reading, node: Tree, props: Props, figure: string) => {
  const span = nameSpan(node)
  const given = ['at', 'from', 'to', 'never'].filter((name) => props[name]).join(' ')
  if (!['', 'at', 'from to', 'never'].includes(given))
    return reading.fault(span, `Claim: one of at, from and to, or never; this has ${given}`)
  const [from, to] = [number(props, 'from'), number(props, 'to')]
  if (from !== undefined && to !== undefined && from > to)
    return reading.fault(props.from!.span, `from: ${from} is after to, which is ${to}`)
  const spans = spansOfFacts(reading, props)
  const that = props.that!.value as { [fact: string]: Expected }
  const wrong = Object.entries(that).flatMap(([fact, value]) => {
    const says = expectedFault(value)
    return says ? [{ span: spans[fact]!, says: `${fact}: ${says}` }] : []
  })
  for (const it of wrong) reading.fault(it.span, it.says)
  if (wrong.length > 0) return
  for (const name of ['at', 'from', 'to'])
    if (props[name]) {
      const moment = { figure, time: number(props, name)!, span: props[name]!.span }
      reading.moments.push({ ...moment, claimed: true })
    }
  const claim = { figure, place: placeOf(span), span, that, spans, words: wordsOf(node) }
  const names = ['at', 'from', 'to', 'never', 'lever', 'against'].filter((name) => props[name])
  const said = Object.fromEntries(names.map((name) => [name, props[name]!.value]))
  reading.claims.push({ ...claim, ...said } as Claim)
}

const lintFigure = (reading: Reading, node: Tree, figure: string) => {
  const before = reading.figures.find((it) => it.id === figure)
  if (before)
    return reading.fault(nameSpan(node), `Figure: ${figure} is shown already, at ${before.place}`)
  const number = reading.figures.length + 1
  const caption = wordsOf(node).trim().replace(/\s+/g, ' ')
  reading.figures.push({ id: figure, number, place: placeOf(spanOf(node)), caption })
}

const lintTerm = (reading: Reading, node: Tree, props: Props) => {
  const text = (props.of?.value as string | undefined) ?? wordsOf(node)
  // That it has no words is a fault already.
  if (!text.trim()) return
  const word = termOf(text, reading.known)
  const span = props.of?.span ?? { ...spanOf(node.children?.[0] ?? node), length: text.length }
  if (word) reading.terms.push({ word, span: nameSpan(node) })
  else reading.fault(span, `Term: "${text}" is not in the glossary`, text, reading.known.terms)
}

const note = (reading: Reading, node: Tree, props: Props) => {
  const figure = props.of?.imported?.file
  if (node.name === 'Term') lintTerm(reading, node, props)
  if (node.name === 'Rule') {
    const [of, name] = [props.of!.value as string, props.name!.value as string]
    reading.rules.push({ of, name, spans: { of: props.of!.span, name: props.name!.span } })
  }
  if (!figure) return
  if (node.name === 'Figure') lintFigure(reading, node, figure)
  if (node.name === 'Claim') lintClaim(reading, node, props, figure)
  if (node.name === 'At')
    reading.moments.push({ figure, time: number(props, 'time')!, span: props.time!.span })
  if (node.name !== 'Predict') return
  reading.moments.push({ figure, time: number(props, 'at')!, span: props.at!.span })
  const use = { figure, fact: String(props.fact!.value), span: props.fact!.span }
  reading.factUses.push(use)
  const choices = props.choices!.value as string[]
  const twice = choices.find((it, i) => choices.indexOf(it) < i)
  if (twice) reading.fault(props.choices!.span, `choices: ${twice} stands there twice`)
  const held = { at: number(props, 'at')!, atSpan: props.at!.span }
  reading.predictions.push({ ...use, ...held, choices })
}

/** Written on one line, an element is still in a paragraph, by itself. */
const isAlone = (node: Tree, parent: Tree | undefined) =>
  parent?.type === 'paragraph' &&
  parent.children!.every((it) => it === node || (it.type === 'text' && !it.value!.trim()))

/** Blocks that need no words: code, a picture, a rule. */
const isBlock = (node: Tree) =>
  ['code', 'image', 'imageReference'].includes(node.type) ||
  (isElement(node) && components[node.name ?? '']?.holds === 'nothing')

const isEmpty = (node: Tree) =>
  !wordsOf(node).trim() &&
  !(components[node.name!]!.holds === 'blocks' && [...nodesOf(node)].some(([it]) => isBlock(it)))

/** A figure stands alone; a claim is running text; what must be filled is. */
const lintStanding = (reading: Reading, node: Tree, above: readonly Tree[]) => {
  const { holds, filled } = components[node.name!]!
  const parent = above.at(-1)
  const alone = node.type === 'mdxJsxFlowElement' || isAlone(node, parent)
  const blocks = node.children?.some((it) => it.type === 'paragraph') ? node.children.length : 0
  const inside = above.find((it) => isElement(it) && components[it.name ?? '']?.holds === 'words')
  if (inside) reading.fault(nameSpan(node), `${node.name} may not stand inside ${inside.name}`)
  else if (holds !== 'words' && !alone)
    reading.fault(nameSpan(node), `${node.name} stands alone on its lines`)
  else if (filled && isEmpty(node))
    reading.fault(nameSpan(node), `${node.name} is empty: it needs words between its tags`)
  else if ((holds === 'words' || holds === 'caption') && blocks > 1)
    reading.fault(nameSpan(node), `${node.name} holds one paragraph`)
  else if (holds === 'nothing' && node.children?.length)
    reading.fault(nameSpan(node), `${node.name} takes no words inside`)
}

/** What a Figure (or a misspelt one) names counts as shown, even where something else is wrong. */
const noteShown = (reading: Reading, node: Tree) => {
  if (node.name !== 'Figure' && Object.hasOwn(components, node.name ?? '')) return
  for (const { value } of node.attributes ?? [])
    if (value && typeof value === 'object')
      for (const word of value.value.match(/\w+/g) ?? []) reading.shown.add(word)
}

/** HTML that Markdown has signs for. */
const inMarkdown: { readonly [tag: string]: string } = {
  ...{ b: '**words**', strong: '**words**', i: '_words_', em: '_words_', code: '`words`' },
  ...{ a: '[words](address)', img: '![what it shows](file.png)', hr: '---', pre: '```' },
  ...{ h1: '##', h2: '##', h3: '###', ul: '- words', li: '- words', blockquote: '> words' },
}

const isStrange = (name: string) =>
  /^[a-z]/.test(name) && !Object.hasOwn(tags, name) && !Object.hasOwn(components, name)

/** Holds one element to the schema. */
export const lintElement = (reading: Reading, node: Tree, above: readonly Tree[]) => {
  const name = node.name ?? ''
  noteShown(reading, node)
  if (Object.hasOwn(tags, name)) return lintTag(reading, node, above)
  if (!Object.hasOwn(components, name)) {
    // Of HTML within HTML the outermost is the one to take out.
    if (above.some((it) => isElement(it) && isStrange(it.name ?? ''))) return
    const what = /^[A-Z]/.test(name) ? `there is no component ${name}` : `<${name}> is not allowed`
    const sign = inMarkdown[name]
    const [word, known] = sign ? [sign, [sign]] : [name, names]
    return reading.fault(nameSpan(node), what, word, known)
  }
  lintStanding(reading, node, above)
  const props = readProps(reading, node, components[name]!)
  if (props) note(reading, node, props)
}

/** What React prints of a value as it is written out; undefined where it is none. */
const printedOf = (line: Statement) => {
  const read = line.type === 'ExpressionStatement' ? literal(line.expression) : undefined
  const printed =
    read && 'value' in read && (typeof read.value === 'string' || isNumber(read.value))
  return printed ? String(read.value) : undefined
}

/** An expression in the text. */
export const lintExpression = (reading: Reading, node: Tree) => {
  const { body = [], comments = [] } = node.data?.estree ?? {}
  const fault = (says: string) =>
    reading.fault(spanOf(node), `expression: ${says} (for braces in prose write \\{)`)
  if (body.length === 0 && comments.length === 0) fault('it is empty')
  for (const line of body) {
    if (reportStrangers(reading, line)) continue
    const printed = printedOf(line as Statement)
    if (printed === undefined) fault('only text, numbers and comments stand in the text')
    else lintDecoded(reading, spanOf(node), printed, 'expression')
  }
}
