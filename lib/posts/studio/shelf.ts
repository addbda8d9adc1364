// The files that the studio opens and saves: of content/ alone, and never over somebody's change.

import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { carryOut } from '../edit/deeds'
import { slugShape } from '../slug'
import { digest, plain } from '../source'
import { Refused } from './guard'

/** A file as it is on disk now. */
export type Opened = {
  /** Relative to the project. */
  readonly file: string
  /** All its characters, byte order mark and line endings included. */
  readonly raw: string
  /** What an editor shows: line endings made plain. */
  readonly text: string
  /** Of its bytes; a save sends it along. */
  readonly hash: string
}

/** Whether a file may be a figure's data, by its name. */
export const isData = (name: string) =>
  name.endsWith('.ts') && slugShape.test(name.slice(0, -'.ts'.length))

/** Where the file really is; undefined where there is none. */
const placeOf = (file: string) => {
  try {
    return realpathSync(/*turbopackIgnore: true*/ file)
  } catch {
    return undefined
  }
}

/** Opens a post's words or a figure's data. Throws where that is not a file of content/. */
export function open(root: string, slug: string, name: string): Opened {
  if (!slugShape.test(slug) || !(name === 'post.mdx' || isData(name)))
    throw new Refused(403, `the studio opens posts and data of content/, not ${slug}/${name}`)
  const file = `content/${slug}/${name}`
  const place = placeOf(path.join(root, file))
  if (!place) throw new Refused(404, `there is no ${file}`)
  const content = placeOf(path.join(root, 'content'))!
  if (place !== path.join(content, slug, name))
    throw new Refused(403, `${file} is a link to elsewhere, and the studio does not follow it`)
  const bytes = readFileSync(/*turbopackIgnore: true*/ place)
  const raw = bytes.toString('utf8')
  if (!Buffer.from(raw).equals(bytes)) throw new Refused(422, `${file} is not written in UTF-8`)
  return { file, raw, text: plain(raw), hash: digest(bytes) }
}

/** Opens a file that must be what it was when `was` was its hash. */
export function openAs(root: string, slug: string, name: string, was: string): Opened {
  const opened = open(root, slug, name)
  if (opened.hash !== was)
    throw new Refused(409, `${opened.file} has been changed on disk since it was opened here`)
  return opened
}

/** Saves a file whole or not at all, if it still is what it was when it was opened. */
export async function save(root: string, opened: Opened, raw: string): Promise<Opened> {
  const [, slug = '', name = ''] = opened.file.split('/')
  const now = openAs(root, slug, name, opened.hash)
  if (raw !== now.raw) await carryOut(root, [{ do: 'write', file: opened.file, text: raw }])
  return open(root, slug, name)
}
