// Parses the body of a post (CommonMark, GFM, footnotes, MDX) into a tree with places.

import type { Node, Program } from 'estree'
import type { Node as SyntaxNode } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Fault } from './fault'
import { mayHoldLiterals, withoutLiterals } from './literals'
import type { Source, Span } from './source'
import { syntaxFault } from './syntax-fault'

export type Point = { readonly line: number; readonly column: number; readonly offset: number }
/** A node of the tree, as loosely as plugins of every origin have it. */
export type Tree = SyntaxNode & {
  type: string
  name?: string | null
  value?: string
  depth?: number
  /** Of an item of a list of tasks. */
  checked?: boolean | null
  url?: string
  alt?: string | null
  lang?: string | null
  /** Of a block of code: what stands after its language. */
  meta?: string | null
  identifier?: string
  children?: Tree[]
  attributes?: Attribute[]
  data?: { estree?: Program; [key: string]: unknown }
  position?: { start: Point; end: Point }
}
export type Attribute = {
  type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute'
  name: string
  value?: null | string | { type: string; value: string; data?: { estree?: Program } }
  position?: { start: Point; end: Point }
}
/** acorn's nodes carry offsets into the file. */
export type Placed = Node & { start: number; end: number }

const plain = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm)
const withAll = plain().use(remarkMdx).freeze()
const lean = plain().use(withoutLiterals).use(remarkMdx).freeze()

/** From the start of a node to its end, or to the end of its first line. */
export const spanOf = (node: { position?: { start: Point; end: Point } }): Span => {
  const { start, end } = node.position!
  return {
    line: start.line,
    column: start.column,
    length: end.line === start.line ? end.column - start.column : undefined,
  }
}

/** Where an expression's node stands. */
export const placed = (source: Source, node: Node): Span => {
  const { start, end } = node as Placed
  return { ...source.at(start), length: end - start }
}

/** The tree of a body, or the one fault that keeps it from being read. */
export const parseBody = (source: Source): { tree: Tree } | { fault: Fault } => {
  try {
    const processor = mayHoldLiterals(source.text) ? withAll : lean
    return { tree: processor.parse(source.text) as Tree }
  } catch (thrown) {
    return { fault: syntaxFault(source, thrown) }
  }
}

/** Every node, parents first. */
export function* nodesOf(
  tree: Tree,
  above: readonly Tree[] = [],
): Generator<[Tree, readonly Tree[]]> {
  yield [tree, above]
  const line = [...above, tree]
  for (const child of tree.children ?? []) yield* nodesOf(child, line)
}

/** The plain words of a node. */
export const wordsOf = (node: Tree): string =>
  node.type === 'text' || node.type === 'inlineCode'
    ? (node.value ?? '')
    : (node.children ?? []).map(wordsOf).join('')

export const isElement = (node: Tree) =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
