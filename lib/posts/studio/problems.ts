// What the linter says of one post, with places that an editor can mark.

import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Fault, sorted } from '../fault'
import { readFigures } from '../figures'
import { postFile } from '../folder'
import { nowOf } from '../instant'
import { lintAcross } from '../lint/across'
import { handLinted, type LintedFolder, lintAll } from '../lint/all'
import { lintBeside } from '../lint/beside'
import { lintLinks, siteOf } from '../lint/links'
import { lintPost } from '../lint/post'
import { lintTerms } from '../lint/terms'
import type { Linted } from '../linted'
import { plain, readSource, Source } from '../source'

/** What was linted last of what somebody types: most likely it is what is saved next. */
let typed: { post: Linted; words: Source; folder: LintedFolder } | undefined

/** Of a text that is not saved: by itself, and in its place among the others. */
const problemsIn = (root: string, slug: string, text: string, folder: LintedFolder) => {
  const { folders, known } = folder
  const words = new Source(postFile(slug), plain(text))
  const source = (file: string) => (file === words.file ? words : folder.source(file))
  const post = lintPost(slug, words, known)
  typed = { post, words, folder }
  // The last one: of two that claim the same thing, it is the one to change.
  const posts = [...folder.posts.filter((it) => it.slug !== slug), post]
  return [
    ...post.faults,
    ...[...lintAcross(posts, source), ...lintTerms(posts, source)],
    ...lintLinks(post, siteOf(posts, known, nowOf()), source),
    ...folders.filter((it) => it.slug === slug).flatMap((it) => lintBeside(root, it, post, source)),
  ]
}

/** Where what is saved now is what was typed, a long post need not be read once more. */
const handTyped = (root: string, slug: string) => {
  if (typed?.post.slug !== slug || !existsSync(path.join(root, typed.words.file))) return
  const { post, words, folder } = typed
  if (readSource(root, words.file).text === words.text) handLinted(root, post, words, folder)
}

/** All of one post as it is saved, its data included; or with a text that is not saved yet. */
export async function problemsOf(
  root: string,
  slug: string,
  text?: string,
): Promise<readonly Fault[]> {
  const own = ({ file }: Fault) => file.startsWith(`content/${slug}/`)
  if (text === undefined) handTyped(root, slug)
  const folder = await lintAll(root)
  const faults = text === undefined ? folder.faults : problemsIn(root, slug, text, folder)
  const only = { ...folder, folders: folder.folders.filter((it) => it.slug === slug) }
  const wrong = [...(await readFigures(only)).values()].flatMap((it) =>
    'fault' in it ? [it.fault] : [],
  )
  return sorted([...faults.filter(own), ...wrong])
}
