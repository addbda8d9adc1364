// Quotes, apostrophes and units as a printer sets them, wherever an author typed them.

import { isValidElement, type ReactNode } from 'react'
import { type Any, withChildren } from './elements'

const opens = /[\s([{—–“‘]$/
/** Between a number and its unit no line ends. */
const beforeUnit = /(?<=\d) (?=(?:ms|s|min|h|kB|MB|km|%)(?![\p{L}\d]))/gu

/** `before` is what stands before the text on the same line: '' at the start of a paragraph. */
export function printed(text: string, before = ''): string {
  let said = before
  for (const sign of text) {
    const opening = said === '' || opens.test(said)
    if (sign === '"') said += opening ? '“' : '”'
    else if (sign === "'") said += opening ? '‘' : '’'
    else said += sign
  }
  return said.slice(before.length).replace(beforeUnit, '\u00a0')
}

/**
 * The tree of a body (as `evaluate` gives it) with its quotes set; `isCode` says which elements are
 * left as they are.
 */
export function setQuotes(tree: ReactNode, isCode: (type: unknown) => boolean): ReactNode {
  let last = ''
  const walk = (node: ReactNode): ReactNode => {
    if (typeof node === 'string') {
      const text = printed(node, last)
      last = text.slice(-1) || last
      return text
    }
    if (Array.isArray(node)) return node.map(walk)
    if (!isValidElement(node)) return node
    const element = node as Any
    if (isCode(element.type)) last = '.'
    const { children } = element.props
    if (children === undefined || isCode(element.type)) return element
    return withChildren(element, walk(children))
  }
  return walk(tree)
}
