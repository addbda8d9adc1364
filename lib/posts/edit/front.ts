// Changes one field of front matter, and none of the bytes around it.

import { isMap, isScalar, type Pair, parseDocument } from 'yaml'
import type { Edit } from './edit'

const fence = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m

type Placed = { readonly range?: readonly [number, number, number] | null }

/** The edits that make `redirects` this list in a post's plain text; none where it is so. */
export function withRedirects(text: string, slugs: readonly string[]): Edit[] {
  const found = fence.exec(text)!
  const shift = found[0].indexOf('\n') + 1
  const { contents } = parseDocument(found[1]!)
  const pairs = isMap(contents) ? (contents.items as Pair[]) : []
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === 'redirects')
  const list = `redirects: [${slugs.join(', ')}]`
  if (!pair) {
    const end = shift + found[1]!.length
    return slugs.length > 0 ? [{ from: end, to: end, text: `${list}\n` }] : []
  }
  const from = shift + ((pair.key as Placed).range?.[0] ?? 0)
  const last = shift + ((pair.value as Placed).range?.[1] ?? 0)
  const to = text.slice(0, last).trimEnd().length
  if (slugs.length === 0) return [{ from, to: Math.min(to + 1, text.length), text: '' }]
  return text.slice(from, to) === list ? [] : [{ from, to, text: list }]
}
