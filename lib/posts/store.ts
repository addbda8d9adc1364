// Remembers results on disk under the hash of all they were made from; never under a time.

import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/**
 * Writes a file whole or not at all; one that is there keeps its rights. With `flush` it is on the
 * disk before it has the name, so that a machine that fails leaves the old one or the new one: for
 * what an author wrote. What can be made again need not wait for the disk.
 */
export const writeWhole = (file: string, bytes: string | Uint8Array, { flush = false } = {}) => {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, bytes, { flush })
    const was = statSync(file, { throwIfNoEntry: false })
    if (was) chmodSync(draft, was.mode)
    renameSync(draft, file)
  } catch (fault) {
    rmSync(draft, { force: true })
    throw fault
  }
}

/** What a file says as JSON; undefined where it is absent or was cut short. */
export const readJson = <T>(file: string): T | undefined => {
  try {
    return JSON.parse(readFileSync(/*turbopackIgnore: true*/ file, 'utf8')) as T
  } catch {
    return undefined
  }
}

/** The time of the last change of a file's data or name, which nothing can set back. */
export const changed = (file: string): string => {
  const { ctimeMs, size } =
    statSync(/*turbopackIgnore: true*/ file, { throwIfNoEntry: false }) ?? {}
  return `${ctimeMs} ${size}`
}

/** A table in one file: many small results, of which only those asked for this time are kept. */
export class Table<T> {
  readonly #known = new Map<string, T>()
  readonly #asked = new Set<string>()
  /** How many the file has, and whether something is known that it has not. */
  #held = 0
  #isNew = false
  /** The file as this process knows it. */
  #state = ''
  constructor(readonly file: string) {
    this.#read()
  }

  #read() {
    const state = changed(this.file)
    if (state === this.#state) return
    this.#state = state
    const all = new Map(Object.entries(readJson<{ [key: string]: T }>(this.file) ?? {}))
    // Who wrote it meanwhile may have had no use for what is known here.
    for (const key of this.#known.keys()) this.#isNew ||= !all.has(key)
    for (const [key, value] of all) if (!this.#known.has(key)) this.#known.set(key, value)
    this.#held = all.size
  }

  /** A new pass: what is not asked for in it is forgotten when it is saved. */
  begin() {
    this.#asked.clear()
  }

  /** What is remembered under a key, or what `make` makes now. */
  async get(key: string, make: () => T | Promise<T>): Promise<T> {
    if (!this.#known.has(key)) this.put(key, await make())
    this.#asked.add(key)
    return this.#known.get(key)!
  }

  /** Whether something is remembered under a key. */
  knows(key: string): boolean {
    return this.#known.has(key)
  }

  /** What is remembered of each; all that is not is made in one go, each key once. */
  async all<Wanted extends { readonly key: string }>(
    wanted: readonly Wanted[],
    make: (fresh: readonly Wanted[]) => Promise<readonly T[]>,
  ): Promise<T[]> {
    const missing = () => wanted.filter(({ key }) => !this.knows(key))
    // Another process may have made them meanwhile: one reads for the page, another for the author.
    if (missing().length > 0) this.#take()
    if (missing().length > 0) this.#read()
    const fresh = new Map(missing().map((it) => [it.key, it]))
    const made = await make([...fresh.values()])
    for (const [i, key] of [...fresh.keys()].entries()) this.put(key, made[i]!)
    // Without a promise for each: a development server keeps count of every one.
    return wanted.map(({ key }) => {
      this.#asked.add(key)
      return this.#known.get(key)!
    })
  }

  /** Hands a result over to whoever asks for it next: it need not wait for the whole table. */
  hand(key: string, value: T) {
    this.put(key, value)
    writeWhole(this.#hand, JSON.stringify({ [key]: value }))
  }

  /** Of an older save it is wanted by nobody, and then not kept. */
  #take() {
    for (const [key, value] of Object.entries(readJson<{ [key: string]: T }>(this.#hand) ?? {}))
      if (!this.knows(key)) {
        this.#known.set(key, value)
        this.#isNew = true
      }
  }

  get #hand() {
    return `${this.file}.hand`
  }

  /** Remembers what was made elsewhere. */
  put(key: string, value: T) {
    this.#isNew ||= !this.#known.has(key)
    this.#known.set(key, value)
    this.#asked.add(key)
  }

  /** Writes it if something is new or gone. */
  save() {
    if (!this.#isNew && this.#asked.size === this.#held) return
    for (const key of this.#known.keys()) if (!this.#asked.has(key)) this.#known.delete(key)
    writeWhole(this.file, JSON.stringify(Object.fromEntries(this.#known)))
    this.#state = changed(this.file)
    this.#held = this.#known.size
    this.#isNew = false
  }
}
