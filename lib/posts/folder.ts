// What lies in the content folder: which posts, which data, images and transcripts beside them.

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { readModule } from './data'
import { ContentError } from './fault'
import type { Known } from './lint/reading'
import { digest, readSource } from './source'

export type PostFolder = {
  readonly slug: string
  /** Names of the files in it, in order. */
  readonly files: readonly string[]
}

/** Where a post's words stand, relative to the project. */
export const postFile = (slug: string) => `content/${slug}/post.mdx`
export const dataFile = (slug: string, figure: string) => `content/${slug}/${figure}.ts`
export const transcriptFile = (slug: string, figure: string) => `content/${slug}/${figure}.txt`

/** All folders of content in order of their names; an absent content folder has none. */
export const listFolders = (root: string): PostFolder[] => {
  const content = path.join(/*turbopackIgnore: true*/ root, 'content')
  if (!existsSync(content)) return []
  return readdirSync(content, { withFileTypes: true })
    .filter((it) => it.isDirectory() && !it.name.startsWith('.'))
    .map(({ name: slug }) => ({ slug, files: filesIn(path.join(content, slug)) }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((it) =>
      it.isDirectory()
        ? filesIn(path.join(folder, it.name)).map((name) => `${it.name}/${name}`)
        : [it.name],
    )
    .sort()

/** Ids of the figures that have a data file in a folder. */
export const figuresIn = ({ files }: PostFolder) =>
  files.filter((it) => /^[^/.]+\.ts$/.test(it)).map((it) => it.slice(0, -3))

type List = { readonly [name: string]: { readonly [field: string]: unknown } }

const listIn = async (root: string, file: string, name: string): Promise<List> => {
  if (!existsSync(/*turbopackIgnore: true*/ path.join(root, file))) return {}
  const read = await readModule(readSource(root, file))
  if ('fault' in read) throw new ContentError([read.fault])
  return (read.value[name] as List | undefined) ?? {}
}

/** The publication's own lists; throws a ContentError where one of them cannot be read. */
export const readKnown = async (root: string): Promise<Known & { readonly hash: string }> => {
  const tags = Object.keys(await listIn(root, 'content/tags.ts', 'tags'))
  const series = Object.keys(await listIn(root, 'content/tags.ts', 'series'))
  const glossary = await listIn(root, 'content/glossary.ts', 'glossary')
  const terms = Object.keys(glossary)
  const forms = Object.entries(glossary).flatMap(([word, { also }]) =>
    ((also as readonly string[] | undefined) ?? []).map((form) => [form.toLowerCase(), word]),
  )
  const known = { tags, series, terms, forms: Object.fromEntries(forms) as Known['forms'] }
  return { ...known, hash: digest(JSON.stringify(known)) }
}
