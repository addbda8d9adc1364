// XML as text: what must be escaped, and what may not occur at all.

/** Characters that no XML 1.0 document may hold (§2.2), lone halves of pairs among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

const entities: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A text for XML. Throws a sentence where it holds a character that XML has not. */
export function escaped(text: string): string {
  const found = illegal.exec(text)
  if (found) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    throw new Error(`the character U+${code} may not stand in a feed; take it out`)
  }
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!)
}

type Attributes = { readonly [name: string]: string | undefined }

/** One element. `content` is XML already, or left out for an empty element. */
export function element(name: string, attributes: Attributes = {}, content?: string): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value!)}"`)
    .join('')
  return content === undefined ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>`
}

/** One element that holds text. */
export const text = (name: string, content: string, attributes?: Attributes) =>
  element(name, attributes, escaped(content))

/** A document of these lines. */
export const document = (lines: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n${lines.join('\n')}\n`
