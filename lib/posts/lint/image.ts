// One image beside a post: a name that pages and feeds can show, and bytes that browsers can.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { imageSize } from 'image-size'
import { endings, isImage, isImageInAnyCase } from '../image-name'

/** What keeps a file's name from being one that pages and feeds show. */
export const nameFault = (name: string): string | undefined => {
  // Any other character stands in an address as another one.
  if (!/^[\w./-]*$/.test(name)) return 'only a-z, digits, . - and _, in the file’s name too'
  if (isImage(name)) return undefined
  return isImageInAnyCase(name)
    ? `write its ending small, in the file’s name too: ${path.extname(name).toLowerCase()}`
    : `expected ${endings}`
}

/** A reader on the road fetches it too; a page with all its figures is a twentieth of this. */
const most = 1_000_000

/** What a drawing may hold and no <img> runs or fetches. */
const idle: readonly (readonly [RegExp, string])[] = [
  [/<script\b|\son\w+\s*=|javascript:/i, 'it holds a script, and a picture runs none; take it out'],
  [
    /(?:href\s*=\s*["']|url\(["']?)(?:https?:)?\/\//i,
    'it fetches what lies elsewhere; put that inside',
  ],
]

const drawingFault = (text: string) => idle.find(([pattern]) => pattern.test(text))?.[1]

const nameOf = (file: string) => path.basename(file, path.extname(file))

/** What keeps an image from being shown; undefined where nothing does. */
export const imageFault = (file: string): string | undefined => {
  try {
    const bytes = readFileSync(file)
    const { width, height, type = '' } = imageSize(bytes)
    if (!width || !height) return 'it says no width and height'
    // A browser goes by what it is called, and shows nothing of another kind.
    const named = path.extname(file).slice(1).replace('jpeg', 'jpg')
    if (type !== named) return `it is ${type} inside; call it ${nameOf(file)}.${type}`
    if (bytes.length > most)
      return `it has ${(bytes.length / 1e6).toFixed(1)} MB, and at most 1 MB is sent to readers`
    return type === 'svg' ? drawingFault(bytes.toString()) : undefined
  } catch {
    return 'it is no image that can be read'
  }
}
