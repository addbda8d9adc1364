// The rules of the house, each a function from a source to what is wrong with it.

import { posix } from 'node:path'
import type { Import, Source } from './syntax'
import { closed, type Room, rooms } from './table'

export type Fault = { readonly line: number; readonly says: string }
export type Rule = (source: Source) => readonly Fault[]

/** Tests, and what several of them share. */
const isTest = (path: string) => /(\.(test|spec)\.tsx?|-suite\.ts|[./]paper\.ts)$/.test(path)
const under = (path: string, room: string) =>
  path === room || new RegExp(`^${room.replaceAll('.', '\\.')}(/|\\.)`).test(path)
const roomOf = (path: string) => rooms.find(({ name }) => path.startsWith(`${name}/`))

/** The path inside the project that an import means, or undefined for a package. */
export const targetOf = (path: string, from: string) => {
  if (from.startsWith('@/')) return from.slice(2)
  return from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined
}

const packageFault = (room: Room, from: string, isType: boolean): string | undefined => {
  if (from === 'contentlayer/generated')
    return room.name === 'lib/posts' ? undefined : 'only lib/posts reads what contentlayer wrote'
  const name = from.startsWith('@') ? from.split('/', 2).join('/') : (from.split('/', 1)[0] ?? '')
  if (isType && room.types?.includes(name)) return undefined
  if (from.startsWith('node:')) return room.node ? undefined : `${room.name} may not import Node`
  const allowed =
    room.packages === 'all' ? !room.never?.includes(name) : room.packages.includes(name)
  return allowed ? undefined : `${room.name} may not import ${name}`
}

const roomFault = (room: Room, path: string, target: string, isType: boolean) => {
  const shut = closed.find(([name]) => under(target, name))
  if (shut && !shut[1].some((from) => under(path, from))) return `nobody imports ${shut[0]}`
  if (under(target, room.name) || room.may.some((name) => under(target, name))) return undefined
  const typed = room.types?.some((name) => under(target, name))
  if (typed && isType) return undefined
  return `${room.name} may ${typed ? 'import only types of' : 'not import'} ${target}`
}

/** The table: who may know whom. Tests look at what they like, but for pages and commands. */
export const directions: Rule = ({ path, imports, values }) => {
  const room = roomOf(path)
  return imports.flatMap(({ from, line }: Import) => {
    const target = targetOf(path, from)
    const isType = !values.some((value) => value.from === from)
    if (!room || isTest(path)) return []
    const says = target ? roomFault(room, path, target, isType) : packageFault(room, from, isType)
    return says ? [{ line, says }] : []
  })
}

const protocolOf = (path: string) => /^lib\/protocols\/([\w-]+)/.exec(path)?.[1]

/** A protocol knows no other; `named` are the protocols that there are. */
export const alone =
  (named: ReadonlySet<string>): Rule =>
  ({ path, imports }) => {
    const own = protocolOf(path)
    if (isTest(path) || !own || !named.has(own)) return []
    return imports.flatMap(({ from, line }) => {
      const other = protocolOf(targetOf(path, from) ?? '')
      return other && other !== own && named.has(other)
        ? [{ line, says: `${own} may not know another protocol, ${other}` }]
        : []
    })
  }

export const sizes: Rule = ({ lines, functions }) => [
  ...(lines.length > 301 ? [{ line: 301, says: `${lines.length - 1} lines, at most 300` }] : []),
  ...lines.flatMap((text, i) =>
    text.length > 100 ? [{ line: i + 1, says: `${text.length} columns, at most 100` }] : [],
  ),
  ...functions
    .filter(({ length }) => length > 40)
    .map(({ line, length }) => ({ line, says: `a function of ${length} lines, at most 40` })),
]

export const firstLine: Rule = ({ lines }) => {
  const first = lines[0] === "'use client'" ? 1 : 0
  const says = 'the first line is a comment that says the one job of the file'
  return /^(\/\/ \S|\/\* \S|\/\*\* \S)/.test(lines[first] ?? '') ? [] : [{ line: first + 1, says }]
}

const collected = /(^|[-_.])(util|helper|manager|misc)s?([-_.]|$)/i
const banned = [
  [new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b`), 'unfinished work'],
  [/(^|[\s'"`(=])\/(work|home|root|Users|tmp)\/\w/, 'a path of one machine'],
] as const

export const words: Rule = ({ path, lines, exported }) => [
  ...(collected.test(posix.basename(path)) ? [{ line: 1, says: 'a name that says nothing' }] : []),
  ...exported
    .filter(({ name }) => /(utils?|helpers?|managers?|misc)$/i.test(name))
    .map(({ line, name }) => ({ line, says: `${name}: a name that says nothing` })),
  ...lines.flatMap((text, i) =>
    banned.filter(([word]) => word.test(text)).map(([, says]) => ({ line: i + 1, says })),
  ),
]

const exact = /^Math\.(imul|floor|min|max|abs)$/
/** A study may measure angles, since it rounds what it gives; these are alike to many places. */
const angles = /^Math\.(sin|cos|atan2|sqrt|PI)$/
const outside = new Set([
  ...['Date', 'Intl', 'performance', 'crypto', 'process', 'globalThis', 'window', 'document'],
  ...['location', 'fetch', 'setTimeout', 'setInterval', 'queueMicrotask'],
])

/** The same bits on every machine, and no time but what is handed in. */
export const chance: Rule = ({ path, used }) => {
  if (!/^lib\/(sim|values|protocols|checks|studies)\//.test(path) || isTest(path)) return []
  const studied = path.startsWith('lib/studies/')
  return used
    .filter(({ name }) =>
      name.startsWith('Math.')
        ? !exact.test(name) && !(studied && angles.test(name))
        : /^\*\*|^$/.test(name) || outside.has(name),
    )
    .map(({ line, name }) => ({ line, says: `${name}: time, chance and curves come in as data` }))
}

/** What an exported page cannot be made of; delivery of pages says why. */
export const rendering: Rule = ({ path, imports }) => [
  ...(/(^|\/)loading\.tsx$/.test(path) ? [{ line: 1, says: 'loading.tsx makes a boundary' }] : []),
  ...imports.flatMap(({ from, names, line }) => {
    if (from === 'next/dynamic') return [{ line, says: 'next/dynamic leaves its text to a script' }]
    const bad = from === 'react' && names.find((name) => /^(useId|Suspense|use|lazy)$/.test(name))
    return bad ? [{ line, says: `${bad} of React does not survive the export` }] : []
  }),
]

export const rules: readonly Rule[] = [directions, sizes, firstLine, words, chance, rendering]
