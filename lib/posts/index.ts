// The only door to the content: a list of posts, one document, and how to run its body.

import { bundle } from './compile/bundle'
import type { Subject } from './data'
import { ContentError, type Fault } from './fault'
import { readFigures } from './figures'
import { building, folderOf, frontsOf, lastFolderOf } from './folders'
import { nowOf } from './instant'
import { type LintedFolder, lintAhead } from './lint/all'
import type { Claim, FigureUse, Heading } from './linted'
import { newestFirst, type Post, postOf } from './post'

export type { AnyStudied, AnySurvey, Subject } from './data'
export { isScenario, isSurvey } from './data'
export { evaluate } from './evaluate'
export { describeFaults, type Fault } from './fault'
export { filmOf } from './films'
export type { Claim, Expected, Heading } from './linted'
export { pageContext } from './page-context'
export type { Change, Post } from './post'
export type { Prediction } from './predictions'
export { summed, sumUp } from './samples'

/** One figure of a post. */
export type Shown = FigureUse & { readonly of: Subject }

/** One post but for its words: of this the page around them is made. */
export type Outline = {
  readonly meta: Post
  /** Headings with their ids, in order, for a table of contents. */
  readonly headings: readonly Heading[]
  /** Words of the glossary that it explains, in order. */
  readonly terms: readonly string[]
}

/** One post, whole: its body is code for `evaluate`. */
export type Document = Outline & {
  readonly code: string
  readonly figures: readonly Shown[]
  readonly claims: readonly Claim[]
  /** Names of the images beside it that it shows. */
  readonly images: readonly string[]
}

export type Asked = {
  /** With drafts and scheduled posts, as in development. */
  readonly drafts?: boolean
  /** The moment of this build, ms since 1970; the variable NOW, or the clock, if left out. */
  readonly now?: number
  /** The folder that `content` lies in; the project's, if left out. */
  readonly root?: string
}

const seen = (post: Post, drafts: boolean) => drafts || post.status === 'published'

type Listed = { readonly asked: string; readonly posts: readonly Post[] }
const listed = new WeakMap<LintedFolder, Listed>()

/** All posts, newest first. A build throws (ContentError) where anything is wrong. */
export const listPosts = async (asked: Asked = {}): Promise<readonly Post[]> => {
  const { drafts = false, now = nowOf(), root = process.cwd() } = asked
  const folder = await folderOf(root)
  if (building() && folder.faults.length > 0) throw new ContentError(folder.faults)
  // Every page of a build asks for the same list, and there are as many pages as posts.
  const key = `${drafts} ${now}`
  const known = listed.get(folder)
  if (known?.asked === key) return known.posts
  const fronts = await frontsOf(root, folder)
  const posts = folder.posts
    .flatMap(({ slug, body }) => {
      const front = fronts.get(slug)
      return front && body ? [postOf(slug, front, body, now)] : []
    })
    .filter((post) => seen(post, drafts))
    .sort(newestFirst)
  listed.set(folder, { asked: key, posts })
  return posts
}

const concerns = (slug: string) => (fault: Fault) => fault.file.startsWith(`content/${slug}/`)

type AskedOfOne = Omit<Asked, 'drafts'>

/** Of a folder that was looked at once: in development that asks every file whether it changed. */
const soundPost = async (folder: LintedFolder, slug: string, asked: AskedOfOne) => {
  const { now = nowOf(), root = process.cwd() } = asked
  const mine = folder.faults.filter(concerns(slug))
  if (mine.length > 0) throw new ContentError(mine)
  const { meta, body } = folder.bySlug.get(slug) ?? {}
  if (!meta || !body) return undefined
  const front = (await frontsOf(root, folder)).get(slug) ?? meta
  const { headings } = body
  const terms = [...new Set(body.terms.map(({ word }) => word))]
  const outline: Outline = { meta: postOf(slug, front, body, now), headings, terms }
  return { outline, body }
}

/** What stands around the words of a post. Throws and answers as `readDocument` does. */
export const readOutline = async (
  slug: string,
  asked: AskedOfOne = {},
): Promise<Outline | undefined> =>
  (await soundPost(await folderOf(asked.root ?? process.cwd()), slug, asked))?.outline

/**
 * One post. Throws a ContentError, whose message is what the author reads, where anything of it is
 * wrong; answers undefined where there is no such post.
 */
export const readDocument = async (
  slug: string,
  asked: AskedOfOne = {},
): Promise<Document | undefined> => {
  const { root = process.cwd() } = asked
  const folder = await folderOf(root)
  const post = await soundPost(folder, slug, asked)
  if (!post) return undefined
  const only = { ...folder, folders: folder.folders.filter((it) => it.slug === slug) }
  const data = await readFigures(only)
  const wrong = [...data.values()].flatMap((it) => ('fault' in it ? [it.fault] : []))
  if (wrong.length > 0) throw new ContentError(wrong)
  const { figures, claims, images } = post.body
  return {
    ...post.outline,
    code: await bundle(root, slug, folder.known),
    figures: figures.map((it) => {
      const read = data.get(`${slug}/${it.id}`)!
      return { ...it, of: (read as { value: Subject }).value }
    }),
    claims,
    images: images.map(({ src }) => src.replace(/^\.\//, '')),
  }
}

/**
 * Lints and compiles a post that was just saved, while the page that will ask for it looks at the
 * folder. What is wrong with it is said by `readDocument`.
 */
export const readAhead = async (slug: string, root = process.cwd()): Promise<void> => {
  try {
    const folder = await lastFolderOf(root)
    if (!folder) return
    lintAhead(root, slug, folder)
    await bundle(root, slug, folder.known)
  } catch {}
}
