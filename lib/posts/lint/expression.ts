// Expressions in a post: names that nobody gave, and values that are written out.

import type { Node, Pattern } from 'estree'

/** The names that an expression may use without an import. */
const everywhere = new Set(['undefined', 'Math', 'Number', 'String', 'Array', 'Object', 'JSON'])
type Loose = Node & { [key: string]: unknown }

const bind = (pattern: Pattern, names: Set<string>): void => {
  if (pattern.type === 'Identifier') names.add(pattern.name)
  else if (pattern.type === 'ArrayPattern') for (const it of pattern.elements) it && bind(it, names)
  else if (pattern.type === 'ObjectPattern')
    for (const it of pattern.properties)
      bind(it.type === 'Property' ? it.value : it.argument, names)
  else if (pattern.type === 'AssignmentPattern') bind(pattern.left, names)
  else if (pattern.type === 'RestElement') bind(pattern.argument, names)
}

/** The names a function brings: its parameters, and what its body declares. */
const within = (node: Loose, names: ReadonlySet<string>) => {
  const inner = new Set(names)
  for (const it of (node.params as Pattern[] | undefined) ?? []) bind(it, inner)
  for (const line of ((node.body as Loose | undefined)?.body as Loose[] | undefined) ?? [])
    if (line.type === 'VariableDeclaration')
      for (const { id } of line.declarations as unknown as { id: Pattern }[]) bind(id, inner)
  return inner
}

const isNode = (it: unknown): it is Loose =>
  typeof it === 'object' && it !== null && typeof (it as Loose).type === 'string'

/** The identifiers of an expression that nothing defines, and the elements written inside it. */
export const strangers = (node: Node, known: ReadonlySet<string>): Node[] => {
  const loose = node as Loose
  if (node.type === 'Identifier')
    return known.has(node.name) || everywhere.has(node.name) ? [] : [node]
  if ((node.type as string) === 'JSXElement' || (node.type as string) === 'JSXFragment')
    return [node]
  const names = /Function/.test(node.type) ? within(loose, known) : known
  const found: Node[] = []
  for (const [key, value] of Object.entries(loose)) {
    const isName = (key === 'property' || key === 'key') && !loose.computed
    if (isName || (key === 'key' && loose.shorthand)) continue
    for (const it of Array.isArray(value) ? value : [value])
      if (isNode(it)) found.push(...strangers(it, names))
  }
  return found
}

/** The part of a value that is not written out, or `says` what else is wrong with it. */
type Not = { readonly not: Node; readonly says?: string }
export type Static = { readonly value: unknown } | Not

const list = (nodes: readonly (Node | null)[]): { values: unknown[] } | Not => {
  const values: unknown[] = []
  for (const node of nodes) {
    const it = node ? literal(node) : { value: null }
    if ('not' in it) return it
    values.push(it.value)
  }
  return { values }
}

const sums: { [operator: string]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

const object = (node: Extract<Node, { type: 'ObjectExpression' }>): Static => {
  const value: { [key: string]: unknown } = {}
  for (const it of node.properties) {
    if (it.type !== 'Property' || it.computed) return { not: it }
    const name =
      it.key.type === 'Identifier' ? it.key.name : String((it.key as { value?: unknown }).value)
    const read = literal(it.value)
    if ('not' in read) return read
    if (name === '__proto__') return { not: it, says: `${name} is no name here` }
    if (Object.hasOwn(value, name)) return { not: it, says: `${name} stands there twice` }
    value[name] = read.value
  }
  return { value }
}

/** Reads literals, lists, objects and sums of numbers; anything else is not written out. */
export const literal = (node: Node): Static => {
  if (node.type === 'Literal' && 'bigint' in node)
    return { not: node, says: `a number is written without n, not ${node.raw}` }
  if (node.type === 'Literal') return 'regex' in node ? { not: node } : { value: node.value }
  if (node.type === 'ObjectExpression') return object(node)
  if (node.type === 'ArrayExpression') {
    const it = list(node.elements)
    return 'not' in it ? it : { value: it.values }
  }
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return { value: node.quasis[0]!.value.cooked }
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const it = literal(node.argument)
    return 'value' in it && typeof it.value === 'number' ? { value: -it.value } : { not: node }
  }
  if (node.type === 'BinaryExpression' && sums[node.operator]) {
    const it = list([node.left as Node, node.right])
    if ('not' in it) return it
    const [a, b] = it.values as [number, number]
    if (typeof a === 'number' && typeof b === 'number') return { value: sums[node.operator]!(a, b) }
  }
  return { not: node }
}
