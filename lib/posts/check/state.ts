// Whether anything has changed, without reading it: every file's size, times and number on disk.

import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { digest } from '../source'

/** A clock of files may be as coarse as this, ms: what is younger may change once more unseen. */
const coarse = 2000

export type State = {
  /** Another one as soon as any of the files is another. */
  readonly hash: string
  /** Whether all of them are old enough that a change would be seen. */
  readonly settled: boolean
}

type Mark = { readonly text: string; readonly at: number }

/** The time of the last change of a file's data or name is in it, which nothing can set back. */
const markOf = (root: string, name: string): Mark[] => {
  const found = statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!found) return []
  const { size, mtimeMs, ctimeMs, ino } = found
  return [{ text: `${name} ${size} ${mtimeMs} ${ctimeMs} ${ino}`, at: Math.max(mtimeMs, ctimeMs) }]
}

const marksIn = (root: string, name: string): Mark[] => {
  const found = statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!found?.isDirectory()) return markOf(root, name)
  return [{ text: `${name}/`, at: 0 }, ...marksBelow(root, name)]
}

/** A folder counts by its name alone: its own times say nothing that its files do not. */
const marksBelow = (root: string, name: string): Mark[] =>
  readdirSync(path.join(root, name), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${name}/${entry.name}`
    return entry.isDirectory()
      ? [{ text: `${inner}/`, at: 0 }, ...marksBelow(root, inner)]
      : markOf(root, inner)
  })

/** The state of files and whole folders below `root`. */
export const stateOf = (root: string, places: readonly string[], now = Date.now()): State => {
  const marks = places.flatMap((name) => marksIn(root, name))
  const youngest = marks.reduce((last, { at }) => Math.max(last, at), 0)
  const hash = digest(process.version, ...marks.map(({ text }) => text))
  return { hash, settled: youngest < now - coarse }
}
