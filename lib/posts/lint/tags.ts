// The HTML that one may write: what each tag may have, what it holds, and where it stands.

import { type Prop, tags } from '../components'
import { isElement, nodesOf, spanOf, type Tree } from '../tree'
import { readProp } from './props'
import type { Reading } from './reading'

const attributeText: Prop = { is: 'text', says: 'what HTML is handed as it stands' }
/** Tags that hold blocks; what stands in a sentence holds words. */
const holding = ['dl', 'dd', 'dt', 'del', 'ins']

const lintAttributes = (reading: Reading, node: Tree) => {
  const allowed = tags[node.name!]!
  const seen = new Set<string>()
  for (const attribute of node.attributes ?? []) {
    const { name } = attribute
    if (!allowed.includes(name))
      reading.fault(spanOf(attribute), `<${node.name}> may not have ${name ?? '{...}'}`)
    else if (seen.has(name)) reading.fault(spanOf(attribute), `${name}: stands there twice`)
    else readProp(reading, attributeText, attribute)
    seen.add(name)
  }
  return seen
}

const isBlank = (node: Tree) => node.type === 'text' && !node.value!.trim()
/** What is in an element, whether it was written on one line or on three. */
const within = (node: Tree): Tree[] =>
  (node.children ?? [])
    .flatMap((it) => (it.type === 'paragraph' ? (it.children ?? []) : [it]))
    .filter((it) => !isBlank(it))

/** What a list of words holds: a word, what it means, or a comment. */
const isEntry = ({ type, name }: Tree) => /^d[td]$/.test(name ?? '') || type.endsWith('Expression')

/** What keeps a tag from being where it is, or as it is. */
const tagFault = (node: Tree, given: ReadonlySet<string>, above: readonly Tree[]) => {
  const name = node.name!
  const inside = within(node)
  const outer = above.findLast(isElement)?.name
  if (name === 'br') return inside.length > 0 && 'takes nothing inside; write <br />'
  if (inside.length === 0) return 'is empty'
  if (name === 'abbr' && !given.has('title'))
    return 'says what is meant: <abbr title="HyperText">HT</abbr>'
  if (/^d[td]$/.test(name) && outer !== 'dl') return 'stands in <dl>'
  if (name === 'dl' && !inside.every(isEntry)) return 'holds <dt> and <dd> only'
  const blocks = [...nodesOf(node)].some(([it]) => it !== node && isBlock(it))
  return !holding.includes(name) && blocks && 'holds words of a sentence, and no blocks'
}

const isBlock = ({ type }: Tree) =>
  ['paragraph', 'list', 'heading', 'blockquote', 'code', 'table'].includes(type)

/** Holds one tag to what it may be. */
export const lintTag = (reading: Reading, node: Tree, above: readonly Tree[]) => {
  const says = tagFault(node, lintAttributes(reading, node), above)
  const span = { ...spanOf(node), length: node.name!.length + 1 }
  if (says) reading.fault(span, `<${node.name}> ${says}`)
}
