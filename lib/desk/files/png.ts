// Drawings as PNG, by resvg: the same bytes for the same drawing, remembered under its hash.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { writeWhole } from '@/lib/posts/store'
import { pictureFonts } from '../fonts'
import { root } from '../run'

const store = join(root, '.cache/pictures')
const fontFiles = pictureFonts.map((file) => join(root, file))
/** Letters come from the cut files alone, or the bytes would depend on the machine. */
export const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Source Serif 4' }

let fonts: Promise<string> | undefined
/** The drawing's letters are cut from these files: other files, another picture. */
const fontHash = () => {
  fonts ??= Promise.all(fontFiles.map((file) => readFile(file))).then((files) =>
    files.reduce((hash, bytes) => hash.update(bytes), createHash('sha256')).digest('hex'),
  )
  return fonts
}

/** An opaque PNG of an SVG drawing, `width` pixels wide, and 12 digits of its hash. */
export async function pngOf(drawing: ReactNode, width: number) {
  const svg = renderToStaticMarkup(drawing)
  const key = createHash('sha256')
    .update(`${await fontHash()} ${width}`)
    .update(svg)
    .digest('hex')
  const kept = join(store, `${key.slice(0, 32)}.png`)
  const hash = key.slice(0, 12)
  try {
    return { png: await readFile(kept), hash }
  } catch {
    const image = await renderAsync(svg, { fitTo: { mode: 'width', value: width }, font })
    const png = image.asPng()
    writeWhole(kept, png)
    return { png, hash }
  }
}
