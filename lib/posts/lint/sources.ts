// Files of content as they are now: read again only where the one on disk is another.

import { statSync } from 'node:fs'
import path from 'node:path'
import { digest, readSource, type Source } from '../source'

/** A clock of files may be as coarse as this, ms: what is younger may change once more unseen. */
const coarse = 100

type Kept = { readonly mark: string; readonly source: Source }
const kept = new Map<string, Kept>()

/** Reads a file below `root`, or answers what was read of it before; throws where there is none. */
export const readKept = (root: string, file: string, now = Date.now()): Source => {
  const at = path.join(/*turbopackIgnore: true*/ root, file)
  const { size, mtimeMs, ctimeMs, ino } = statSync(/*turbopackIgnore: true*/ at)
  const mark = `${size} ${mtimeMs} ${ctimeMs} ${ino}`
  const known = kept.get(at)
  if (known?.mark === mark) return known.source
  const source = readSource(root, file)
  if (Math.max(mtimeMs, ctimeMs) < now - coarse) kept.set(at, { mark, source })
  else kept.delete(at)
  return source
}

const keys = new WeakMap<Source, { readonly made: string; readonly key: string }>()

/** The hash of a source under what is made of it. */
export const keyOf = (made: string, slug: string, source: Source): string => {
  const known = keys.get(source)
  if (known?.made === made) return known.key
  const key = digest(made, slug, source.text)
  keys.set(source, { made, key })
  return key
}
