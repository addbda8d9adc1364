// Props of components: read from the source, and held to the schema.

import type { Expression, Node } from 'estree'
import type { Component, Prop } from '../components'
import type { Import } from '../linted'
import { nearest } from '../nearest'
import type { Span } from '../source'
import { type Attribute, placed, spanOf, type Tree } from '../tree'
import { literal, strangers } from './expression'
import { lintDecoded } from './prose'
import type { Reading } from './reading'

/** A prop that could be read; `node` is its expression, where there is one. */
export type Given = {
  readonly value: unknown
  readonly imported?: Import
  readonly span: Span
  readonly node?: Node
}
export type Props = { [name: string]: Given }

const expressionOf = (attribute: Attribute): Expression | undefined => {
  const value = attribute.value
  const line = value && typeof value === 'object' ? value.data?.estree?.body[0] : undefined
  return line?.type === 'ExpressionStatement' ? line.expression : undefined
}

/** Reports what nothing defines; true where there was such a thing. */
export const reportStrangers = (reading: Reading, node: Node): boolean => {
  const known = new Set(reading.imports.keys())
  const found = strangers(node, known)
  for (const it of found) {
    const name = it.type === 'Identifier' ? it.name : undefined
    const says = name
      ? `expression: ${name} is not defined here (for braces in prose write \\{)`
      : 'expression: no elements inside an expression'
    reading.fault(placed(reading.source, it), says, name, known)
  }
  return found.length > 0
}

const isMoment = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
const isFacts = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kinds: { [is in Prop['is']]: { says: string; fits: (value: unknown) => boolean } } = {
  data: { says: 'the import of a data file, as of={splitVote}', fits: () => false },
  moment: { says: 'a moment in milliseconds, as at={640}', fits: isMoment },
  facts: {
    says: 'facts and their values, as that={{ leader: 3 }}',
    fits: (value) => isFacts(value) && Object.keys(value as object).length > 0,
  },
  text: { says: 'text in quotes', fits: isText },
  texts: {
    says: "a list of at least two texts, as choices={['n1', 'n2']}",
    fits: (value) => Array.isArray(value) && value.length > 1 && value.every(isText),
  },
  flag: { says: 'nothing, or true', fits: (value) => value === true },
}

const readExpression = (
  reading: Reading,
  name: string,
  prop: Prop,
  node: Expression,
): Given | undefined => {
  const span = placed(reading.source, node)
  if (reportStrangers(reading, node)) return undefined
  if (prop.is === 'data' && node.type === 'Identifier') {
    const imported = reading.imports.get(node.name)
    return imported && { value: undefined, imported, span, node }
  }
  const read = literal(node)
  if ('value' in read && kinds[prop.is].fits(read.value)) return { value: read.value, span, node }
  const says = 'not' in read && prop.is !== 'data' ? ', written out' : ''
  if ('not' in read && read.says)
    reading.fault(placed(reading.source, read.not), `${name}: ${read.says}`)
  else reading.fault(span, `${name}: expected ${kinds[prop.is].says}${says}`)
  return undefined
}

/** Reads one attribute; undefined where it is at fault. */
export const readProp = (reading: Reading, prop: Prop, attribute: Attribute): Given | undefined => {
  const given = readValue(reading, prop, attribute)
  for (const text of [given?.value].flat())
    if (typeof text === 'string') lintDecoded(reading, spanOf(attribute), text, attribute.name)
  return given
}

const readValue = (reading: Reading, prop: Prop, attribute: Attribute): Given | undefined => {
  const node = expressionOf(attribute)
  if (node) return readExpression(reading, attribute.name, prop, node)
  const value = attribute.value === null ? true : attribute.value
  const span = spanOf(attribute)
  if (typeof value !== 'object' && kinds[prop.is].fits(value)) return { value, span }
  reading.fault(span, `${attribute.name}: expected ${kinds[prop.is].says}`)
  return undefined
}

type Strange = { readonly name: string; readonly span: Span; readonly props: Component['props'] }

/** A prop of another name: the one that is near it, or else the only one that is missing. */
const strangeProp = (reading: Reading, node: Tree, { name, span, props }: Strange) => {
  const given = new Set(node.attributes?.map((it) => it.name))
  const missing = Object.keys(props).filter((it) => props[it]!.required && !given.has(it))
  const only = missing.length === 1 ? missing[0] : undefined
  const meant = nearest(name, Object.keys(props)) ?? only
  reading.fault(span, `${node.name} has no prop ${name}`, meant, meant ? [meant] : [])
}

/** All props of an element; undefined where one of them is at fault. */
export const readProps = (
  reading: Reading,
  node: Tree,
  { props }: Component,
): Props | undefined => {
  const before = reading.faults.length
  const found: Props = {}
  const seen = new Set<string>()
  for (const attribute of node.attributes ?? []) {
    const { name } = attribute
    const span = { ...spanOf(attribute), length: name?.length ?? 1 }
    if (attribute.type !== 'mdxJsxAttribute')
      reading.fault(
        spanOf({ position: attribute.position ?? node.position }),
        'no {...spread}: write each prop',
      )
    else if (!Object.hasOwn(props, name)) strangeProp(reading, node, { name, span, props })
    else if (seen.has(name)) reading.fault(span, `${name}: stands there twice`)
    else {
      const given = readProp(reading, props[name]!, attribute)
      if (given) found[name] = given
    }
    seen.add(name)
  }
  // What is spread may hold any of them.
  const spread = node.attributes?.some((it) => it.type !== 'mdxJsxAttribute')
  const near = new Set(reading.faults.slice(before).map((it) => it.near))
  for (const [name, prop] of Object.entries(props))
    if (prop.required && !spread && !seen.has(name) && !near.has(name))
      reading.fault(
        { ...spanOf(node), length: node.name!.length + 1 },
        `${node.name}: ${name} is missing`,
      )
  return reading.faults.length === before ? found : undefined
}
