// Which pages Next is to draw: all but those that lie drawn already (lib/desk/draw.ts).

import { readFileSync } from 'node:fs'

let kept: ReadonlySet<string> | undefined

/** Addresses of pages that come back as they were; none in development. */
const keptPages = () => {
  const list = process.env.KEPT
  kept ??= new Set(
    list ? (JSON.parse(readFileSync(/*turbopackIgnore: true*/ list, 'utf8')) as string[]) : [],
  )
  return kept
}

/** Those to be drawn; at least one, since Next takes a route without pages for a mistake. */
export const toDraw = <P>(all: readonly P[], pageOf: (params: P) => string): P[] => {
  const wanted = all.filter((params) => !keptPages().has(pageOf(params)))
  return wanted.length > 0 ? wanted : all.slice(0, 1)
}
