// A body whose blocks are text already, but for those that wait for something or come alive.

import { Fragment, isValidElement, type ReactNode } from 'react'
import { flat, NotPure } from '@/components/figure/markup'
import { type Any, withChildren } from './elements'

const flatOrSame = (block: Any): ReactNode => {
  try {
    return flat(block)
  } catch (fault) {
    if (fault instanceof NotPure) return block
    throw fault
  }
}

/**
 * The tree of a body with each of its blocks one element that holds text, so that React does not
 * carry every word's element from server to page. Figures and highlighted code stay as they are.
 */
export function flatBlocks(tree: ReactNode): ReactNode {
  if (Array.isArray(tree)) return tree.map(flatBlocks)
  if (!isValidElement(tree)) return tree
  const element = tree as Any
  if (element.type !== Fragment) return flatOrSame(element)
  return withChildren(element, flatBlocks(element.props.children))
}
