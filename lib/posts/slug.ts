// A heading's words as an id, the same whether the linter or the compiler asks.

/** What a post, a figure or a tag may be called: small letters, digits and single hyphens. */
export const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Small letters, digits and hyphens. */
export const slugOf = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'section'

/** Answers a fresh id for each heading; `taken` are ids that are spoken for. */
export const freshSlugs = (taken: Iterable<string>) => {
  const used = new Set(taken)
  return (words: string) => {
    const slug = slugOf(words)
    let id = slug
    for (let i = 2; used.has(id); i++) id = `${slug}-${i}`
    used.add(id)
    return id
  }
}
