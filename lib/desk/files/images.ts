// Images that lie beside a post: copied as they are, and SVG also as PNG for feeds.

import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { imageSize } from 'image-size'
import type { Document } from '@/lib/posts'
import { Refusal } from '@/lib/posts/edit/refusal'
import { root } from '../run'
import { address, put } from './place'
import { font } from './png'

const fileOf = (slug: string, name: string) => join(root, 'content', slug, name)

/** A drawing as a picture keeps its whole name: `map.png` may be another one. */
const pictured = (name: string) => name.replace(/\.svg$/, '.svg.png')

/**
 * An image as subscribers get it: a drawing as a picture, its size in CSS pixels. `src` is its
 * address on the site, `/pictures/<slug>/<name>`.
 */
export function imageOf(slug: string, src: string) {
  const name = src.slice(`/pictures/${slug}/`.length)
  const { width, height } = imageSize(readFileSync(fileOf(slug, name)))
  return { src: address + pictured(src), width, height }
}

/** A drawing as a picture. Throws a sentence where it is not written as drawings are. */
const drawn = (bytes: Buffer, name: string) => {
  try {
    return new Resvg(bytes, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng()
  } catch (thrown) {
    throw new Refusal(`content/${name}: image: it cannot be drawn: ${(thrown as Error).message}`)
  }
}

/** Copies the images of a post. */
export async function writeImages({ meta, images }: Document) {
  for (const name of images) {
    const bytes = await readFile(fileOf(meta.slug, name))
    await put(`/pictures/${meta.slug}/${name}`, bytes)
    if (!name.endsWith('.svg')) continue
    await put(`/pictures/${meta.slug}/${pictured(name)}`, drawn(bytes, `${meta.slug}/${name}`))
  }
}
