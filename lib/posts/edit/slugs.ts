// Which names a post may have, and which post a name means.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LintedFolder } from '../lint/all'
import { nearest } from '../nearest'
import { reserved } from '../routes'
import { slugShape } from '../slug'
import { Refusal } from './refusal'

const hint = (word: string, names: Iterable<string>) => {
  const near = nearest(word, names)
  return near ? `; did you mean ${near}?` : ''
}

/** Refuses a slug that there is no post of. */
export const known = ({ folders }: LintedFolder, slug: string) => {
  const slugs = folders.map((it) => it.slug)
  if (!slugs.includes(slug)) throw new Refusal(`there is no content/${slug}${hint(slug, slugs)}`)
}

/** Refuses a slug that a post cannot have; `mine` is the post that it is meant for. */
export const free = ({ folders, posts }: LintedFolder, slug: string, mine?: string) => {
  if (!slugShape.test(slug))
    throw new Refusal(`an address has small letters, digits and single hyphens, not ${slug}`)
  if (reserved.includes(slug)) throw new Refusal(`/${slug} is a page of the site`)
  if (folders.some((it) => it.slug === slug)) throw new Refusal(`content/${slug} is there already`)
  const owner = posts.find((it) => it.slug !== mine && it.meta?.redirects?.includes(slug))
  if (owner) throw new Refusal(`/${slug} is an old address of ${owner.slug}, and leads there`)
}

/** Refuses a name that something has which is no post: a file, or a folder without one. */
export const vacant = (at: string, slug: string) => {
  if (existsSync(join(/*turbopackIgnore: true*/ at, 'content', slug)))
    throw new Refusal(`content/${slug} is there already, and is no post`)
}

/** Refuses a word that is not among those known, with the one that may be meant. */
export const among = (what: string, word: string, names: readonly string[]) => {
  if (!names.includes(word))
    throw new Refusal(`there is no ${what} ${word}${hint(word, names)} (${names.join(', ')})`)
}
