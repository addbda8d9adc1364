// Words of the subject are defined where they are first needed: none is used before its <Term>.

import type { Fault } from '../fault'
import type { Linted } from '../linted'
import type { Span } from '../source'
import { termOf } from '../term'
import { nodesOf, type Tree } from '../tree'
import type { SourceOf } from './across'
import type { Known, Reading } from './reading'

/** Where a word of the glossary stands in running text, outside any <Term>. */
export type WordUse = { readonly word: string; readonly span: Span }

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

type Forms = { readonly pattern: RegExp; readonly wordOf: (form: string) => string | undefined }

const forms = new WeakMap<Known, Forms | undefined>()
/** Every form of every word, the longest first: "split votes" before "split vote". */
const formsOf = (known: Known): Forms | undefined => {
  if (forms.has(known)) return forms.get(known)
  const all = [...known.terms.flatMap((it) => [it, `${it}s`]), ...Object.keys(known.forms)]
  const words = new Map(all.map((form) => [form.toLowerCase(), termOf(form, known)]))
  const either = [...words.keys()].sort((a, b) => b.length - a.length).map(quoted)
  const made = either.length > 0 && {
    pattern: new RegExp(`(?<![\\w-])(?:${either.join('|')})(?![\\w-])`, 'gi'),
    wordOf: (form: string) => words.get(form.toLowerCase()),
  }
  forms.set(known, made || undefined)
  return made || undefined
}

/** Titles announce, code quotes, and notes stand apart from where they are written. */
const apart = (node: Tree) =>
  node.type === 'heading' || node.type === 'footnoteDefinition' || node.name === 'Term'

/** The first use of each word in the running text of a post. */
export const usesOf = ({ source, tree, known }: Reading): WordUse[] => {
  const all = formsOf(known)
  const first = new Map<string, WordUse>()
  if (!all) return []
  for (const [node, above] of nodesOf(tree)) {
    if (node.type !== 'text' || above.some(apart)) continue
    const { start, end } = node.position!
    for (const found of source.text.slice(start.offset, end.offset).matchAll(all.pattern)) {
      const word = all.wordOf(found[0])
      if (word === undefined || first.has(word)) continue
      const span = { ...source.at(start.offset + found.index), length: found[0].length }
      first.set(word, { word, span })
    }
  }
  return [...first.values()]
}

const before = (a: Span, b: Span) => a.line - b.line || a.column - b.column

/** Where a post defines each word first. */
const homesIn = ({ body }: Linted) => {
  const homes = new Map<string, Span>()
  for (const { word, span } of body?.terms ?? []) if (!homes.has(word)) homes.set(word, span)
  return homes
}

const byPart = (a: Linted, b: Linted) => (a.meta?.part ?? 0) - (b.meta?.part ?? 0)
/** Posts that are read one after another: the parts of a series; any other stands alone. */
const linesOf = (posts: readonly Linted[]): Linted[][] => {
  const lines = new Map<string, Linted[]>()
  for (const post of posts) {
    const key = post.meta?.series ? `series ${post.meta.series}` : `post ${post.slug}`
    lines.set(key, [...(lines.get(key) ?? []), post])
  }
  return [...lines.values()].map((line) => line.sort(byPart))
}

type Home = { readonly post: Linted; readonly index: number; readonly span: Span }

/** Words that a reader meets before they are told what they mean. */
export const lintTerms = (posts: readonly Linted[], source: SourceOf): Fault[] =>
  linesOf(posts).flatMap((line) => {
    const homes = new Map<string, Home>()
    for (const [index, post] of line.entries())
      for (const [word, span] of homesIn(post))
        if (!homes.has(word)) homes.set(word, { post, index, span })
    return line.flatMap((post, index) =>
      (post.body?.uses ?? []).flatMap(({ word, span }) => {
        const home = homes.get(word)
        if (!home || home.index < index) return []
        if (home.post === post && before(home.span, span) <= 0) return []
        const where = home.post === post ? '' : `in ${home.post.slug}, `
        const at = `${where}at ${home.span.line}:${home.span.column}`
        return [source(post.file).fault(span, `term: ${word} is used here, and defined ${at}`)]
      }),
    )
  })
