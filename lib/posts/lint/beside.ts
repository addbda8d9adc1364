// The files beside a post: data that is imported, images that are shown, and nothing forgotten.

import { existsSync } from 'node:fs'
import path from 'node:path'
import { protocols } from '@/lib/protocols'
import type { Fault } from '../fault'
import { cardName } from '../figure-name'
import { figuresIn, looseIn, type PostFolder } from '../folder'
import { isImage } from '../image-name'
import type { Linted } from '../linted'
import { rulesOf } from '../rule'
import { Source, type Span } from '../source'
import type { SourceOf } from './across'
import { imageFault, nameFault } from './image'

const lintImages = (root: string, folder: PostFolder, post: Linted, source: SourceOf): Fault[] =>
  (post.body?.images ?? []).flatMap(({ src, span }) => {
    if (!src) return []
    const at = (says: string, word?: string) => [
      source(post.file).fault(span, says, word, folder.files.filter(isImage)),
    ]
    const name = src.replace(/^\.\//, '')
    if (/^[a-z]+:|^\//i.test(src)) return at(`image: it lies in the post's folder, not at ${src}`)
    const odd = nameFault(name)
    if (odd) return at(`image: ${name}: ${odd}`)
    if (!folder.files.includes(name)) return at(`image: there is no ${name} in the folder`, name)
    const taken = [cardName, ...figuresIn(folder)].some((it) => name === `${it}.png`)
    if (taken) return at(`image: ${name} is what this post’s own picture is called; rename it`)
    const wrong = imageFault(path.join(root, 'content', post.slug, name))
    return wrong ? at(`image: ${name}: ${wrong}`) : []
  })

const lintImports = (folder: PostFolder, post: Linted, source: SourceOf): Fault[] => {
  const figures = figuresIn(folder)
  const isFaulty = ({ line, column }: Span) =>
    post.faults.some((it) => it.line === line && it.column === column)
  return (post.body?.imports ?? []).flatMap(({ name, file, span }) =>
    figures.includes(file) || isFaulty(span)
      ? []
      : [source(post.file).fault(span, `import: ${name}: there is no ./${file}.ts`, file, figures)],
  )
}

const first = (file: string, says: string) =>
  new Source(file, '').fault({ line: 1, column: 1 }, says)

/** Files that nothing leads to: data no figure shows, transcripts of no data, words misnamed. */
const lintStray = ({ slug, files }: PostFolder, post: Linted | undefined): Fault[] => {
  const figures = figuresIn({ slug, files })
  const imported = new Set(post?.body?.imports.map((it) => it.file))
  // An import that is at fault may be of this very file.
  const misread =
    post?.faults.some((it) => it.says.startsWith('import')) ||
    [...imported].some((it) => !figures.includes(it))
  return files.flatMap((name) => {
    const file = `content/${slug}/${name}`
    if (/\.mdx?$/i.test(name) && name !== 'post.mdx')
      return [first(file, 'a post is written in post.mdx, at the top of its folder')]
    const id = name.replace(/\.\w+$/, '')
    if (/^[^/]+\.txt$/.test(name) && !figures.includes(id))
      return [first(file, `the transcript of a figure that is not there: no ${id}.ts`)]
    if (figures.includes(id) && name.endsWith('.ts') && post?.body && !misread && !imported.has(id))
      return [first(file, 'no figure shows this; import it in post.mdx, or remove it')]
    return []
  })
}

const lintRules = (post: Linted, source: SourceOf): Fault[] =>
  (post.body?.rules ?? []).flatMap(({ of, name, spans }) => {
    const rules = rulesOf(of)
    if (rules.has(name)) return []
    const at = source(post.file)
    return [
      rules.size
        ? at.fault(spans.name, `Rule: ${of} has no rule ${name}`, name, rules.keys())
        : at.fault(spans.of, `Rule: there is no protocol ${of}`, of, Object.keys(protocols)),
    ]
  })

/** What would be passed over without a word: links to elsewhere, and words outside a folder. */
export const lintLoose = (root: string): Fault[] =>
  looseIn(root).map(({ name, isLink }) =>
    first(
      `content/${name}`,
      isLink
        ? 'a link to elsewhere, and content is not followed there; move it here'
        : 'a post is written in a folder of its own: content/<slug>/post.mdx',
    ),
  )

/** Faults between a post and the files of its folder. */
export const lintBeside = (
  root: string,
  folder: PostFolder,
  post: Linted | undefined,
  source: SourceOf,
): Fault[] => {
  const strays = lintStray(folder, post)
  if (!post)
    return strays.length > 0 || !existsSync(path.join(root, 'content', folder.slug))
      ? strays
      : [first(`content/${folder.slug}/post.mdx`, 'a folder of content has a post.mdx')]
  return [
    ...strays,
    ...lintImports(folder, post, source),
    ...lintImages(root, folder, post, source),
    ...lintRules(post, source),
  ]
}
