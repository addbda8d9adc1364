// Edits of a file at places of its text: every other byte stays what it was.

/** Replaces [from, to) of the plain text (see `plain` of lib/posts/source.ts) by another. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string }

/** The one edit that makes one text of another. */
export const between = (was: string, now: string): Edit => {
  let from = 0
  while (from < was.length && was[from] === now[from]) from++
  let tail = 0
  const most = Math.min(was.length, now.length) - from
  while (tail < most && was.at(-1 - tail) === now.at(-1 - tail)) tail++
  return { from, to: was.length - tail, text: now.slice(from, now.length - tail) }
}

/** Where each character of the plain text stands in the file as it is. */
const placesIn = (raw: string): number[] => {
  const places: number[] = []
  let at = raw.startsWith('\uFEFF') ? 1 : 0
  while (at < raw.length) {
    places.push(at)
    at += raw.startsWith('\r\n', at) ? 2 : 1
  }
  places.push(raw.length)
  return places
}

/** The file with these edits, which may not overlap; new lines end as its own first one does. */
export const edited = (raw: string, edits: readonly Edit[]): string => {
  const places = placesIn(raw)
  const end = /\r?\n/.exec(raw)?.[0] ?? '\n'
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to, text: fresh }) =>
        text.slice(0, places[from]) + fresh.replaceAll('\n', end) + text.slice(places[to]),
      raw,
    )
}
