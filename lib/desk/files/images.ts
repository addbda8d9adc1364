// Images that lie beside a post: copied as they are, and SVG also as PNG for feeds.

import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { imageSize } from 'image-size'
import type { Document } from '@/lib/posts'
import { root } from '../run'
import { put } from './place'

const fileOf = (slug: string, src: string) => join(root, 'content', slug, src.replace(/^\.\//, ''))

/** Width and height of an image beside a post, in CSS pixels. */
export function sizeOf(slug: string, src: string) {
  const { width, height } = imageSize(readFileSync(fileOf(slug, src)))
  return { width, height }
}

/** Copies the images of a post. */
export async function writeImages({ meta, images }: Document) {
  for (const name of images) {
    const bytes = await readFile(fileOf(meta.slug, name))
    await put(`/pictures/${meta.slug}/${name}`, bytes)
    if (!name.endsWith('.svg')) continue
    const png = new Resvg(bytes, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng()
    await put(`/pictures/${meta.slug}/${name.replace(/\.svg$/, '.png')}`, png)
  }
}
