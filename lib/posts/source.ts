// A file of content as text with places: offsets turned into lines and columns, faults quoted.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Fault, fault } from './fault'
import { nearest } from './nearest'

/** A short hash of what is handed in, the same on every machine. */
export const digest = (...parts: (string | Uint8Array)[]) => {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex').slice(0, 24)
}

export type Span = { readonly line: number; readonly column: number; readonly length?: number }

/** One file, its line endings made plain; `file` is relative to the project and uses slashes. */
export class Source {
  #lines: readonly string[] | undefined
  #starts: number[] | undefined
  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  /** Split when first asked for: most files have no faults. */
  get lines(): readonly string[] {
    this.#lines ??= this.text.split('\n')
    return this.#lines
  }

  get #begins(): readonly number[] {
    if (this.#starts) return this.#starts
    this.#starts = [0]
    for (const line of this.lines) this.#starts.push(this.#starts.at(-1)! + line.length + 1)
    return this.#starts
  }

  /** Line and column (both from 1) of an offset into the text. */
  at(offset: number): Span {
    let low = 0
    let high = this.lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#begins[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - this.#begins[low]! + 1 }
  }

  /** A fault at a place of this file; `known` are the names that a misspelt `word` may mean. */
  fault(span: Span, says: string, word?: string, known: Iterable<string> = []): Fault {
    const near = word === undefined ? undefined : nearest(word, known)
    const { line, column, length = word?.length } = span
    const quote = this.lines[line - 1] ?? ''
    return fault({ file: this.file, line, column, says, quote, length, near })
  }
}

/** Windows writes two characters at the end of a line; a byte order mark is no text. */
export const plain = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** Reads a file below `root`; throws where there is none. */
export const readSource = (root: string, file: string) =>
  new Source(file, plain(readFileSync(/*turbopackIgnore: true*/ path.join(root, file), 'utf8')))

const own = (name: string) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)

/** The hash of all sources below some folders (or of single files) of this program. */
export const sourceHash = (...places: readonly string[]): string =>
  digest(...places.flatMap((place) => sourcesOf(path.join(process.cwd(), place))))

const sourcesOf = (place: string): string[] => {
  try {
    return readdirSync(/*turbopackIgnore: true*/ place, { recursive: true, encoding: 'utf8' })
      .filter(own)
      .sort()
      .flatMap((name) => [name, readFileSync(path.join(place, name), 'utf8')])
  } catch (thrown) {
    const { code } = thrown as { code?: string }
    if (code === 'ENOTDIR') return [readFileSync(/*turbopackIgnore: true*/ place, 'utf8')]
    if (code === 'ENOENT') return []
    throw thrown
  }
}
