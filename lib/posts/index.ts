// The only door to the content: a list of posts, one document, and how to run its body.

import { bundle } from './compile/bundle'
import type { Subject } from './data'
import { ContentError, type Fault } from './fault'
import { readFigures } from './figures'
import { building, folderOf, frontsOf } from './folders'
import { nowOf } from './instant'
import type { LintedFolder } from './lint/all'
import type { Claim, FigureUse, Heading } from './linted'
import { newestFirst, type Post, postOf } from './post'

export type { AnyStudied, AnySurvey, Subject } from './data'
export { isScenario, isStudy, isSurvey } from './data'
export { type Content, evaluate, type JsxRuntime } from './evaluate'
export { ContentError, describeFaults, type Fault } from './fault'
export { filmOf } from './films'
export type { Claim, Expected, Heading } from './linted'
export { pageContext } from './page-context'
export type { Change, Post } from './post'
export { type Prediction, predict } from './predictions'
export { samplesOf, summed, sumUp } from './samples'

/** One figure of a post. */
export type Shown = FigureUse & { readonly of: Subject }

/** One post, whole: its body is code for `evaluate`. */
export type Document = {
  readonly meta: Post
  readonly code: string
  /** Headings with their ids, in order, for a table of contents. */
  readonly headings: readonly Heading[]
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

/**
 * One post. Throws a ContentError, whose message is what the author reads, where anything of it is
 * wrong; answers undefined where there is no such post.
 */
export const readDocument = async (
  slug: string,
  { now = nowOf(), root = process.cwd() }: Omit<Asked, 'drafts'> = {},
): Promise<Document | undefined> => {
  const folder = await folderOf(root)
  const post = folder.bySlug.get(slug)
  const mine = folder.faults.filter(concerns(slug))
  if (mine.length > 0) throw new ContentError(mine)
  if (!post?.meta || !post.body) return undefined
  const only = { ...folder, folders: folder.folders.filter((it) => it.slug === slug) }
  const data = await readFigures(only)
  const wrong = [...data.values()].flatMap((it) => ('fault' in it ? [it.fault] : []))
  if (wrong.length > 0) throw new ContentError(wrong)
  const { headings, figures, claims, images } = post.body
  const front = (await frontsOf(root, folder)).get(slug) ?? post.meta
  return {
    meta: postOf(slug, front, post.body, now),
    code: await bundle(root, slug, folder.known),
    headings,
    figures: figures.map((it) => {
      const read = data.get(`${slug}/${it.id}`)!
      return { ...it, of: (read as { value: Subject }).value }
    }),
    claims,
    images: images.map(({ src }) => src.replace(/^\.\//, '')),
  }
}
