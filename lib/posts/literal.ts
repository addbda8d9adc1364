// Finds where a value stands in a data file: the path of a field as offsets into the text.
// So that a fault is named at its line, and a new seed replaces the old one and nothing else.

export type Path = readonly (string | number)[]
export type Range = { readonly from: number; readonly to: number }

const space = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
const quoted = /'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:\\[\s\S]|[^`\\])*`/y
const key = /[\w$]+/y

/** Goes over a literal from the outside in; anything that is no literal is passed over whole. */
class Walk {
  constructor(
    readonly text: string,
    public at: number,
    /** The name of the entry that was gone to last. */
    public name: Range = { from: at, to: at },
  ) {}

  eat(pattern: RegExp) {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at += found[0].length
    return found?.[0]
  }

  /** To the comma or bracket that ends this value. */
  pass() {
    for (let depth = 0; this.at < this.text.length; ) {
      this.eat(space)
      const c = this.text[this.at]!
      if (this.eat(quoted)) continue
      if (depth === 0 && /[,\]})]/.test(c)) return
      if (/[[{(]/.test(c)) depth++
      if (/[\]})]/.test(c)) depth--
      this.at++
    }
  }

  /** The names (or numbers) of the entries of what begins here, each found at its value. */
  *entries(): Generator<string | number> {
    const open = this.text[this.at++]
    for (let i = 0; ; i++) {
      this.eat(space)
      if (this.at >= this.text.length || /[\]}]/.test(this.text[this.at]!)) return
      if (open === '[') yield i
      else {
        const from = this.at
        const name = this.eat(quoted)?.slice(1, -1) ?? this.eat(key) ?? ''
        this.name = { from, to: this.at }
        this.eat(space)
        if (this.text[this.at] === ':') this.at++
        this.eat(space)
        yield name
      }
      this.pass()
      if (this.text[this.at] === ',') this.at++
    }
  }

  /** Goes to the value of one entry; false where there is none. */
  enter(wanted: string | number): boolean {
    if (!/[[{]/.test(this.text[this.at] ?? '')) return false
    for (const name of this.entries()) if (String(name) === String(wanted)) return true
    return false
  }
}

type Found = Range & { readonly whole: boolean; readonly name?: Range }

/**
 * The value at `path` below the default export, or at the longest part of the path there is;
 * `name` is where its key stands, if it has one.
 */
export const rangeOf = (text: string, path: Path): Found => {
  const start = /export\s+default\s+/.exec(text)
  if (!start) return { from: 0, to: 0, whole: false }
  let from = start.index + start[0].length
  let whole = true
  let name: Range | undefined
  for (const step of path) {
    const walk = new Walk(text, from)
    whole = walk.enter(step)
    if (!whole) break
    from = walk.at
    name = walk.name
  }
  const walk = new Walk(text, from)
  walk.pass()
  const to =
    from +
    text
      .slice(from, walk.at)
      .replace(/\s+satisfies\s[\s\S]*$/, '')
      .trimEnd().length
  return { from, to, whole, ...(whole && name && { name }) }
}

/** The text with one value replaced; undefined where the path is not written out there. */
export const replaceAt = (text: string, path: Path, value: string): string | undefined => {
  const { from, to, whole } = rangeOf(text, path)
  return whole ? text.slice(0, from) + value + text.slice(to) : undefined
}
