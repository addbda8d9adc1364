// What lies in public/ of each post, and what it was made of: what would come out the same stays.

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '@/lib/feeds/entry'
import type { Post } from '@/lib/posts'
import { digest } from '@/lib/posts/source'
import { readJson, writeWhole } from '@/lib/posts/store'
import { hashOf, hashOfPost, lists } from '../made-of'
import { root } from '../run'
import { address, keep, noted, place } from './place'

type Kept = {
  readonly key: string
  /** Below public/. */
  readonly files: readonly string[]
  /** How feeds have it. */
  readonly entry: Entry
}

const folder = join(root, '.cache/files')
const fileOf = (slug: string) => join(folder, `${slug}.json`)

let recipe: string | undefined
/** All that the files of any post depend on, besides the post itself. */
const recipeOf = () => {
  recipe ??= digest(address, hashOf('lib', 'components', 'package-lock.json', ...lists))
  return recipe
}

const keyOf = (post: Post) => digest(recipeOf(), hashOfPost(post))

const keptOf = ({ slug }: Post, key: string): Kept | undefined => {
  const kept = readJson<Kept>(fileOf(slug))
  const same = kept?.key === key && kept.files.every((it) => existsSync(join(place, it)))
  return same ? kept : undefined
}

/** Whether the files of a post are in public/ as they would be written now. */
export const isKept = (post: Post): boolean => keptOf(post, keyOf(post)) !== undefined

/**
 * The entry of a post whose files are in public/: from the last pass if they would be the same now,
 * else `write` writes them and answers it.
 */
export async function remembered(post: Post, write: () => Promise<Entry>): Promise<Entry> {
  // Of now: a post that changes while it is written is written again.
  const key = keyOf(post)
  const kept = keptOf(post, key)
  if (kept) {
    for (const name of kept.files) keep(join(place, name))
    return kept.entry
  }
  // A pass that is ended half way has nothing to remember.
  rmSync(fileOf(post.slug), { force: true })
  const { made: entry, files } = await noted(write)
  writeWhole(fileOf(post.slug), JSON.stringify({ key, files, entry } satisfies Kept))
  return entry
}

/** Forgets the posts that are no more. */
export function forgetOthers(posts: readonly Post[]) {
  if (!existsSync(folder)) return
  const there = new Set(posts.map(({ slug }) => `${slug}.json`))
  for (const name of readdirSync(folder)) if (!there.has(name)) rmSync(join(folder, name))
}
