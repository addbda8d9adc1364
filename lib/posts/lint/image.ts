// One image beside a post: a name that pages and feeds can show, and bytes that browsers can.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
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

/** What keeps a drawing from being read; of that a browser says nothing, and shows nothing. */
const unread = (text: string): string | undefined => {
  try {
    new Resvg(text, { font: { loadSystemFonts: false } })
    return undefined
  } catch (thrown) {
    if (!text.includes('http://www.w3.org/2000/svg'))
      return 'its <svg> begins with xmlns="http://www.w3.org/2000/svg"'
    const said = (thrown as Error).message.replace(/^SVG data parsing failed cause /, '')
    return `it cannot be drawn: ${said}`
  }
}

const drawingFault = (text: string) =>
  unread(text) ?? idle.find(([pattern]) => pattern.test(text))?.[1]

const nameOf = (file: string) => path.basename(file, path.extname(file))

const sizeOf = (bytes: Buffer) => {
  try {
    return imageSize(bytes)
  } catch (thrown) {
    // The only one that may leave it out.
    return /Invalid SVG/.test(String(thrown)) ? { width: 0, height: 0, type: 'svg' } : undefined
  }
}

/** What keeps an image from being shown; undefined where nothing does. */
export const imageFault = (file: string): string | undefined => {
  const bytes = readFileSync(file)
  const size = sizeOf(bytes)
  if (!size) return 'it is no image that can be read'
  const { width, height, type = '' } = size
  // A browser goes by what it is called, and shows nothing of another kind.
  const named = path.extname(file).slice(1).replace('jpeg', 'jpg')
  if (type !== named) return `it is ${type} inside; call it ${nameOf(file)}.${type}`
  if (!width || !height) return 'it says no width and height'
  if (bytes.length > most)
    return `it has ${(bytes.length / 1e6).toFixed(1)} MB, and at most 1 MB is sent to readers`
  if (type === 'png' && !bytes.includes('IEND')) return 'its end is missing; copy it once more'
  return type === 'svg' ? drawingFault(bytes.toString()) : undefined
}
