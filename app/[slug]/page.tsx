// One post: its head, contents, text, and what stands under it.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { absolute, link, written } from '@/app/address'
import { alternatesOf, everywhere } from '@/app/alternates'
import { markOf, partsOf, posts } from '@/app/content'
import { toDraw } from '@/app/kept'
import { Colophon } from '@/components/article/colophon'
import { Contents } from '@/components/article/contents'
import { Layout } from '@/components/article/layout'
import { Pager } from '@/components/article/pager'
import { PostHead } from '@/components/article/post-head'
import { Quiet } from '@/components/article/quiet'
import { StructuredData } from '@/components/article/structured-data'
import type { Words } from '@/components/article/words'
import { picturePath } from '@/components/editions/address'
import { printed } from '@/components/editions/quotes'
import { cardSize } from '@/components/editions/sizes'
import { Page } from '@/components/site/page'
import { site } from '@/content/site'
import { tags } from '@/content/tags'
import type { Outline, Post } from '@/lib/posts'
import { cardName } from '@/lib/posts/figure-name'
import { Faults, readBody } from './body'
import { Moved, movedFrom } from './moved'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false

/** Posts, and the addresses they had before. */
export const generateStaticParams = async () => {
  const slugs = (await posts()).flatMap(({ slug, redirects }) => [slug, ...redirects])
  return toDraw(slugs, (slug) => slug).map((slug) => ({ slug }))
}

/** The same words as Markdown, where they have been written. */
const twinOf = ({ slug }: Post) => (written(`${slug}.md`) ? `/${slug}.md` : undefined)

const cardOf = (slug: string) => absolute(picturePath(slug, cardName))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const all = await posts()
  const post = all.find((one) => one.slug === slug)
  const now = movedFrom(slug, all)
  if (now && !post) return { title: now.title, alternates: alternatesOf(`/${now.slug}`) }
  if (!post) return {}
  const { title, summary: description } = post
  const url = absolute(`/${slug}`)
  const twin = twinOf(post)
  const card = { url: cardOf(slug), ...cardSize, alt: title }
  return {
    title,
    description,
    alternates: alternatesOf(`/${slug}`, twin ? { 'text/markdown': absolute(twin) } : {}),
    openGraph: {
      ...{ ...everywhere, type: 'article', title, description, url, images: [card] },
      ...{ publishedTime: post.date, modifiedTime: post.updated, tags: [...post.tags] },
    },
  }
}

export default async function PostPage({ params }: Props) {
  const { slug } = await params
  const now = movedFrom(slug, await posts())
  if (now) return <Moved to={now} />
  const read = await readBody(slug)
  if (!read) notFound()
  const { outline, words, fault } = read
  if (!outline || !words) return <Unreadable slug={slug} fault={fault} />
  return (
    <div lang={langOf(outline.meta)}>
      {fault && <Faults text={fault} />}
      <Whole outline={outline} words={words} />
      <StructuredData data={dataOf(outline.meta)} />
    </div>
  )
}
/** A note without figure and subject is read by itself. */
const isQuiet = ({ kind, figures, tags }: Post) =>
  kind === 'note' && figures.length === 0 && tags.length === 0

function Whole({ outline, words }: { outline: Outline; words: Words }) {
  const { meta, headings } = outline
  if (isQuiet(meta))
    return (
      <Quiet title={printed(meta.title)} date={meta.date} report={reportOf(meta)} words={words} />
    )
  const lines = headings
    .filter(({ depth }) => depth === 2)
    .map(({ id, text }) => ({ id, text: printed(text) }))
  return (
    <Layout
      head={<Head {...outline} />}
      contents={lines.length > 2 && <Contents lines={lines} />}
      foot={<Foot post={meta} />}
      words={words}
    />
  )
}

/** In development: a post that has not been right since the server began. */
const Unreadable = ({ slug, fault = '' }: { slug: string; fault?: string | undefined }) => (
  <>
    <Faults text={fault} />
    <Page title={slug} says="There is a mistake in this post; it appears once that is mended." />
  </>
)

const langOf = ({ lang }: Post) => (lang === site.language ? undefined : lang)

async function Head({ meta }: Outline) {
  const parts = meta.series ? await partsOf(meta.series) : []
  const last = Math.max(...parts.map(({ part = 0 }) => part))
  const place = `Part ${meta.part} of ${last} · ${site.tagline}`
  return (
    <PostHead
      kicker={meta.series ? place : meta.kind === 'note' ? 'A note' : site.tagline}
      title={printed(meta.title)}
      subtitle={printed(meta.subtitle ?? meta.summary)}
      date={meta.date}
      updated={meta.updated === meta.date ? undefined : meta.updated}
      minutes={meta.minutes}
      figures={meta.figures.length}
      claims={meta.claims}
      about={link('/about#claims')}
      mark={markOf(meta)}
    />
  )
}

async function Foot({ post }: { post: Post }) {
  const parts = post.series ? await partsOf(post.series) : []
  const here = parts.findIndex(({ slug }) => slug === post.slug)
  const neighbour = (other: Post | undefined) =>
    other && { href: link(`/${other.slug}`), part: other.part!, title: printed(other.title) }
  const named = tags as Record<string, { title: string }>
  return (
    <>
      <Colophon
        permalink={absolute(`/${post.slug}`)}
        title={printed(post.title)}
        name={site.name}
        date={post.date}
        changes={post.changes}
        tags={post.tags.map((tag) => ({
          href: link(`/tags/${tag}`),
          name: named[tag]?.title ?? tag,
        }))}
        report={reportOf(post)}
        twin={twinOf(post) && link(twinOf(post)!)}
      />
      <Pager before={neighbour(parts[here - 1])} after={neighbour(parts[here + 1])} />
    </>
  )
}

const reportOf = ({ title }: Post) =>
  site.report.startsWith('mailto:')
    ? `${site.report}?subject=${encodeURIComponent(`A mistake in “${title}”`)}`
    : site.report

/** What a machine may know of a post. */
const dataOf = (post: Post) => ({
  '@type': post.kind === 'note' ? 'Article' : 'TechArticle',
  headline: post.title,
  description: post.summary,
  url: absolute(`/${post.slug}`),
  image: cardOf(post.slug),
  datePublished: post.date,
  dateModified: post.updated,
  inLanguage: post.lang,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  isPartOf: { '@type': 'WebSite', name: site.name, url: absolute('/') },
  author: { '@type': 'Organization', name: site.author },
  ...(post.part && { position: post.part }),
})
