// The glossary among the pages: which part of the course first needs a word.

import { readOutline } from '@/lib/posts'
import { partsOf } from './content'

export type TermHome = { readonly slug: string; readonly part: number }

/** For each word the first part of the course that uses it as a term. */
export async function homesOfTerms(): Promise<ReadonlyMap<string, TermHome>> {
  const homes = new Map<string, TermHome>()
  for (const { slug, part } of await partsOf('course')) {
    for (const word of (await readOutline(slug))?.terms ?? [])
      if (!homes.has(word)) homes.set(word, { slug, part: part! })
  }
  return homes
}
