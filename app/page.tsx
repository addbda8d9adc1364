// The first page: one sentence, one live figure, the course in order, the notes, the tags.

import { picturePath } from '@/components/editions/address'
import { Figure } from '@/components/figure/figure'
import { Shelf } from '@/components/site/entry'
import { Hero } from '@/components/site/hero'
import { Steps } from '@/components/site/steps'
import { site } from '@/content/site'
import { tags } from '@/content/tags'
import { isScenario, type Post, readDocument } from '@/lib/posts'
import { cardName } from '@/lib/posts/figure-name'
import { absolute, link } from './address'
import { alternatesOf, everywhere } from './alternates'
import { pageOf, pageSize, partsOf, posts } from './content'
import { PostEntry } from './entries'

export const metadata = {
  alternates: alternatesOf('/'),
  openGraph: { ...everywhere, url: absolute('/'), images: [absolute(picturePath('', cardName))] },
}

/** Of which part the first figure is shown, and in one picture only: here it stands alone. */
const shown = 2

export default async function Home() {
  const course = await partsOf('course')
  const all = await posts()
  const apart = all.filter((post) => post.series !== 'course')
  // As they were written, as long as one sees all of them.
  const notes = apart.length > pageSize ? pageOf(apart, 1) : apart.toReversed()
  return (
    <main id="text" className="mx-auto max-w-page px-4 sm:px-6 lg:px-10">
      <Hero
        title={`${site.tagline}.`}
        says={site.summary}
        start={{ href: link(`/${course[0]?.slug ?? ''}`), says: 'Start with part one' }}
      >
        <Live post={course.find((post) => post.part === shown) ?? course[0]} />
      </Hero>
      <Shelf id="course" title="The course">
        {course.map((post) => (
          <PostEntry key={post.slug} post={post} />
        ))}
      </Shelf>
      {notes.length > 0 && (
        <Shelf id="notes" title="Notes">
          {notes.map((post) => (
            <PostEntry key={post.slug} post={post} />
          ))}
          {all.length > pageSize && <Steps older={link('/older/2')} />}
        </Shelf>
      )}
      <Tags posts={all} />
    </main>
  )
}

async function Live({ post }: { post: Post | undefined }) {
  const document = post && (await readDocument(post.slug))
  for (const { id, of, caption } of document?.figures ?? [])
    if (isScenario(of))
      return (
        <Figure of={of} id={id}>
          {caption}
        </Figure>
      )
}

function Tags({ posts }: { posts: readonly Post[] }) {
  const used = Object.entries(tags).filter(([tag]) => posts.some((post) => post.tags.includes(tag)))
  return (
    <Shelf id="tags" title="By subject">
      <ul className="flex flex-wrap gap-x-6 border-t border-hair pt-4">
        {used.map(([tag, { title }]) => (
          <li key={tag}>
            <a href={link(`/tags/${tag}`)} className="inline-flex min-h-11 items-center">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Shelf>
  )
}
