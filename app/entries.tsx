// Posts as lists show them: what an entry says, and its drawing.

import { printed } from '@/components/editions/quotes'
import { Thumb } from '@/components/editions/thumb'
import { Entry } from '@/components/site/entry'
import { isScenario, type Post, readDocument } from '@/lib/posts'
import { link } from './address'
import { markOf } from './content'

/** The first figure of a post that is a run. */
async function firstScenario(slug: string) {
  const document = await readDocument(slug)
  for (const { id, of } of document?.figures ?? []) if (isScenario(of)) return { id, of }
}

type Props = { post: Post; level?: 'h2' | 'h3'; drawn?: boolean }

/** `drawn`: with the still of its first figure. */
export async function PostEntry({ post, level = 'h3', drawn = true }: Props) {
  const first = drawn ? await firstScenario(post.slug) : undefined
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
      thumb={first && <Thumb of={first.of} id={`${post.slug}-${first.id}`} />}
    />
  )
}
