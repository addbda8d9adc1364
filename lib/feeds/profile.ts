// The HTML that survives: what the sanitizers of common feed readers leave as it is.

const flow = 'p h2 h3 h4 ul ol dl dt dd blockquote pre code em strong i b var kbd sub br hr'
const tables = 'table thead tbody tr figcaption del ins'

/** Tags, and the attributes that each may have. */
const allowed: { readonly [tag: string]: readonly string[] } = {
  ...Object.fromEntries(`${flow} ${tables}`.split(' ').map((tag) => [tag, []])),
  ...Object.fromEntries(['li', 'sup', 'h2', 'h3', 'h4', 'figure'].map((tag) => [tag, ['id']])),
  ol: ['start'],
  abbr: ['title'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  th: ['scope'],
  td: ['colspan', 'rowspan'],
}

const tagPattern = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g
const attributePattern = /([\w:-]+)(?:="([^"]*)")?/g

/** What is wrong with a text for feeds: one sentence each. The text is React's own markup. */
export function profileFaults(html: string): string[] {
  const faults: string[] = []
  const rest = html.replace(tagPattern, (_all, end: string, tag: string, attributes: string) => {
    const known = allowed[tag]
    if (!known) faults.push(`<${tag}> does not survive feed readers`)
    else if (!end)
      for (const [, name = '', value = ''] of attributes.matchAll(attributePattern))
        faults.push(...attributeFaults(tag, known, name, value))
    return ''
  })
  if (/[<>]/.test(rest)) faults.push('a < or > that belongs to no tag')
  return [...new Set(faults)]
}

function attributeFaults(tag: string, known: readonly string[], name: string, value: string) {
  if (!known.includes(name)) return [`${name} on <${tag}> does not survive feed readers`]
  if (name !== 'href' && name !== 'src') return []
  if (!/^(https?:\/\/|mailto:)/.test(value)) return [`${value} is no absolute address`]
  if (/[?&](?:amp;)?(ref|utm_\w+)=/.test(value)) return [`${value} says who sent the reader`]
  return []
}
