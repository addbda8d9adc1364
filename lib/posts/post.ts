// A post as lists, feeds and pages know it: what its front matter says, and what it holds.

import type { FrontMatter } from './front-matter'
import { instantOf } from './instant'
import type { Body } from './linted'

export type Change = { readonly day: string; readonly says: string }

export type Post = {
  /** The folder's name, and the address. */
  readonly slug: string
  /** The permanent tag. */
  readonly id: string
  readonly title: string
  readonly subtitle?: string
  readonly summary: string
  /** When it was published, as an instant in UTC: never before it appeared. */
  readonly date: string
  /** The last change readers should hear of; `date` where there was none. */
  readonly updated: string
  /** Corrections, oldest first, their days as instants. */
  readonly changes: readonly Change[]
  readonly tags: readonly string[]
  readonly series?: string
  readonly part?: number
  readonly kind: 'article' | 'note'
  /** Drafts and scheduled posts are seen in development only. */
  readonly status: 'published' | 'scheduled' | 'draft'
  /** When a scheduled post appears. */
  readonly publish?: string
  /** Slugs it had before. */
  readonly redirects: readonly string[]
  readonly lang: string
  /** How long one reads; half a minute for each figure. */
  readonly minutes: number
  /** Ids of its figures, in order. */
  readonly figures: readonly string[]
  /** How many of its sentences the build holds. */
  readonly claims: number
}

const wordsAMinute = 220

/** What it is to readers at a moment, ms since 1970. */
export const statusOf = ({ draft, publish }: FrontMatter, now: number): Post['status'] =>
  draft ? 'draft' : publish && Date.parse(publish) > now ? 'scheduled' : 'published'

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]: V })

type Instants = { readonly date: string; readonly updated: string }
/** Asked for at every save, of all posts; front matter that did not change is the same object. */
const known = new WeakMap<FrontMatter, Instants>()

const instantsOf = (front: FrontMatter): Instants => {
  const { date: written, publish = written, updated: changed = written } = front
  const date = [instantOf(written), instantOf(publish)].sort().at(-1)!
  const updated = [date, instantOf(changed)].sort().at(-1)!
  return { date, updated }
}
const instants = (front: FrontMatter) => {
  const found = known.get(front) ?? instantsOf(front)
  known.set(front, found)
  return found
}

/** When readers first have it: at its date, and if it is scheduled for later, then. */
export const dateOf = (front: FrontMatter): string => instants(front).date

/** The key of front matter that says so. */
export const dateKeyOf = (front: FrontMatter): 'date' | 'publish' =>
  dateOf(front) === instantOf(front.date) ? 'date' : 'publish'

/** When it last changed for readers: never before they had it. */
export const updatedOf = (front: FrontMatter): string => instants(front).updated

/** The post that front matter and body describe at a moment (ms since 1970). */
export const postOf = (slug: string, front: FrontMatter, body: Body, now: number): Post => ({
  slug,
  id: front.id,
  title: front.title,
  ...optional('subtitle', front.subtitle),
  summary: front.summary,
  date: dateOf(front),
  updated: updatedOf(front),
  changes: (front.changes ?? [])
    .map(({ day, says }) => ({ day: instantOf(day), says }))
    .sort((a, b) => (a.day < b.day ? -1 : 1)),
  tags: front.tags ?? [],
  ...optional('series', front.series),
  ...optional('part', front.part),
  kind: front.kind ?? 'article',
  status: statusOf(front, now),
  ...optional('publish', front.publish && instantOf(front.publish)),
  redirects: front.redirects ?? [],
  lang: front.lang ?? 'en-GB',
  minutes: Math.max(1, Math.round(body.wordCount / wordsAMinute + body.figures.length / 2)),
  figures: body.figures.map((it) => it.id),
  claims: body.claims.length,
})

/** Newest first; the same instant cannot occur twice. */
export const newestFirst = (a: Post, b: Post) => (a.date > b.date ? -1 : 1)
