// Reads EDN, the notation of Clojure, in which recorded histories are written.

import type { Json } from '@/lib/sim/protocol'

/**
 * What JSON has too is that; all else is `{ edn }` with its own text: ':keyword', "'symbol",
 * '\\c', '1/2', '#{1 2}'. A map is an object whose keys are the texts of its keys.
 */
export type Edn = Json
type Other = { readonly edn: string }

/** What a form is, in one text: equal texts are equal values, and different ones are different. */
export function ednText(form: Edn): string {
  if (form === null) return 'nil'
  if (typeof form !== 'object') return JSON.stringify(form)
  if (Array.isArray(form)) return `[${(form as readonly Edn[]).map(ednText).join(' ')}]`
  if ('edn' in form) return (form as Other).edn
  const pairs = Object.entries(form).map(([key, value]) => `${key} ${ednText(value)}`)
  return `{${pairs.sort().join(' ')}}`
}

const lines = new WeakMap<readonly Edn[], readonly number[]>()
/** On which line each item of a list began, for whoever finds fault with one later. */
export const linesOf = (list: readonly Edn[]) => lines.get(list)!

const delimiters = ' \t\r\n,()[]{}";'
const closing = { '(': ')', '[': ']', '{': '}' } as const
const escapes: { readonly [letter: string]: string } = {
  ...{ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' },
  ...{ '"': '"', '\\': '\\' },
}

/** Forms within forms: no record needs more, and each takes a place on the stack. */
const deepest = 200

/** Walks through one text, which begins on a line. */
class Reader {
  private at = 0
  private depth = 0
  /** Up to where lines have been counted. */
  private counted = 0
  constructor(
    private readonly text: string,
    private line: number,
  ) {}

  fault(says: string): never {
    throw new SyntaxError(`line ${this.count()}: ${says}`)
  }

  /** The line where it stands. */
  private count(): number {
    for (; this.counted < this.at; this.counted++) if (this.text[this.counted] === '\n') this.line++
    return this.line
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
    const items = this.values(end)
    if (this.text[this.at++] !== end) this.fault(`“${end}” is missing`)
    return items
  }

  /** All forms up to a bracket, or to the end of the text. */
  values(end?: string): Edn[] {
    const items: Edn[] = []
    const begun: number[] = []
    while (this.more() && this.text[this.at] !== end) {
      begun.push(this.count())
      items.push(this.value())
    }
    lines.set(items, begun)
    return items
  }

  private map(): Edn {
    const items = this.list(closing['{'])
    if (items.length % 2 === 1) this.fault('a map has a key without a value')
    const keys = this.unlike(
      'a map has the key',
      items.filter((_, i) => i % 2 === 0),
    )
    return Object.fromEntries(keys.map((key, i) => [key, items[2 * i + 1]!]))
  }

  /** A set has no order, and a tagged value or record is read as the value. */
  private tagged(): Edn {
    this.at++
    const c = this.text[this.at]
    if (c === '{') return { edn: `#{${this.unlike('a set has', this.list('}')).sort().join(' ')}}` }
    // ##Inf and ##NaN
    if (c === '#') return { edn: `#${this.token()}` }
    this.token()
    return this.value()
  }

  /** The texts of forms, of which no two may be the same. */
  private unlike(what: string, forms: readonly Edn[]): string[] {
    const texts = new Set<string>()
    for (const text of forms.map(ednText))
      if (texts.has(text)) this.fault(`${what} ${text} twice`)
      else texts.add(text)
    return [...texts]
  }

  private character(): Edn {
    this.at++
    const c = this.token() || this.text[this.at++]
    return c === undefined ? this.fault('the text ends in the middle of a form') : { edn: `\\${c}` }
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
    const code = this.text.slice(this.at + 1, this.at + 5)
    const known = c !== 'u' ? escapes[c] : /^[\da-f]{4}$/i.test(code) && char(code)
    if (!known) this.fault(`“\\${c === 'u' ? c + code : c}” is no character`)
    if (c === 'u') this.at += 4
    return known
  }

  private token(): string {
    const from = this.at
    while (this.at < this.text.length && !delimiters.includes(this.text[this.at]!)) this.at++
    return this.text.slice(from, this.at)
  }

  private atom(token: string): Edn {
    if (token === 'nil') return null
    if (token === 'true' || token === 'false') return token === 'true'
    if (!/^[+-]?\d/.test(token)) return { edn: token.startsWith(':') ? token : `'${token}` }
    return number(token)
  }
}

/**
 * An integer, a float and an exact decimal (M) are never equal, whatever they amount to: 1 is not
 * 1.0. What JSON would take for an integer keeps its own text, as do integers of more than 53 bits,
 * which would be taken for their neighbours.
 */
const number = (token: string): Edn => {
  const digits = token.replace(/[NM]$/, '')
  const value = Number(digits)
  if (token.endsWith('M')) return { edn: `${decimal(digits)}M` }
  if (!Number.isFinite(value)) return { edn: token }
  if (/^[+-]?\d+$/.test(digits))
    return Number.isSafeInteger(value) ? value + 0 : { edn: `${BigInt(digits)}N` }
  return Number.isInteger(value) ? { edn: `${value + 0}.0` } : value
}
/** 1.50M is 1.5M, and -0M is 0M; one with an exponent keeps its text. */
const decimal = (digits: string) =>
  /e/i.test(digits)
    ? digits
    : digits
        .replace(/^\+|(\.\d*?)0+$/g, '$1')
        .replace(/\.$/, '')
        .replace(/^-(0+)$/, '$1')

const char = (code: string) => String.fromCharCode(Number.parseInt(code, 16))

/**
 * All forms of a text, one after another. SyntaxError with the line, counted from the one that the
 * text begins on, where it cannot be read.
 */
export function readEdn(text: string, line = 1): Edn[] {
  return new Reader(text, line).values()
}
