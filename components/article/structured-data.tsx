// The same about a post for machines: JSON-LD, which is data and no script.

type Props = { data: object }

/** `<` is escaped, so that no text of a post can end the block. */
export function StructuredData({ data }: Props) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /</g,
    '\\u003c',
  )
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
