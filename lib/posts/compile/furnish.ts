// Gives components what only the whole post can know: a number, an id, a place; and makes what
// they hold the same whether it was written on one line or on three.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { imageSize } from 'image-size'
import { components } from '../components'
import { isImageInAnyCase } from '../image-name'
import type { Known } from '../lint/reading'
import { rulesOf } from '../rule'
import { freshSlugs } from '../slug'
import { termOf } from '../term'
import { isElement, nodesOf, type Tree, wordsOf } from '../tree'

export type Furnishing = {
  readonly root: string
  readonly slug: string
  readonly known: Known
  /** Told of every file that the body was made from, besides those it imports. */
  readonly read: (file: string) => void
}

const give = (node: Tree, props: { readonly [name: string]: string | undefined }) => {
  for (const [name, value] of Object.entries(props))
    if (value !== undefined && !node.attributes!.some((it) => it.name === name))
      node.attributes!.push({ type: 'mdxJsxAttribute', name, value })
}

/** The name of the data file behind `of={name}`. */
const figureOf = (node: Tree, files: ReadonlyMap<string, string>) => {
  const { value } = node.attributes!.find((it) => it.name === 'of') ?? {}
  return value && typeof value === 'object' ? files.get(value.value.trim()) : undefined
}

const importsOf = (tree: Tree) => {
  const files = new Map<string, string>()
  for (const node of tree.children ?? [])
    for (const line of node.data?.estree?.body ?? [])
      if (line.type === 'ImportDeclaration')
        for (const { local } of line.specifiers)
          files.set(local.name, String(line.source.value).replace(/^\.\//, ''))
  return files
}

const text = (node: Tree, name: string) => {
  const { value } = node.attributes!.find((it) => it.name === name) ?? {}
  return typeof value === 'string' ? value : undefined
}

const furnishRule = (node: Tree, { read }: Furnishing) => {
  const rule = rulesOf(text(node, 'of') ?? '').get(text(node, 'name') ?? '')
  if (!rule) return
  read(path.join(process.cwd(), rule.file))
  give(node, { code: rule.code, file: rule.file, line: String(rule.line) })
}

const isWords = (node: Tree) =>
  !['paragraph', 'list', 'code', 'blockquote', 'table', 'heading'].includes(node.type) &&
  node.type !== 'mdxJsxFlowElement'
const paragraph = (children: Tree[], like: Tree): Tree =>
  ({ type: 'paragraph', children, position: like.position }) as Tree

/** Captions and sentences hold words, callouts hold paragraphs, however they were written. */
const settle = (node: Tree) => {
  const { holds } = components[node.name!]!
  const children = node.children!
  if (holds === 'blocks' && children.every(isWords)) node.children = [paragraph(children, node)]
  const [only] = children
  if (holds !== 'blocks' && children.length === 1 && only!.type === 'paragraph')
    node.children = only!.children
}

/** A sentence alone on its line is a paragraph like any other. */
const intoParagraphs = (node: Tree) => {
  if (!node.children) return
  node.children = node.children.map((child) => {
    const words = child.type === 'mdxJsxFlowElement' && components[child.name!]?.holds === 'words'
    if (!words) return child
    return paragraph([{ ...child, type: 'mdxJsxTextElement' } as Tree], child)
  })
}

const furnishImage = (node: Tree, { root, slug, read }: Furnishing) => {
  const name = node.url!.replace(/^\.\//, '')
  if (!isImageInAnyCase(name) || /^[a-z]+:|^\//.test(name)) return
  const file = path.join(root, 'content', slug, name)
  read(file)
  const { width, height } = imageSize(readFileSync(file))
  node.url = `/pictures/${slug}/${name}`
  node.data = { ...node.data, hProperties: { width, height } }
}

const furnishElement = (node: Tree, files: ReadonlyMap<string, string>, furnishing: Furnishing) => {
  const { line, column } = node.position!.start
  const place = `${line}:${column}`
  const id = figureOf(node, files)
  settle(node)
  if (node.name === 'Term')
    return give(node, { of: termOf(wordsOf(node), furnishing.known), place })
  if (node.name === 'Rule') return furnishRule(node, furnishing)
  if (id !== undefined) give(node, { id, place })
}

const giveNumber = (node: Tree, name: string, given: number) => {
  const estree = { type: 'Program', sourceType: 'module', body: [expression(given)] }
  const value = { type: 'mdxJsxAttributeValueExpression', value: String(given), data: { estree } }
  node.attributes!.push({ type: 'mdxJsxAttribute', name, value: value as never })
}

/** The moment at which the first of the questions about each figure holds its film. */
const heldOf = (elements: readonly Tree[], files: ReadonlyMap<string, string>) => {
  const held = new Map<string, number>()
  for (const node of elements.filter(({ name }) => name === 'Predict')) {
    const { value } = node.attributes!.find(({ name }) => name === 'at') ?? {}
    const [id, at] = [figureOf(node, files), Number((value as { value?: string })?.value)]
    if (id !== undefined && at >= 0) held.set(id, Math.min(at, held.get(id) ?? at))
  }
  return held
}
const expression = (value: number) => ({
  type: 'ExpressionStatement',
  expression: { type: 'Literal', value, raw: String(value) },
})

/** A remark plugin. */
export const furnish = (furnishing: Furnishing) => () => (tree: Tree) => {
  const files = importsOf(tree)
  const nodes = [...nodesOf(tree)].map(([node]) => node)
  const elements = nodes.filter((it) => isElement(it) && Object.hasOwn(components, it.name ?? ''))
  for (const node of elements) furnishElement(node, files, furnishing)
  const figures = elements.filter((it) => it.name === 'Figure')
  const held = heldOf(elements, files)
  figures.forEach((node, i) => {
    giveNumber(node, 'number', i + 1)
    const at = held.get(figureOf(node, files) ?? '')
    if (at !== undefined) giveNumber(node, 'held', at)
  })
  const fresh = freshSlugs(figures.map((it) => figureOf(it, files) ?? ''))
  for (const node of nodes) {
    if (node.type === 'heading')
      node.data = { ...node.data, hProperties: { id: fresh(wordsOf(node)) } }
    if (node.type === 'image' || node.type === 'definition') furnishImage(node, furnishing)
    if (node.type !== 'paragraph') intoParagraphs(node)
  }
}
