// Everything there is, newest first, twenty to a page: for whoever goes back further than home.

import { link } from '@/app/address'
import { alternatesOf } from '@/app/alternates'
import { pageOf, pagesOf, posts } from '@/app/content'
import { PostEntry } from '@/app/entries'
import { Page } from '@/components/site/page'
import { Steps } from '@/components/site/steps'

type Props = { params: Promise<{ page: string }> }

export const dynamicParams = false

export async function generateStaticParams() {
  const count = pagesOf(await posts())
  return Array.from({ length: count }, (_, i) => ({ page: String(i + 1) }))
}

export async function generateMetadata({ params }: Props) {
  const { page } = await params
  return {
    title: page === '1' ? 'Everything, newest first' : `Everything, page ${page}`,
    description: 'Articles and notes, newest first.',
    alternates: alternatesOf(`/older/${page}`),
  }
}

export default async function Older({ params }: Props) {
  const page = Number((await params).page)
  const all = await posts()
  const count = pagesOf(all)
  return (
    <Page title="Everything, newest first" says={count > 1 && `Page ${page} of ${count}.`}>
      {pageOf(all, page).map((post) => (
        <PostEntry key={post.slug} post={post} level="h2" drawn={false} />
      ))}
      <Steps
        newer={page > 1 ? link(`/older/${page - 1}`) : undefined}
        older={page < count ? link(`/older/${page + 1}`) : undefined}
      />
    </Page>
  )
}
