// A text as Markdown: the elements of a body, whichever runtime made them, written as CommonMark.

import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** What every JSX runtime makes of `<p>…</p>`. */
type Made = { readonly type: unknown; readonly props: { readonly [name: string]: unknown } }
type Inline = PhrasingContent
type Block = RootContent

const isMade = (node: unknown): node is Made =>
  typeof node === 'object' && node !== null && 'type' in node && 'props' in node

/** Components are called and lists laid flat, until only tags and texts are left. */
function* plain(node: unknown): Generator<Made | string> {
  if (Array.isArray(node)) for (const it of node) yield* plain(it)
  else if (typeof node === 'string' || typeof node === 'number') yield String(node)
  else if (!isMade(node)) return
  else if (typeof node.type === 'function') yield* plain(node.type(node.props))
  else if (typeof node.type === 'string') yield node
  else yield* plain(node.props.children)
}
const inside = (node: Made) => [...plain(node.props.children)]
const wordsOf = (node: Made | string): string =>
  typeof node === 'string' ? node : inside(node).map(wordsOf).join('')
const tagged = (node: Made | string, tag: string): node is Made =>
  typeof node !== 'string' && node.type === tag

const text = (value: string): Inline => ({ type: 'text', value: value.replace(/\s+/g, ' ') })
const html = (value: string): Inline => ({ type: 'html', value }) as Inline
const wrapped = (tag: string, node: Made): Inline[] => [
  html(`<${tag}>`),
  ...inlines(inside(node)),
  html(`</${tag}>`),
]
const footnote = (href: unknown) => String(href).replace(/^#(?:user-content-)?fn-/, '')

function link(node: Made): Inline[] {
  const { href, ...rest } = node.props
  if ('data-footnote-backref' in rest) return []
  if ('data-footnote-ref' in rest)
    return [{ type: 'footnoteReference', identifier: footnote(href) }]
  return [{ type: 'link', url: String(href), children: inlines(inside(node)) as never }]
}

/** A number of a note is its reference; any other small raised thing keeps its tag. */
const raised = (node: Made): Inline[] => {
  const [only, ...more] = inside(node)
  const note = only && more.length === 0 && tagged(only, 'a') && 'data-footnote-ref' in only.props
  return note ? link(only as Made) : wrapped('sup', node)
}

const marks: { readonly [tag: string]: (node: Made) => Inline[] } = {
  a: link,
  sup: raised,
  br: () => [{ type: 'break' }],
  code: (node) => [{ type: 'inlineCode', value: wordsOf(node) }],
  em: (node) => [{ type: 'emphasis', children: inlines(inside(node)) }],
  i: (node) => marks.em!(node),
  var: (node) => marks.em!(node),
  strong: (node) => [{ type: 'strong', children: inlines(inside(node)) }],
  b: (node) => marks.strong!(node),
  // Markdown has no sign for what short words stand for.
  abbr: (node) => [
    ...inlines(inside(node)),
    ...(node.props.title ? [text(` (${node.props.title})`)] : []),
  ],
  del: (node) => [{ type: 'delete', children: inlines(inside(node)) }],
  img: ({ props }) => [{ type: 'image', url: String(props.src), alt: String(props.alt) }],
}

const inlines = (nodes: readonly (Made | string)[]): Inline[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string') return [text(node)]
    const tag = node.type as string
    return marks[tag]?.(node) ?? (isBlock(node) ? inlines(inside(node)) : wrapped(tag, node))
  })

/** A paragraph; what separated its last words from a sign that is gone is gone too. */
const paragraph = (nodes: readonly (Made | string)[]): Block => {
  const children = inlines(nodes)
  const last = children.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return { type: 'paragraph', children }
}

const list = (node: Made, ordered: boolean): Block[] => {
  const items = inside(node).filter((it) => tagged(it, 'li'))
  const children = items.map((it) => ({
    type: 'listItem' as const,
    children: blocks(inside(it)) as BlockContent[],
  }))
  const spread = items.some((it) => inside(it).filter((one) => tagged(one, 'p')).length > 1)
  const start = ordered ? Number(node.props.start ?? 1) : null
  return [{ type: 'list', ordered, start, spread, children }]
}

const code = (node: Made): Block[] => {
  const [only] = inside(node).filter((it) => tagged(it, 'code'))
  const language = /language-([\w-]+)/.exec(String(only?.props.className ?? ''))?.[1]
  const lang = language === 'text' ? null : (language ?? null)
  return [{ type: 'code', lang, value: wordsOf(node).replace(/\n$/, '') }]
}

const rowsIn = (node: Made): Made[] =>
  inside(node).flatMap((it) => (typeof it === 'string' ? [] : it.type === 'tr' ? [it] : rowsIn(it)))
const table = (node: Made): Block[] => {
  const children = rowsIn(node).map((row) => ({
    type: 'tableRow' as const,
    children: inside(row)
      .filter((it) => typeof it !== 'string')
      .map((it) => ({ type: 'tableCell' as const, children: inlines(inside(it)) })),
  }))
  return [{ type: 'table', children }]
}

/** What Markdown gathers at the end: each note by the name that its references use. */
const notes = (node: Made): Block[] =>
  inside(node).flatMap((it) => {
    if (typeof it === 'string') return []
    if (it.type !== 'li') return /^h\d$/.test(String(it.type)) ? [] : notes(it)
    const identifier = footnote(`#${it.props.id}`)
    const children = blocks(inside(it)) as BlockContent[]
    return [{ type: 'footnoteDefinition', identifier, children }]
  })

const heading = (node: Made): Block[] => {
  const depth = Number(String(node.type)[1]) as 1
  return [{ type: 'heading', depth, children: inlines(inside(node)) }]
}

const shapes: { readonly [tag: string]: (node: Made) => Block[] } = {
  p: (node) => [paragraph(inside(node))],
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  ul: (node) => list(node, false),
  ol: (node) => list(node, true),
  blockquote: (node) => [{ type: 'blockquote', children: blocks(inside(node)) as BlockContent[] }],
  pre: code,
  table,
  hr: () => [{ type: 'thematicBreak' }],
  // A word and what it means: Markdown has no list of this kind.
  dl: (node) => blocks(inside(node)),
  dt: (node) => [
    { type: 'paragraph', children: [{ type: 'strong', children: inlines(inside(node)) }] },
  ],
  dd: (node) => blocks(inside(node)),
  section: (node) => ('data-footnotes' in node.props ? notes(node) : blocks(inside(node))),
}
const isBlock = (node: Made) => Object.hasOwn(shapes, node.type as string)

/** Words that stand between blocks, as those of a short list do, are a paragraph. */
const blocks = (nodes: readonly (Made | string)[]): Block[] => {
  const found: Block[] = []
  let loose: (Made | string)[] = []
  const settle = () => {
    if (loose.some((it) => typeof it !== 'string' || it.trim())) found.push(paragraph(loose))
    loose = []
  }
  for (const node of nodes)
    if (typeof node === 'string' || !isBlock(node)) loose.push(node)
    else {
      settle()
      found.push(...shapes[node.type as string]!(node))
    }
  settle()
  return found
}

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true })
  .freeze()

/** The Markdown of a tree of elements. Tags that Markdown has no sign for are kept as they are. */
export const markdown = (tree: unknown): string => {
  const root: Root = { type: 'root', children: blocks([...plain(tree)]) }
  return writer.stringify(root)
}
