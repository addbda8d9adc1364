// Characters that no text may hold: XML has not got them, or nobody can see that they are there.

/** Control characters and halves of pairs, as XML 1.0 §2.2 leaves them out. */
const illegal = [
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\ufffd-\\uffff]',
  '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
  '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
]
/** What turns the order of words about, ends a line unseen, or takes no room at all. */
const unseen = '[\\u200b\\u2028-\\u202e\\u2060\\u2066-\\u2069\\ufeff]'
const strange = new RegExp([...illegal, unseen].join('|'), 'g')

const wordsFor = (code: string, found: string) => {
  if (code === 'FFFD') return 'a character here could not be read; save the file as UTF-8'
  return new RegExp(unseen).test(found)
    ? `character U+${code} cannot be seen; take it out`
    : `character U+${code} may not stand in a text`
}

/** Each of them with its place; a file of another encoding is full of two, and says so once. */
export const strangeIn = (text: string): { readonly index: number; readonly says: string }[] => {
  const once = new Set<string>()
  return [...text.matchAll(strange)].flatMap(({ 0: found, index }) => {
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    if (once.has(code)) return []
    if (code === 'FFFD' || code === '0000') once.add(code)
    return [{ index, says: wordsFor(code, found) }]
  })
}
