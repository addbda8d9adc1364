// What sites, and posts in them, are made of, as hashes: what is made of the same is the same.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Post } from '@/lib/posts'
import { digest } from '@/lib/posts/source'
import { root } from './run'

/** All files below a folder of the project, or the file itself; in order, without tests. */
const filesIn = (place: string): string[] => {
  const at = join(root, place)
  if (!existsSync(at)) return []
  if (/\.\w+$/.test(place)) return [place]
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && !/\.test\.tsx?$/.test(it.name))
    .map((it) => relative(root, join(it.parentPath, it.name)))
    .sort()
}

const bytesIn = (files: readonly string[]) =>
  files.flatMap((file) => [file, readFileSync(join(root, file))])

/** What the publication says of itself: every page and feed may be made of it. */
export const lists = ['site', 'tags', 'glossary'].map((name) => `content/${name}.ts`)

/** A hash of every byte in some folders and files of the project; those that are absent are so. */
export const hashOf = (...places: readonly string[]): string =>
  digest(...bytesIn(places.flatMap(filesIn)))

/** A hash of a post as it is listed and of every byte in its folder but approved words. */
export const hashOfPost = (post: Post): string => {
  const files = filesIn(`content/${post.slug}`).filter((file) => !file.endsWith('.txt'))
  return digest(JSON.stringify(post), ...bytesIn(files))
}
