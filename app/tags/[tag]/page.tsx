// One subject: what is filed under it, newest first.

import { notFound } from 'next/navigation'
import { link } from '@/app/address'
import { alternatesOf, tagFeeds } from '@/app/alternates'
import { pageOf, pageSize, posts } from '@/app/content'
import { PostEntry } from '@/app/entries'
import { printed } from '@/components/editions/quotes'
import { Page } from '@/components/site/page'
import { site } from '@/content/site'
import { tags } from '@/content/tags'
import type { Post } from '@/lib/posts'

type Props = { params: Promise<{ tag: string }> }
type Tag = { readonly title: string; readonly says: string }

export const dynamicParams = false

const known = (tag: string): Tag | undefined => (tags as Record<string, Tag>)[tag]

export async function generateStaticParams() {
  const used = new Set((await posts()).flatMap((post) => post.tags))
  return [...used].sort().map((tag) => ({ tag }))
}

export async function generateMetadata({ params }: Props) {
  const { tag } = await params
  const about = known(tag)
  return {
    title: about?.title,
    description: about?.says,
    alternates: alternatesOf(`/tags/${tag}`, tagFeeds(tag, `${site.name}: ${about?.title}`)),
  }
}

export default async function TagPage({ params }: Props) {
  const { tag } = await params
  const about = known(tag)
  if (!about) notFound()
  const filed = (await posts()).filter((post) => post.tags.includes(tag))
  return (
    <Page kicker="Filed under" title={about.title} says={about.says}>
      {pageOf(filed, 1).map((post) => (
        <PostEntry key={post.slug} post={post} level="h2" />
      ))}
      <Rest posts={filed.slice(pageSize)} />
      <p className="border-t border-hair pt-5 text-[0.9375rem] text-soft print:hidden">
        <a href={link(`/tags/${tag}/atom.xml`)}>This subject as a feed</a>
      </p>
    </Page>
  )
}

/** A page is no archive: beyond these the search goes further back. */
const most = 500

/** What is older, by its title alone. */
function Rest({ posts: older }: { posts: readonly Post[] }) {
  if (older.length === 0) return null
  return (
    <section aria-labelledby="older" className="border-t border-hair pt-7">
      <h2 id="older" className="text-[1.375rem] font-semibold">
        Older
      </h2>
      <ul className="mt-3">
        {older.slice(0, most).map(({ slug, title }) => (
          <li key={slug} className="py-1">
            <a href={link(`/${slug}`)}>{printed(title)}</a>
          </li>
        ))}
      </ul>
      {older.length > most && (
        <p className="mt-4">
          Older ones still are found by the <a href={link('/search')}>search</a>.
        </p>
      )}
    </section>
  )
}
