// What lies on the studio's desk: posts with their dates and tags, and what a figure may be of.

import { fetchProtocol, protocols } from '@/lib/protocols'
import { figuresIn } from '../folder'
import { kinds } from '../front-matter'
import { nowOf } from '../instant'
import { lintAll } from '../lint/all'
import { postOf } from '../post'

/** One post in the list; one that cannot be read has its slug and its problems only. */
export type DeskPost = {
  readonly slug: string
  readonly title: string
  readonly date: string
  readonly status: string
  readonly tags: readonly string[]
  readonly figures: readonly string[]
  /** How many things are wrong with it. */
  readonly problems: number
}

export type Desk = {
  readonly posts: readonly DeskPost[]
  readonly protocols: readonly { readonly name: string; readonly says: string }[]
  readonly tags: readonly string[]
  readonly series: readonly string[]
  readonly kinds: readonly string[]
}

const firstLine = (text: string) => text.split('\n')[0] ?? ''

/** Drafts first, then what is newest. */
const order = (a: DeskPost, b: DeskPost) =>
  Number(b.status !== 'published') - Number(a.status !== 'published') ||
  (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)

/** Everything at a glance, read from disk now. */
export async function deskOf(root: string): Promise<Desk> {
  const { folders, posts, faults, known } = await lintAll(root)
  const now = nowOf()
  const rows = posts.map(({ slug, meta, body }): DeskPost => {
    const post = meta && body ? postOf(slug, meta, body, now) : undefined
    return {
      slug,
      title: post?.title ?? slug,
      date: post?.date ?? '',
      status: post?.status ?? 'unreadable',
      tags: post?.tags ?? [],
      figures: folders.filter((it) => it.slug === slug).flatMap(figuresIn),
      problems: faults.filter(({ file }) => file.startsWith(`content/${slug}/`)).length,
    }
  })
  const named = Object.keys(protocols).map(async (name) => ({
    name,
    says: firstLine((await fetchProtocol(name))!.says),
  }))
  const { tags, series } = known
  return { posts: rows.sort(order), protocols: await Promise.all(named), tags, series, kinds }
}
