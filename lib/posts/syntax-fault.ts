// What MDX says of a body that it cannot read, at its true place and with the cure.

import type { Fault } from './fault'
import type { Source, Span } from './source'

type Point = { readonly offset?: number; readonly start?: { readonly offset: number } }
type Thrown = { reason?: string; line?: number; column?: number; place?: unknown; cause?: unknown }

const offsetOf = ({ place }: Thrown) => {
  const { offset, start } = (place ?? {}) as Point
  return offset ?? start?.offset
}

/** The true place of a syntax error: where what is never closed was opened. */
const placeOf = (thrown: Thrown): Span => {
  const { reason = '', line = 1, column = 1 } = thrown
  const bracket = /\((\d+):(\d+)-/.exec(reason)
  if (bracket) return { line: Number(bracket[1]), column: Number(bracket[2]) }
  return { line, column }
}

/** No component begins small: most likely it is a sign, as in x<y. */
const inProse = (tag: string) => (/^<[a-z]/.test(tag) ? '; in prose write \\<' : '')

/** The tag or brace that the rest of the file stands in. */
const openAtEnd = (source: Source, thrown: Thrown): Fault | undefined => {
  const offset = offsetOf(thrown)
  const { reason = '' } = thrown
  if (!reason.startsWith('Unexpected end of file') || offset === undefined) return undefined
  const open = reason.includes('closing brace for `{`') ? '{' : '<'
  const at = source.text.lastIndexOf(open, offset - 1)
  const [text] = /^(?:<[\w.]*|\{)/.exec(source.text.slice(at, at + 80)) ?? ['']
  const says = `MDX: ${text} is never closed${inProse(text)}`
  return at < 0 ? undefined : source.fault({ ...source.at(at), length: text.length }, says)
}

const deeper = ({ cause }: Thrown) =>
  ((cause as { message?: string } | undefined)?.message ?? '').replace(/ \(\d+:\d+\)$/, '')

const words = (thrown: Thrown) => {
  const { reason = 'cannot be read' } = thrown
  const [said = ''] = reason.split(/ \(\d+:\d+|, expected/)
  const inside = /^Could not parse expression/.test(said) ? 'what stands in { } is no value' : said
  return deeper(thrown) ? `${inside}: ${deeper(thrown)}` : inside
}

/** What is often meant: what MDX says of it, what opens it, how it goes on, and the cure. */
const often: readonly {
  readonly reason: RegExp
  readonly open: string
  readonly text: RegExp
  readonly says: string
}[] = [
  {
    // CommonMark's `<https://…>` begins a tag in MDX.
    reason: /before local name/,
    open: '<',
    text: /^<[a-z]+:[^\s>]*>?/,
    says: 'an address in < > is a tag here; write [words](address), or it alone',
  },
  {
    reason: /`@`.* in name/,
    open: '<',
    text: /^<[^\s<>]+>?/,
    says: 'an address in < > is a tag here; write [words](mailto:address), or it alone',
  },
  {
    reason: /only spread elements|before local attribute name/,
    open: '{',
    text: /^\{/,
    says: 'a prop is written with a =, as of={vote}',
  },
  { reason: /before name/, open: '<', text: /^<!--/, says: 'a comment is written {/* … */}' },
  {
    reason: /before name/,
    open: '<',
    text: /^<[^\sA-Za-z]/,
    says: 'a < begins a tag; in prose write \\<',
  },
  {
    reason: /^Could not parse expression/,
    open: '={',
    text: /^=\{\s*[\w'"]+\s*:/,
    says: 'an object stands in two braces, as that={{ leader: 3 }}',
  },
  {
    reason: /^Could not parse expression/,
    open: '={{',
    text: /^=\{\{[^{}]*\}(?=\s*(\/?>|[a-z]+=))/,
    says: 'an object is closed by two braces, as it was opened',
  },
  {
    reason: /^Unexpected closing slash/,
    open: '<',
    text: /^<\/[^>\n]*>?/,
    says: 'nothing is open here that this could close',
  },
]

const oftenMeant = (source: Source, thrown: Thrown): Fault | undefined => {
  const offset = offsetOf(thrown) ?? 0
  for (const { reason, open, text, says } of often) {
    const at = source.text.lastIndexOf(open, offset)
    const found = text.exec(source.text.slice(at, at + 500))
    if (at >= 0 && found && reason.test(thrown.reason ?? ''))
      return source.fault({ ...source.at(at), length: found[0].length }, `MDX: ${says}`)
  }
  return undefined
}

/** What JavaScript cannot read where it begins at fault, what it says of it, and the cure. */
const unreadable: readonly (readonly [text: RegExp, said: RegExp, says: string])[] = [
  [/^[‘’“”]/, /before attribute value|Unexpected character/, 'quotes are straight here: "…"'],
  [/^/, /before attribute value/, 'a value stands in quotes or braces, as title="…" or of={vote}'],
  [/^/, /Identifier directly after number/, 'a number stands alone: at={640}, without its unit'],
  [/^/, /Shorthand property/, 'a fact and its value are joined by a colon, as leader: 3'],
  [/^/, /Unterminated string/, 'this text is never closed: its second quote is missing'],
  [/^;/, /Unexpected token/, 'facts are kept apart by commas'],
  [/^[<>]/, /Unexpected token/, 'a bound is written { above: 3 } or { below: 3 }'],
]

const unreadableIn = (source: Source, thrown: Thrown): Fault | undefined => {
  const { reason = '' } = thrown
  const at = placeOf(thrown)
  const rest = (source.lines[at.line - 1] ?? '').slice(at.column - 1)
  const isImport = /^\s*import\b/.test(source.lines[at.line - 1] ?? '')
  if (isImport && /^Could not parse import/.test(reason) && !/^[‘’“”]/.test(rest))
    return source.fault({ ...at, length: 1 }, "import: it is written import name from './vote'")
  const said = `${reason} ${deeper(thrown)}`
  const found = unreadable.find(([text, pattern]) => text.test(rest) && pattern.test(said))
  return found && source.fault({ ...at, length: 1 }, `MDX: ${found[2]}`)
}

/** A tag that is closed, but in another paragraph, or on a line that is not like its own. */
const closedElsewhere = (source: Source, { reason = '' }: Thrown): Fault | undefined => {
  const found = /^Expected a closing tag for `<(\w+)>` \((\d+):(\d+)/.exec(reason)
  if (!found) return undefined
  const [, name = '', line, column] = found
  const span = { line: Number(line), column: Number(column), length: name.length + 1 }
  const lines = source.lines.slice(span.line - 1)
  const rest = [lines[0]!.slice(span.column), ...lines.slice(1)].join('\n')
  const [close, open] = [rest.indexOf(`</${name}>`), rest.indexOf(`<${name}`)]
  if (close < 0 || (open >= 0 && open < close)) return undefined
  const says = 'stand in one paragraph, or each alone on its line'
  return source.fault(span, `MDX: <${name}> and </${name}> ${says}`)
}

/** Two imports of one name. */
const namedTwice = (source: Source, thrown: Thrown) => {
  const { message = '' } = (thrown.cause ?? {}) as { message?: string }
  const name = /^Identifier '(\w+)' has already been declared/.exec(message)?.[1]
  const says = `import: ${name} is the name of another import, too`
  return name ? source.fault({ ...placeOf(thrown), length: name.length }, says) : undefined
}

/** A tag that what follows it cannot belong to. */
const openTag = (source: Source, thrown: Thrown): Fault | undefined => {
  const offset = offsetOf(thrown)
  if (offset === undefined) return undefined
  const odd = /^Unexpected character `[<.,;:!?"“”’—…()]` .*\b(in|after|before) (attribute )?name/
  if (!odd.test(thrown.reason ?? '')) return undefined
  const at = source.text.lastIndexOf('<', offset - 1)
  const text = /^<[A-Za-z][\w.]*/.exec(source.text.slice(at, offset))?.[0]
  if (!text) return undefined
  const says = `MDX: ${text} is never closed${inProse(text)}`
  return source.fault({ ...source.at(at), length: text.length }, says)
}

/** A tag that is closed by another name. */
const closedOtherwise = (source: Source, { reason = '', line, column }: Thrown) => {
  const found = /^Unexpected closing tag `(<\/[^`]*>)`.* for `<([^`]*)>`/.exec(reason)
  if (!found || line === undefined || column === undefined) return undefined
  const [, text = '', open] = found
  const says = `MDX: ${text} stands where </${open}> should`
  return source.fault({ line, column, length: text.length }, says)
}

/** The one fault of a body that cannot be read; `thrown` is what the parser threw. */
export const syntaxFault = (source: Source, thrown: unknown): Fault => {
  const it = thrown as Thrown
  const empty = /closing tag for `<(br|hr|img|wbr)>`/.exec(it.reason ?? '')
  const cure = empty ? `; write <${empty[1]} />` : ''
  return (
    oftenMeant(source, it) ??
    openAtEnd(source, it) ??
    openTag(source, it) ??
    closedOtherwise(source, it) ??
    namedTwice(source, it) ??
    closedElsewhere(source, it) ??
    unreadableIn(source, it) ??
    source.fault(placeOf(it), `MDX: ${words(it)}${cure}`)
  )
}
