// Search: a form, what it finds, and for whoever has no script everything there is.

import { base, link } from '@/app/address'
import { alternatesOf } from '@/app/alternates'
import { pageOf, pageSize, posts } from '@/app/content'
import { PostEntry } from '@/app/entries'
import { Island } from '@/components/islands/island'
import { Page } from '@/components/site/page'
import { Search } from '@/components/site/search'
import { Steps } from '@/components/site/steps'

export const metadata = {
  title: 'Search',
  description: 'Search every article, note and word of the glossary.',
  alternates: alternatesOf('/search'),
}

export default async function SearchPage() {
  const all = await posts()
  const shown = pageOf(all, 1)
  return (
    <Page title="Search">
      <div className="-mt-6 max-w-[46rem]">
        <Island name="search" props={{ base }}>
          <Search base={base} />
        </Island>
      </div>
      <section aria-labelledby="all" className="mt-12 in-[main:has([data-found])]:hidden">
        <h2 id="all" className="pb-4 text-[1.125rem] font-semibold">
          Everything here, newest first
        </h2>
        {shown.map((post) => (
          <PostEntry key={post.slug} post={post} drawn={false} />
        ))}
        {all.length > pageSize && <Steps older={link('/older/2')} />}
      </section>
    </Page>
  )
}
