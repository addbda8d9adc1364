// Pages of a feed (RFC 5005 §4): the newest posts, and archives that never change again.

import type { Entry } from './entry'

export type Pages = {
  /** The subscription document: the newest, newest first. */
  readonly current: readonly Entry[]
  /** Full pages counted from the oldest entry, so that what is in one never moves. */
  readonly archives: readonly (readonly Entry[])[]
}

/**
 * Cuts entries (newest first) into the subscription document and its archives, `size` to each.
 * Archives hold what is no longer in the document, and what would leave a gap between the two.
 */
export function pagesOf(entries: readonly Entry[], size: number): Pages {
  const oldestFirst = [...entries].reverse()
  const past = entries.length - size
  const archives: Entry[][] = []
  for (let from = 0; from + size <= entries.length && from < past; from += size)
    archives.push(oldestFirst.slice(from, from + size).reverse())
  const archived = archives.length * size
  return { current: entries.slice(0, Math.max(size, entries.length - archived)), archives }
}
