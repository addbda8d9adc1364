// Footnotes as notes beside their numbers: what Markdown gathers at the end goes where it is meant.

import { Children, Fragment, isValidElement, type ReactNode } from 'react'
import { NoteAgain, SideNote } from '@/components/article/side-note'
import { type Any, withChildren } from './elements'

const isNotes = (node: Any) => node.props['data-footnotes'] !== undefined
const isBackLink = (node: Any) => node.props['data-footnote-backref'] !== undefined

/** The first element below `node` that is looked for. */
const find = (node: ReactNode, wanted: (node: Any) => boolean): Any | undefined => {
  for (const child of Children.toArray(node)) {
    if (!isValidElement(child)) continue
    const found = wanted(child as Any) ? child : find((child as Any).props.children, wanted)
    if (found) return found as Any
  }
}

/** What a note says, as words that may stand inside a paragraph: no links back, no <p>. */
const wordsOf = (item: Any): ReactNode => {
  const paragraphs = Children.toArray(item.props.children).filter((it) =>
    isValidElement(it),
  ) as Any[]
  return paragraphs.map((it, i) => (
    <Fragment key={it.key}>
      {i > 0 && <br />}
      {Children.toArray(it.props.children).filter(
        (at) => !(isValidElement(at) && isBackLink(at as Any)),
      )}
    </Fragment>
  ))
}

const notesIn = (tree: ReactNode): Map<string, ReactNode> => {
  const notes = new Map<string, ReactNode>()
  const list = find(tree, isNotes)
  const read = (node: ReactNode) => {
    for (const child of Children.toArray(node) as Any[]) {
      if (!isValidElement(child)) continue
      const { id, children } = (child as Any).props
      if (typeof id === 'string' && /fn-?\d+$|fn-/.test(id))
        notes.set(`#${id}`, wordsOf(child as Any))
      else read(children)
    }
  }
  if (list) read(list.props.children)
  return notes
}

/**
 * The tree of a body (as `evaluate` gives it, before its components have run) with each note at its
 * number; the list at the end is gone. A tree without notes comes back as it is.
 */
export function inlineNotes(tree: ReactNode): ReactNode {
  const notes = notesIn(tree)
  if (notes.size === 0) return tree
  const numbers = new Map<string, number>()
  const noteAt = (href: string, key: string | null) => {
    const number = numbers.get(href)
    const id = href.replace(/^#fn-/, 'fn')
    if (number) return <NoteAgain key={key} {...{ id, number }} />
    numbers.set(href, numbers.size + 1)
    return (
      <SideNote key={key} id={id} number={numbers.size}>
        {notes.get(href)}
      </SideNote>
    )
  }
  const walk = (node: ReactNode): ReactNode => {
    if (Array.isArray(node)) return node.map(walk)
    if (!isValidElement(node)) return node
    const element = node as Any
    if (isNotes(element)) return null
    const mark = element.type === 'sup' && find(element.props.children, isMark)
    if (mark) return noteAt(mark.props.href, element.key)
    const { children } = element.props
    if (children === undefined) return element
    return withChildren(element, walk(children))
  }
  return walk(tree)
}

const isMark = (node: Any) => node.props['data-footnote-ref'] !== undefined
