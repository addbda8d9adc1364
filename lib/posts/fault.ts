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

/** `content/x/post.mdx:3:7 date: …`, the line with a caret under it, and what may be meant. */
export const describeFault = (it: Fault): string => {
  const out = [`${it.file}:${it.line}:${it.column} ${it.says}`]
  if (it.quote?.trim()) {
    const number = String(it.line)
    const before = it.quote.slice(0, it.column - 1).replace(/[^\t]/g, ' ')
    const rest = Math.max(1, it.quote.length - it.column + 1)
    const caret = '^'.repeat(Math.max(1, Math.min(it.length ?? 1, rest)))
    out.push(`  ${number} | ${it.quote}`, `  ${' '.repeat(number.length)} | ${before}${caret}`)
  }
  if (it.near !== undefined) out.push(`  did you mean ${it.near}?`)
  if (it.more) out.push(it.more.replace(/^/gm, '  '))
  return out.join('\n')
}

/** All faults as one text, as the terminal and the page show them. */
export const describeFaults = (faults: readonly Fault[]) => faults.map(describeFault).join('\n\n')

/** Content that cannot be used; the message is what an author reads. */
export class ContentError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(describeFaults(faults))
    this.name = 'ContentError'
  }
}
