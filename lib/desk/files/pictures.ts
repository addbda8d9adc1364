// Every figure of a post as a picture, and the social cards.

import { createElement } from 'react'
import type { Pictured } from '@/components/editions/feed'
import { Card, cardSize, Print, type Printed, printSize } from '@/components/editions/print'
import { picturesOf } from '@/components/figure/develop'
import { pictures as gallery } from '@/components/pictures'
import { site } from '@/content/site'
import { type Document, filmOf, isScenario, type Shown } from '@/lib/posts'
import { opponent } from '@/lib/sim/scenario'
import { address, put } from './place'
import { pngOf } from './png'

/** What is printed of a figure; undefined for data that has no picture of a moment. */
async function printedOf({ id, of }: Shown): Promise<Printed | undefined> {
  if (!isScenario(of)) return undefined
  const film = await filmOf(of)
  const second = opponent(of)
  const films = second ? [film, await filmOf(second)] : [film]
  const names = picturesOf(film.protocol, of)
  const pictures = await Promise.all(names.map((name) => gallery[name]!()))
  const title = of.title ?? film.protocol.says
  return { id, title, films, pictures, at: of.poster }
}

/** Draws the figures of a post and its card; answers what a feed needs to know of each figure. */
export async function writePictures({ meta, figures }: Document) {
  const pictured: { [id: string]: Pictured } = {}
  const printed = await Promise.all(figures.map(printedOf))
  for (const [i, one] of printed.entries()) {
    if (!one) continue
    const { id, number } = figures[i]!
    const { png, hash } = await pngOf(createElement(Print, one), 2 * printSize.width)
    const path = `/pictures/${meta.slug}/${id}.png`
    await put(path, png)
    const alt = one.pictures[0]!.describe(one.films[0]!, one.at, 'short')
    pictured[id] = { src: `${address}${path}?v=${hash}`, alt, number, at: one.at }
  }
  await writeCard(meta.slug, meta.title, printed[0])
  return pictured
}

/** The card of a post, or (without a slug) of the whole publication. */
export async function writeCard(slug: string, title: string, figure?: Printed) {
  const card = createElement(Card, { title, name: site.name, ...(figure && { figure }) })
  const { png } = await pngOf(card, cardSize.width)
  await put(`/pictures/${slug ? `${slug}/` : ''}card.png`, png)
}
