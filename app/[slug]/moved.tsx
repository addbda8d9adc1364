// The page at an old address: leads on by itself where the host knows no redirects.

import { link } from '@/app/address'
import { printed } from '@/components/editions/quotes'
import type { Post } from '@/lib/posts'

/** The post that has had this slug; undefined where none has. */
export const movedFrom = (slug: string, posts: readonly Post[]) =>
  posts.find(({ redirects }) => redirects.includes(slug))

export function Moved({ to: { slug, title } }: { to: Post }) {
  const href = link(`/${slug}`)
  return (
    <main id="text" className="mx-auto max-w-page px-4 pt-8 sm:px-6 sm:pt-14 lg:px-10">
      <meta httpEquiv="refresh" content={`0; url=${href}`} />
      <h1 className="font-display text-title font-medium tracking-[-0.012em]">This has moved.</h1>
      <p className="mt-5">
        It is now at <a href={href}>{printed(title)}</a>.
      </p>
    </main>
  )
}
