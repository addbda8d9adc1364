// Reads a source file as the rules see it: imports, names and functions, each with its line.

import { SourceMap } from 'node:module'
import { transformSync } from 'esbuild'
import { parseAst } from 'vite'

export type Place = { readonly line: number }
export type Import = Place & { readonly from: string; readonly names: readonly string[] }
export type Source = {
  readonly path: string
  readonly lines: readonly string[]
  /** Imports that are there when it runs; those of types are not. */
  readonly values: readonly Import[]
  /** All of them, types included. */
  readonly imports: readonly Import[]
  readonly functions: readonly (Place & { readonly length: number })[]
  readonly exported: readonly (Place & { readonly name: string })[]
  /** `Math.pow`, `Date`, `**`: what a run may not use is among these. */
  readonly used: readonly (Place & { readonly name: string })[]
}

type Node = { type: string; start: number; end: number; [field: string]: unknown }
const isNode = (it: unknown): it is Node => typeof (it as Node | null)?.type === 'string'

/** Every node with its parent, from the outside in. */
function* walk(node: Node, parent?: Node): Generator<[node: Node, parent: Node | undefined]> {
  yield [node, parent]
  for (const value of Object.values(node))
    for (const it of Array.isArray(value) ? value : [value]) if (isNode(it)) yield* walk(it, node)
}

const nameOf = (it: unknown) => ((it as Node | null)?.name ?? (it as Node | null)?.value) as string

/** Names that are read from outside: not the keys of objects and members. */
const isFree = (node: Node, parent?: Node) =>
  node.type === 'Identifier' &&
  !(parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) &&
  !(
    /^(Property|MethodDefinition|PropertyDefinition)$/.test(parent?.type ?? '') &&
    parent?.key === node
  )

/** Names that the file itself gives to something: a local `process` is not Node's. */
const boundIn = (nodes: readonly (readonly [Node, Node | undefined])[]) => {
  const bound = new Set<string>()
  const bind = (it: unknown) => {
    for (const part of Array.isArray(it) ? it : [it])
      if (isNode(part)) for (const [node] of walk(part)) if (isFree(node)) bound.add(nameOf(node))
  }
  for (const [node] of nodes) {
    if (node.type === 'VariableDeclarator') bind(node.id)
    if (/^(Function|ArrowFunction)/.test(node.type)) bind(node.params)
  }
  return bound
}

const usedBy = (node: Node, parent?: Node): string | undefined => {
  if (node.type === 'MemberExpression' && nameOf(node.object) === 'Math')
    return `Math.${nameOf(node.property)}`
  if (/^(Binary|Assignment)Expression$/.test(node.type) && String(node.operator).startsWith('**'))
    return '**'
  return isFree(node, parent) ? nameOf(node) : undefined
}

const declared = (node: Node): string[] => {
  if (!/^Export(Named|Default)Declaration$/.test(node.type)) return []
  const made = node.declaration as Node | null
  const list = (made?.declarations ?? (made ? [made] : node.specifiers)) as Node[]
  return list.map((it) => nameOf(it.id ?? it.exported)).filter(Boolean)
}

const importOf = (node: Node): Omit<Import, 'line'> | undefined => {
  if (!/^(Import|Export(Named|All))Declaration$|^ImportExpression$/.test(node.type))
    return undefined
  if (!node.source) return undefined
  const names = (node.specifiers as Node[] | undefined)?.map((it) => nameOf(it.imported)) ?? []
  const from = nameOf(node.source)
  // What is put together at run time names no file.
  return typeof from === 'string' ? { from, names: names.filter(Boolean) } : undefined
}

const written = /^(?:import|export)\b([^'"`;]*?)from '([^']+)'|\bimport\(\s*'([^']+)'/gm

/** `describe` of a test file is a chapter; what is in it is counted by itself. */
const isChapter = (node: Node, parent?: Node) => {
  if (parent?.type !== 'CallExpression' || parent.callee === node) return false
  const callee = parent.callee as Node
  return nameOf(callee) === 'describe' || nameOf(callee.property) === 'describe'
}

/** Imports as they are written, which is where those of types are seen. */
const writtenIn = (text: string): Import[] =>
  [...text.matchAll(written)].map((match) => ({
    from: match[2] ?? match[3] ?? '',
    names: match[1]?.match(/\w+/g)?.filter((word) => word !== 'type') ?? [],
    line: text.slice(0, match.index).split('\n').length,
  }))

/** The file as plain JavaScript, and the line on which a place in that was written. */
const plain = (path: string, text: string) => {
  // `<T>` begins a type in one and an element in the other.
  const loader = path.endsWith('.ts') ? 'ts' : 'tsx'
  const kept = { sourcemap: 'external', sourcefile: path, target: 'esnext' } as const
  const { code, map } = transformSync(text, { loader, jsx: 'automatic', ...kept })
  const origin = new SourceMap(JSON.parse(map))
  const starts = [0]
  for (let i = 0; i < code.length; i++) if (code[i] === '\n') starts.push(i + 1)
  const lineAt = (offset: number) => {
    const line = starts.findLastIndex((start) => start <= offset)
    const entry = origin.findEntry(line, offset - (starts[line] ?? 0))
    return ('originalLine' in entry ? entry.originalLine : 0) + 1
  }
  return { code, lineAt }
}

/** Reads one TypeScript or JavaScript file. Throws where it does not parse. */
export function read(path: string, text: string): Source {
  const { code, lineAt } = plain(path, text)
  const nodes = [...walk(parseAst(code) as unknown as Node)]
  const bound = boundIn(nodes)
  const found = <T extends object>(pick: (node: Node, parent?: Node) => T | undefined) =>
    nodes.flatMap(([node, parent]) => {
      const it = pick(node, parent)
      return it ? [{ ...it, line: lineAt(node.start) }] : []
    })
  return {
    path,
    lines: text.split('\n'),
    values: found(importOf).filter(({ from }) => from !== 'react/jsx-runtime'),
    imports: writtenIn(text),
    functions: found((node, parent) =>
      /^(Function|ArrowFunction)/.test(node.type) && !isChapter(node, parent)
        ? { length: lineAt(node.end - 1) - lineAt(node.start) + 1 }
        : undefined,
    ),
    exported: nodes.flatMap(([node]) =>
      declared(node).map((name) => ({ name, line: lineAt(node.start) })),
    ),
    used: found((node, parent) => {
      const name = usedBy(node, parent)
      return name === undefined || bound.has(name) ? undefined : { name }
    }),
  }
}
