// Lints the whole content folder in one pass; what did not change is remembered.

import path from 'node:path'
import { type Fault, sorted } from '../fault'
import { listFolders, type PostFolder, postFile, readKnown } from '../folder'
import type { Linted } from '../linted'
import { digest, readSource, type Source, sourceHash } from '../source'
import { Table } from '../store'
import { lintAcross, type SourceOf } from './across'
import { lintBeside } from './beside'
import { lintLinks, siteOf } from './links'
import { lintPost } from './post'
import type { Known } from './reading'

/** All posts as the linter knows them, and everything that is wrong with them. */
export type LintedFolder = {
  readonly folders: readonly PostFolder[]
  readonly posts: readonly Linted[]
  readonly faults: readonly Fault[]
  readonly known: Known
  readonly source: SourceOf
}

const tables = new Map<string, Table<Linted>>()
const tableOf = (root: string) => {
  const file = path.join(root, '.cache', 'lint.json')
  if (!tables.has(file)) tables.set(file, new Table<Linted>(file))
  return tables.get(file)!
}

let recipe: string | undefined

/** Lints everything below `root`/content; throws only where its own lists cannot be read. */
export const lintAll = async (root: string): Promise<LintedFolder> => {
  recipe ??= sourceHash('lib/posts')
  const folders = listFolders(root)
  const { hash, ...known } = await readKnown(root)
  const sources = new Map<string, Source>()
  const source: SourceOf = (file) => {
    if (!sources.has(file)) sources.set(file, readSource(root, file))
    return sources.get(file)!
  }
  const table = tableOf(root)
  table.begin()
  const posts: Linted[] = []
  for (const { slug, files } of folders) {
    if (!files.includes('post.mdx')) continue
    const words = source(postFile(slug))
    const key = digest(recipe, hash, slug, words.text)
    posts.push(await table.get(key, () => lintPost(slug, words, known)))
  }
  table.save()
  const site = siteOf(posts, known)
  const bySlug = new Map(posts.map((it) => [it.slug, it]))
  const faults = [
    ...posts.flatMap((it) => it.faults),
    ...lintAcross(posts, source),
    ...posts.flatMap((it) => lintLinks(it, site, source)),
    ...folders.flatMap((it) => lintBeside(root, it, bySlug.get(it.slug), source)),
  ]
  return { folders, posts, faults: sorted(faults), known, source }
}
