// What has been made and lies in the cache, and of what: it is kept while that would be the same.

import { existsSync } from 'node:fs'
import { readJson, writeWhole } from '@/lib/posts/store'

/** A hash of all that something is made of, by its name. */
export type Made = ReadonlyMap<string, string>

/** The names under which the same lies there; `list` are the notes, `fileOf` says where it lies. */
export const stillMade = (
  list: string,
  made: Made,
  fileOf: (name: string) => string,
): ReadonlySet<string> => {
  const known = readJson<{ readonly [name: string]: string }>(list) ?? {}
  const same = [...made].filter(([name, key]) => known[name] === key && existsSync(fileOf(name)))
  return new Set(same.map(([name]) => name))
}

/** Notes in `list` of what is made, and forgets all else. */
export const note = (list: string, made: Iterable<readonly [name: string, key: string]>) =>
  writeWhole(list, JSON.stringify(Object.fromEntries(made)))
