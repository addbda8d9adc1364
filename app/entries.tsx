// Posts as lists show them: what an entry says, and its drawing.

import { printed } from '@/components/editions/quotes'
import { Thumb } from '@/components/editions/thumb'
import { Entry } from '@/components/site/entry'
import { type Post, readDocument, summed } from '@/lib/posts'
import { link } from './address'
import { markOf } from './content'

/** The first figure of a post, and of a survey what its runs came to. */
async function firstFigure(slug: string) {
  const [first] = (await readDocument(slug))?.figures ?? []
  if (!first) return undefined
  const { id, of } = first
  return { id, of, summary: await summed(of) }
}

type Props = { post: Post; level?: 'h2' | 'h3'; drawn?: boolean }

/** `drawn`: with the still of its first figure. */
export async function PostEntry({ post, level = 'h3', drawn = true }: Props) {
  const first = drawn ? await firstFigure(post.slug) : undefined
  return (
    <Entry
      href={link(`/${post.slug}`)}
      title={printed(post.title)}
      summary={printed(post.summary)}
      minutes={post.minutes}
      figures={post.figures.length}
      part={post.part}
      mark={markOf(post)}
      level={level}
      thumb={first && <Thumb {...first} id={`${post.slug}-${first.id}`} />}
    />
  )
}
