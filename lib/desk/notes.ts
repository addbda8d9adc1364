// What has been made and lies in the cache, and of what: it is kept while that would be the same.

import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readJson, writeWhole } from '@/lib/posts/store'
import { everything } from './made-of'
import { root } from './run'

/** A hash of all that something is made of, by its name. */
export type Made = ReadonlyMap<string, string>
/** The files that something is. */
type FilesOf = (name: string) => readonly string[]
type Noted = { readonly key: string; readonly files: readonly string[] }

/** The names under which the same lies there, whole; `list` are the notes. */
export const stillMade = (list: string, made: Made): ReadonlySet<string> => {
  const known = readJson<{ readonly [name: string]: Noted }>(list) ?? {}
  const lies = ({ files }: Noted) => files.every((file) => existsSync(join(root, file)))
  const same = [...made].filter(([name, key]) => known[name]?.key === key && lies(known[name]))
  return new Set(same.map(([name]) => name))
}

/** Notes in `list` of what is made, and forgets all else. */
export const note = (
  list: string,
  made: Iterable<readonly [name: string, key: string]>,
  filesOf: FilesOf,
) => {
  const noted = [...made].map(([name, key]): [string, Noted] => [
    name,
    { key, files: filesOf(name).map((file) => relative(root, file)) },
  ])
  writeWhole(list, JSON.stringify(Object.fromEntries(noted)))
}

/**
 * Notes of what `work` makes, once it is there. What was saved meanwhile may be in it or may not:
 * nobody can say, so that counts for once, and nothing new is noted.
 */
export async function noting(
  list: string,
  made: Made,
  filesOf: FilesOf,
  work: () => Promise<void>,
) {
  const before = everything()
  await work()
  if (everything() === before) note(list, made, filesOf)
}
