// The glossary among the pages: which part of the course first needs a word.

import { evaluate, readDocument } from '@/lib/posts'
import { components } from '@/lib/posts/components'
import { partsOf } from './content'

/** The words a body uses as terms: it is run with a runtime that makes nothing and takes notes. */
function termsIn(code: string): Set<string> {
  const used = new Set<string>()
  const note = (type: unknown, props: { of?: string }) => {
    if (type === 'Term' && props.of) used.add(props.of)
    return null
  }
  const named = Object.fromEntries(Object.keys(components).map((name) => [name, name]))
  evaluate(code, { jsx: note, jsxs: note, Fragment: 'Fragment' })({ components: named })
  return used
}

export type TermHome = { readonly slug: string; readonly part: number }

/** For each word the first part of the course that uses it as a term. */
export async function homesOfTerms(): Promise<ReadonlyMap<string, TermHome>> {
  const homes = new Map<string, TermHome>()
  for (const { slug, part } of await partsOf('course')) {
    const document = await readDocument(slug)
    for (const word of termsIn(document?.code ?? ''))
      if (!homes.has(word)) homes.set(word, { slug, part: part! })
  }
  return homes
}
