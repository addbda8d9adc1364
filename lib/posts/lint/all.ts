// Lints the whole content folder in one pass; what did not change is remembered.

import path from 'node:path'
import { type Fault, sorted } from '../fault'
import { bySlug, listFolders, type PostFolder, postFile, readKnown } from '../folder'
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
type Lists = Pick<LintedFolder, 'known' | 'made'>

/** What the linter knows of each post, from memory where its words are the same. */
const lintEach = (
  root: string,
  folders: readonly PostFolder[],
  { known, made }: Lists,
  source: SourceOf,
): Promise<Linted[]> => {
  const wanted = folders
    .filter(({ files }) => files.includes('post.mdx'))
    .map(({ slug }): Wanted => {
      const words = source(postFile(slug))
      return { slug, file: words.file, text: words.text, key: keyOf(made, slug, words) }
    })
  return tableOf(root).all(wanted, (fresh) =>
    lintMany(
      fresh.map(({ key, ...job }) => job),
      known,
    ),
  )
}

/** What all posts together show to be wrong, at this moment. */
const judge = (
  root: string,
  folders: readonly PostFolder[],
  posts: readonly Linted[],
  { known, made }: Lists,
  source: SourceOf,
): LintedFolder => {
  const now = nowOf()
  const site = siteOf(posts, known, now)
  const posted = new Map(posts.map((it) => [it.slug, it]))
  const faults = sorted([
    ...posts.flatMap((it) => it.faults),
    ...lintAcross(posts, source),
    ...lintTerms(posts, source),
    ...posts.flatMap((it) => lintLinks(it, site, source)),
    ...lintLoose(root),
    ...folders.flatMap((it) => lintBeside(root, it, posted.get(it.slug), source)),
  ])
  const until = nextAfter(posts, now)
  return { folders, posts, bySlug: posted, faults, until, known, made, source }
}

/** Lints everything below `root`/content; throws only where its own lists cannot be read. */
export const lintAll = async (root: string): Promise<LintedFolder> => {
  recipe ??= sourceHash('lib/posts')
  const { hash, ...known } = await readKnown(root)
  const lists = { known, made: `${recipe} ${hash}` }
  const folders = listFolders(root)
  const source = sourcesOf(root)
  const table = tableOf(root)
  table.begin()
  const posts = await lintEach(root, folders, lists, source)
  // What draws pages in development has them drawn first: what the watcher runs saves the same.
  if (!process.env.NEXT_RUNTIME) table.save()
  return judge(root, folders, posts, lists, source)
}

/** The folder as it is after something was saved in these posts, and nowhere else. */
export const lintAgain = async (
  root: string,
  slugs: readonly string[],
  last: LintedFolder,
): Promise<LintedFolder> => {
  const source = sourcesOf(root)
  const saved = listFolders(root, slugs)
  const others = <T extends { readonly slug: string }>(all: readonly T[]) =>
    all.filter(({ slug }) => !slugs.includes(slug))
  const folders = [...others(last.folders), ...saved].sort(bySlug)
  const linted = await lintEach(root, saved, last, source)
  return judge(root, folders, [...others(last.posts), ...linted].sort(bySlug), last, source)
}

/** Remembers what is known of some words already, for whoever looks at the folder next. */
export const handLinted = (root: string, post: Linted, words: Source, { made }: LintedFolder) =>
  tableOf(root).hand(keyOf(made, post.slug, words), post)

/** Lints what was just saved in one post, for the page that is about to look at the folder. */
export const lintAhead = (root: string, slug: string, folder: LintedFolder) => {
  const words = readKept(root, postFile(slug))
  handLinted(root, lintPost(slug, words, folder.known), words, folder)
}
