// llms.txt (llmstxt.org): what there is here, for language models, each piece as Markdown.

import type { Post } from '@/lib/posts'

export type Site = {
  readonly name: string
  readonly summary: string
  /** The site's own address, without a slash at its end. */
  readonly address: string
}

/** A text on one line, without what would end a link. */
const line = (text: string) => text.replace(/\s+/g, ' ').replace(/[[\]]/g, '\\$&')

const pieces = (posts: readonly Post[], address: string) =>
  posts.map(({ slug, title, summary, part }) => {
    const name = part === undefined ? title : `Part ${part}: ${title}`
    return `- [${line(name)}](${address}/${slug}.md): ${line(summary)}`
  })

const inOrder = (a: string, b: string) => Number(a > b) - Number(a < b)

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? ['', `## ${title}`, '', ...lines] : []

/** The document: the course in its order, then notes and what else there is, newest first. */
export function llmsText(posts: readonly Post[], { name, summary, address }: Site): string {
  const parts = posts
    .filter(({ part }) => part !== undefined)
    .sort((a, b) => inOrder(a.series ?? '', b.series ?? '') || a.part! - b.part!)
  const rest = posts.filter(({ part }) => part === undefined)
  return [
    `# ${name}`,
    '',
    `> ${line(summary)}`,
    '',
    'Every figure is a real protocol in a seeded simulation. In the Markdown a figure is a',
    'description of one moment and a table of what happens; sentences that claim something about',
    'it are held against the run when the site is built. Words and pictures are under CC BY 4.0.',
    ...section('The course', pieces(parts, address)),
    ...section('Notes', pieces(rest, address)),
    ...section('Optional', [
      `- [Glossary](${address}/glossary): the words of the subject, one sentence each`,
      `- [JSON API](${address}/api/posts.json): all posts, with figures, scenarios and facts`,
      `- [Its schema](${address}/api/schema.json): what stands in each document of it`,
      `- [Atom](${address}/atom.xml): the newest posts in full`,
    ]),
    '',
  ].join('\n')
}
