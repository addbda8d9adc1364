// One figure alone, for a frame in someone's slides or course.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { link } from '@/app/address'
import { posts } from '@/app/content'
import { toDraw } from '@/app/kept'
import { Figure } from '@/components/figure/figure'
import { site } from '@/content/site'
import { isSurvey, readDocument, sumUp } from '@/lib/posts'

type Props = { params: Promise<{ slug: string; figure: string }> }

export const dynamicParams = false

export const generateStaticParams = async () => {
  const all = (await posts()).flatMap(({ slug, figures }) =>
    figures.map((figure) => ({ slug, figure })),
  )
  return toDraw(all, ({ slug, figure }) => `embed/${slug}/${figure}`)
}

/** A frame is no page to be found. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, figure } = await params
  const document = await readDocument(slug)
  const of = document?.figures.find(({ id }) => id === figure)?.of
  const title = (of && 'title' in of && of.title) || figure
  return { title, robots: { index: false } }
}

export default async function Embed({ params }: Props) {
  const { slug, figure: id } = await params
  const document = await readDocument(slug)
  const shown = document?.figures.find((one) => one.id === id)
  if (!document || !shown) notFound()
  const { of } = shown
  return (
    <main id="text" data-alone="">
      <h1 className="sr-only">{of.title ?? id}</h1>
      <Figure of={of} id={id} summary={isSurvey(of) ? await sumUp(of) : undefined}>
        From{' '}
        <a href={`${link(`/${slug}`)}#${id}`} target="_blank" rel="noopener">
          {document.meta.title}
        </a>
        , {site.name}
      </Figure>
    </main>
  )
}
