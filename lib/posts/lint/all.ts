// Lints the whole content folder in one pass; what did not change is remembered.

import path from 'node:path'
import { type Fault, sorted } from '../fault'
import { listFolders, type PostFolder, postFile, readKnown } from '../folder'
import { nowOf } from '../instant'
import type { Linted } from '../linted'
import { type Source, sourceHash } from '../source'
import { Table } from '../store'
import { lintAcross, type SourceOf } from './across'
import { lintBeside, lintLoose } from './beside'
import { type Job, lintMany } from './crew'
import { lintLinks, siteOf } from './links'
import { lintPost } from './post'
import type { Known } from './reading'
import { keyOf, readKept } from './sources'
import { lintTerms } from './terms'

/** All posts as the linter knows them, and everything that is wrong with them. */
export type LintedFolder = {
  readonly folders: readonly PostFolder[]
  readonly posts: readonly Linted[]
  /** The same, by their slugs. */
  readonly bySlug: ReadonlyMap<string, Linted>
  readonly faults: readonly Fault[]
  /** When the next scheduled post appears, ms since 1970: until then the faults are these. */
  readonly until: number
  readonly known: Known
  /** A text that stands for the linter and the lists it knows. */
  readonly made: string
  readonly source: SourceOf
}

const tables = new Map<string, Table<Linted>>()
const tableOf = (root: string) => {
  const file = path.join(root, '.cache', 'lint.json')
  if (!tables.has(file)) tables.set(file, new Table<Linted>(file))
  return tables.get(file)!
}

let recipe: string | undefined

const nextAfter = (posts: readonly Linted[], now: number) =>
  posts
    .map(({ meta }) => Date.parse(meta?.publish ?? ''))
    .reduce((next, at) => (at > now && at < next ? at : next), Infinity)

/** Each file as it is when it is first asked for. */
const sourcesOf = (root: string): SourceOf => {
  const sources = new Map<string, Source>()
  return (file) => {
    if (!sources.has(file)) sources.set(file, readKept(root, file))
    return sources.get(file)!
  }
}

type Wanted = Job & { readonly key: string }

/** Lints everything below `root`/content; throws only where its own lists cannot be read. */
export const lintAll = async (
  root: string,
  folders: readonly PostFolder[] = listFolders(root),
): Promise<LintedFolder> => {
  recipe ??= sourceHash('lib/posts')
  const { hash, ...known } = await readKnown(root)
  const source = sourcesOf(root)
  const table = tableOf(root)
  table.begin()
  const made = `${recipe} ${hash}`
  const wanted = folders
    .filter(({ files }) => files.includes('post.mdx'))
    .map(({ slug }): Wanted => {
      const words = source(postFile(slug))
      return { slug, file: words.file, text: words.text, key: keyOf(made, slug, words) }
    })
  const posts = await table.all(wanted, (fresh) =>
    lintMany(
      fresh.map(({ key, ...job }) => job),
      known,
    ),
  )
  // What draws pages in development has them drawn first: the watcher beside it saves the same.
  if (!process.env.NEXT_RUNTIME) table.save()
  const now = nowOf()
  const site = siteOf(posts, known, now)
  const bySlug = new Map(posts.map((it) => [it.slug, it]))
  const faults = sorted([
    ...posts.flatMap((it) => it.faults),
    ...lintAcross(posts, source),
    ...lintTerms(posts, source),
    ...posts.flatMap((it) => lintLinks(it, site, source)),
    ...lintLoose(root),
    ...folders.flatMap((it) => lintBeside(root, it, bySlug.get(it.slug), source)),
  ])
  const until = nextAfter(posts, now)
  return { folders, posts, bySlug, faults, until, known, made, source }
}

/** Lints what was just saved in one post, for the page that is about to look at the folder. */
export const lintAhead = (root: string, slug: string, { known, made }: LintedFolder) => {
  const words = readKept(root, postFile(slug))
  tableOf(root).hand(keyOf(made, slug, words), lintPost(slug, words, known))
}
