// Every figure of a post as a picture, and the social cards.

import { createElement } from 'react'
import { picturePath } from '@/components/editions/address'
import type { Pictured } from '@/components/editions/feed'
import { Card, Print, type Printed } from '@/components/editions/print'
import { cardSize, printSize } from '@/components/editions/sizes'
import { site } from '@/content/site'
import type { Document } from '@/lib/posts'
import { cardName } from '@/lib/posts/figure-name'
import { address, put } from './place'
import { pngOf } from './png'
import { printedOf } from './printed'

/** Draws the figures of a post and its card; answers what a feed needs to know of each figure. */
export async function writePictures({ meta, figures }: Document) {
  const pictured: { [id: string]: Pictured } = {}
  const printed = await Promise.all(figures.map(printedOf))
  for (const [i, one] of printed.entries()) {
    const { id, number } = figures[i]!
    const { png, hash } = await pngOf(createElement(Print, one), 2 * printSize.width)
    const path = picturePath(meta.slug, id)
    await put(path, png)
    pictured[id] = { src: `${address}${path}?v=${hash}`, alt: one.says, number, at: one.at }
  }
  await writeCard(meta.slug, meta.title, printed[0])
  return pictured
}

/** The card of a post, or (without a slug) of the whole publication. */
export async function writeCard(slug: string, title: string, figure?: Printed) {
  const card = createElement(Card, { title, name: site.name, ...(figure && { figure }) })
  const { png } = await pngOf(card, cardSize.width)
  await put(picturePath(slug, cardName), png)
}
