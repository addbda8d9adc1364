// Reads EDN, the notation of Clojure, in which recorded histories are written.

import type { Json } from '@/lib/sim/protocol'

/** A keyword is a text with its colon; a map is an object whose keys are texts. */
export type Edn = Json

const delimiters = ' \t\r\n,()[]{}";'
const closing = { '(': ')', '[': ']', '{': '}' } as const
const escapes: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r' }

/** Forms within forms: no record needs more, and each takes a place on the stack. */
const deepest = 200

/** Walks through one text; `line` is where it stands, for the sentence of an error. */
class Reader {
  private at = 0
  private depth = 0
  constructor(private readonly text: string) {}

  fault(says: string): never {
    const line = this.text.slice(0, this.at).split('\n').length
    throw new SyntaxError(`line ${line}: ${says}`)
  }

  /** Skips blanks, commas, comments and #_ discarded forms; true if something is left. */
  more(): boolean {
    for (;;) {
      const c = this.text[this.at]
      if (c === undefined) return false
      if (' \t\r\n,\uFEFF'.includes(c)) this.at++
      else if (c === ';') this.skipLine()
      else if (c === '#' && this.text[this.at + 1] === '_') {
        this.at += 2
        this.value()
      } else return true
    }
  }

  private skipLine() {
    const end = this.text.indexOf('\n', this.at)
    this.at = end === -1 ? this.text.length : end
  }

  value(): Edn {
    if (++this.depth > deepest) this.fault(`more than ${deepest} forms within each other`)
    const read = this.form()
    this.depth--
    return read
  }

  private form(): Edn {
    if (!this.more()) this.fault('the text ends in the middle of a form')
    const c = this.text[this.at]!
    if (c === '"') return this.string()
    if (c === '(' || c === '[') return this.list(closing[c])
    if (c === '{') return this.map()
    if (c === '#') return this.tagged()
    if (c === '\\') return this.character()
    if (')]}'.includes(c)) this.fault(`“${c}” closes nothing`)
    return this.atom(this.token())
  }

  private list(end: string): Edn[] {
    this.at++
    const items: Edn[] = []
    for (;;) {
      if (!this.more()) this.fault(`“${end}” is missing`)
      if (this.text[this.at] === end) break
      items.push(this.value())
    }
    this.at++
    return items
  }

  private map(): Edn {
    const items = this.list(closing['{'])
    if (items.length % 2 === 1) this.fault('a map has a key without a value')
    const pairs: [string, Edn][] = []
    for (let i = 0; i < items.length; i += 2) {
      const key = items[i]!
      pairs.push([typeof key === 'string' ? key : JSON.stringify(key), items[i + 1]!])
    }
    return Object.fromEntries(pairs)
  }

  /** A set is read as a list, a tagged value or record as the value. */
  private tagged(): Edn {
    this.at++
    if (this.text[this.at] === '{') return this.list('}')
    this.token()
    return this.value()
  }

  private character(): Edn {
    this.at++
    return this.token() || this.text[this.at++]!
  }

  private string(): Edn {
    let read = ''
    for (this.at++; this.text[this.at] !== '"'; this.at++) {
      const c = this.text[this.at]
      if (c === undefined) this.fault('a text does not end')
      if (c !== '\\') read += c
      else read += this.escaped()
    }
    this.at++
    return read
  }

  private escaped(): string {
    const c = this.text[++this.at] ?? ''
    if (c !== 'u') return escapes[c] ?? c
    const code = this.text.slice(this.at + 1, this.at + 5)
    this.at += 4
    return String.fromCharCode(Number.parseInt(code, 16))
  }

  private token(): string {
    const from = this.at
    while (this.at < this.text.length && !delimiters.includes(this.text[this.at]!)) this.at++
    return this.text.slice(from, this.at)
  }

  private atom(token: string): Edn {
    if (token === 'nil') return null
    if (token === 'true' || token === 'false') return token === 'true'
    if (!/^[+-]?\d/.test(token)) return token
    const digits = token.replace(/[NM]$/, '')
    const number = Number(digits)
    // An integer of more than 53 bits would be taken for its neighbour: it stays a text.
    if (/^[+-]?\d+$/.test(digits) && !Number.isSafeInteger(number)) return `${BigInt(digits)}N`
    return Number.isFinite(number) ? number : token
  }
}

/** All forms of a text, one after another. SyntaxError with the line, where it cannot be read. */
export function readEdn(text: string): Edn[] {
  const reader = new Reader(text)
  const forms: Edn[] = []
  while (reader.more()) forms.push(reader.value())
  return forms
}
