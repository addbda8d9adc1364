// From the words in a text to the word of the glossary: "Quorums" is "quorum".

import type { Known } from './lint/reading'

/** The glossary's word for a text; undefined where it has none. */
export const termOf = (text: string, { terms, forms }: Known): string | undefined => {
  const word = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const known = new Map(terms.map((it) => [it.toLowerCase(), it]))
  const tried = [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')]
  const form = Object.hasOwn(forms, word) ? forms[word] : undefined
  return known.get(word) ?? form ?? tried.map((it) => known.get(it)).find(Boolean)
}
