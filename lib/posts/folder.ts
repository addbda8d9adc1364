// What lies in the content folder: which posts, which data, images and transcripts beside them.

import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
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

/** The order of folders, and of what is known of their posts. */
export const bySlug = (a: { readonly slug: string }, b: { readonly slug: string }) =>
  a.slug < b.slug ? -1 : 1

/** Folders of content, all or those named, in order; an absent content folder has none. */
export const listFolders = (root: string, only?: readonly string[]): PostFolder[] => {
  const content = path.join(/*turbopackIgnore: true*/ root, 'content')
  if (!existsSync(content)) return []
  return readdirSync(content, { withFileTypes: true })
    .filter((it) => it.isDirectory() && !it.name.startsWith('.'))
    .filter(({ name }) => only?.includes(name) ?? true)
    .map(({ name: slug }) => ({ slug, files: filesIn(path.join(content, slug)) }))
    .sort(bySlug)
}

const isFile = (file: string) =>
  statSync(/*turbopackIgnore: true*/ file, { throwIfNoEntry: false })?.isFile() ?? false

/** Names in the content folder that nobody reads: links to other folders, words in no folder. */
export const looseIn = (root: string): { readonly name: string; readonly isLink: boolean }[] => {
  const content = path.join(/*turbopackIgnore: true*/ root, 'content')
  if (!existsSync(content)) return []
  return readdirSync(content, { withFileTypes: true }).flatMap((it) => {
    const { name } = it
    const isLink = it.isSymbolicLink() && !isFile(path.join(content, name))
    return isLink || (!it.isDirectory() && /\.mdx$/i.test(name)) ? [{ name, isLink }] : []
  })
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    // A link that leads nowhere is no file.
    .filter((it) => !it.isSymbolicLink() || existsSync(path.join(folder, it.name)))
    .flatMap((it) =>
      it.isDirectory()
        ? filesIn(path.join(folder, it.name)).map((name) => `${it.name}/${name}`)
        : [it.name],
    )
    .sort()

/** Ids of the figures that have a data file in a folder. */
export const figuresIn = ({ files }: PostFolder) =>
  files.filter((it) => /^[^/.]+\.ts$/.test(it)).map((it) => it.slice(0, -3))

const lists = z.record(z.string(), z.looseObject({ also: z.array(z.string()).optional() }))
type List = z.infer<typeof lists>

const listIn = async (root: string, file: string, name: string): Promise<List> => {
  if (!existsSync(/*turbopackIgnore: true*/ path.join(root, file))) return {}
  const source = readSource(root, file)
  const read = await readModule(source)
  if ('fault' in read) throw new ContentError([read.fault])
  const list = lists.safeParse(read.value[name] ?? {})
  if (list.success) return list.data
  const word = list.error.issues[0]!.path[0]
  const says = `${name}: expected { word: { … } }, with also: ['form', …] where there are any`
  throw new ContentError([source.fault(source.at(source.text.indexOf(String(word ?? name))), says)])
}

/** The publication's own lists; throws a ContentError where one of them cannot be read. */
export const readKnown = async (root: string): Promise<Known & { readonly hash: string }> => {
  const tags = Object.keys(await listIn(root, 'content/tags.ts', 'tags'))
  const series = Object.keys(await listIn(root, 'content/tags.ts', 'series'))
  const glossary = await listIn(root, 'content/glossary.ts', 'glossary')
  const terms = Object.keys(glossary)
  const forms = Object.entries(glossary).flatMap(([word, { also = [] }]) =>
    also.map((form) => [form.toLowerCase(), word]),
  )
  const known = { tags, series, terms, forms: Object.fromEntries(forms) as Known['forms'] }
  return { ...known, hash: digest(JSON.stringify(known)) }
}
