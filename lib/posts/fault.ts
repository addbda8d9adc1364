// One mistake of an author, with its place: how it is kept, sorted and shown.

export type Fault = {
  /** Relative to the project, with slashes. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly says: string
  /** The line itself, and how much of it is meant. */
  readonly quote?: string
  readonly length?: number
  /** The known name that may have been meant. */
  readonly near?: string
  /** What else one should see, below the quoted line. */
  readonly more?: string
}

/** A fault without the fields that say nothing, so that equal faults are equal as JSON. */
export const fault = (all: { [K in keyof Fault]: Fault[K] | undefined }): Fault =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Fault

const order = (a: Fault, b: Fault) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column

/** By file, line and column; the same fault only once. */
export const sorted = (faults: readonly Fault[]): Fault[] => {
  const seen = new Set<string>()
  return [...faults].sort(order).filter((it) => {
    const key = `${it.file}:${it.line}:${it.column} ${it.says}`
    return !seen.has(key) && seen.add(key)
  })
}

/** How much of a long line is shown: a paragraph is often one line. */
const width = 96

/** The part of a line around a column, and where the column is in it. */
const excerpt = (quote: string, column: number): { text: string; at: number } => {
  if (quote.length <= width) return { text: quote, at: column - 1 }
  const from = Math.max(0, Math.min(column - 1 - width / 3, quote.length - width))
  const start = Math.floor(from)
  const text = quote.slice(start, start + width)
  const [before, after] = [start > 0 ? '…' : '', start + width < quote.length ? '…' : '']
  return { text: `${before}${text}${after}`, at: column - 1 - start + before.length }
}

/** `content/x/post.mdx:3:7 date: …`, the line with a caret under it, and what may be meant. */
export const describeFault = (it: Fault): string => {
  const out = [`${it.file}:${it.line}:${it.column} ${it.says}`]
  if (it.quote?.trim()) {
    const number = String(it.line)
    const { text, at } = excerpt(it.quote, it.column)
    const before = text.slice(0, at).replace(/[^\t]/g, ' ')
    const rest = Math.max(1, text.length - at)
    const caret = '^'.repeat(Math.max(1, Math.min(it.length ?? 1, rest)))
    out.push(`  ${number} | ${text}`, `  ${' '.repeat(number.length)} | ${before}${caret}`)
  }
  if (it.near !== undefined) out.push(`  did you mean ${it.near}?`)
  if (it.more) out.push(it.more.replace(/^/gm, '  '))
  return out.join('\n')
}

/** All faults as one text, as the terminal and the page show them. */
export const describeFaults = (faults: readonly Fault[]) => faults.map(describeFault).join('\n\n')

const inMessage = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const inProperty = (text: string) => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A fault as a workflow command of GitHub: shown beside its line, in the terminal's words. */
export const annotationOf = (it: Fault): string => {
  const end = it.length === undefined ? '' : `,endColumn=${it.column + it.length}`
  const place = `file=${inProperty(it.file)},line=${it.line},col=${it.column}${end}`
  const [title = ''] = it.says.split(/: |\n/)
  return `::error ${place},title=${inProperty(title)}::${inMessage(describeFault(it))}`
}

/** Content that cannot be used; the message is what an author reads. */
export class ContentError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(describeFaults(faults))
    this.name = 'ContentError'
  }
}
