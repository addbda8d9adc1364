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

/** All files of a post but approved words, which its figures say anyway. */
const filesOf = ({ slug }: Post) =>
  filesIn(`content/${slug}`).filter((file) => !file.endsWith('.txt'))

/** A hash of a post as it is listed and of every byte in its folder but approved words. */
export const hashOfPost = (post: Post): string =>
  digest(JSON.stringify(post), ...bytesIn(filesOf(post)))

/** A hash of all that lies beside a post's words: figures, what they import, images. */
export const hashOfFigures = (post: Post): string =>
  digest(...bytesIn(filesOf(post).filter((file) => !file.endsWith('/post.mdx'))))

/** A hash of all that any page depends on besides its post. */
export const recipe = (): string => {
  const { SITE, BASE_PATH, ISLANDS } = process.env
  const tools = ['next.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
  const sources = hashOf('app', 'components', 'lib', ...lists, ...tools)
  return digest(sources, JSON.stringify([SITE, BASE_PATH, ISLANDS]))
}

/** A hash of all that a site is made of. */
export const everything = (): string => digest(recipe(), hashOf('content'))
