// One subject: what is filed under it, newest first.

import { notFound } from 'next/navigation'
import { absolute } from '@/app/address'
import { posts } from '@/app/content'
import { PostEntry } from '@/app/entries'
import { Page } from '@/components/site/page'
import { tags } from '@/content/tags'

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
    alternates: {
      canonical: absolute(`/tags/${tag}`),
      types: { 'application/atom+xml': [{ url: absolute(`/tags/${tag}/atom.xml`) }] },
    },
  }
}

export default async function TagPage({ params }: Props) {
  const { tag } = await params
  const about = known(tag)
  if (!about) notFound()
  const filed = (await posts()).filter((post) => post.tags.includes(tag))
  return (
    <Page kicker="Filed under" title={about.title} says={about.says}>
      {filed.map((post) => (
        <PostEntry key={post.slug} post={post} level="h2" />
      ))}
    </Page>
  )
}
