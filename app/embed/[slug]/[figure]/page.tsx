// One figure alone, for a frame in someone's slides or course.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { link } from '@/app/address'
import { developing, posts } from '@/app/content'
import { holding } from '@/components/article/words'
import { Alone } from '@/components/editions/alone'
import { site } from '@/content/site'
import { readDocument, summed } from '@/lib/posts'

type Props = { params: Promise<{ slug: string; figure: string }> }

export const dynamicParams = false

/** All figures stand in one frame, which lib/desk/draw.ts fills; no post can have this name. */
export const generateStaticParams = async () => {
  if (!developing) return [{ slug: '_', figure: '_' }]
  return (await posts()).flatMap(({ slug, figures }) => figures.map((figure) => ({ slug, figure })))
}

/** A frame is no page to be found. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const robots = { index: false }
  if (!developing) return { title: '{heading}', robots }
  const { slug, figure } = await params
  const document = await readDocument(slug)
  const of = document?.figures.find(({ id }) => id === figure)?.of
  const title = (of && 'title' in of && of.title) || figure
  return { title, robots }
}

export default async function Embed({ params }: Props) {
  const { slug, figure: id } = await params
  const words = developing ? await aloneIn(slug, id) : { drawn: 'figure' }
  return <main id="text" data-alone="" {...holding(words)} />
}

/** The figure as elements, in development. */
async function aloneIn(slug: string, id: string) {
  const document = await readDocument(slug)
  const shown = document?.figures.find((one) => one.id === id)
  if (!document || !shown) notFound()
  const { of } = shown
  const from = { title: document.meta.title, href: link(`/${slug}`), site: site.name }
  return { children: <Alone of={of} id={id} from={from} summary={await summed(of)} /> }
}
