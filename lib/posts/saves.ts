// What was saved while the site is developed: lib/desk/dev.ts tells it, and pages read it.

import path from 'node:path'
import { readJson, writeWhole } from './store'

/** The last save of all, of what posts share, and of each post, as numbers that only grow. */
export type Saves = {
  readonly stamp: number
  readonly shared: number
  readonly posts: { readonly [slug: string]: number }
}

const file = (root: string) => path.join(root, '.cache/stamp.json')

/** What was told last; undefined where nobody watches the content. */
export const readSaves = (root: string) => readJson<Saves>(file(root))

export const writeSaves = (root: string, saves: Saves) =>
  writeWhole(file(root), JSON.stringify(saves))

/** The posts that were saved between two moments; undefined where what all share was. */
export const savedSince = (then: Saves, now: Saves): string[] | undefined =>
  now.shared > then.stamp
    ? undefined
    : Object.keys(now.posts).filter((slug) => now.posts[slug]! > then.stamp)
