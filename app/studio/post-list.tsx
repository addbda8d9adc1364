'use client'
// All posts with their dates, tags and problems, drafts first; and the way to a new one.

import { type FormEvent, useState } from 'react'
import type { Desk, DeskPost } from '@/lib/posts/studio/desk'
import { server } from './ask'
import type { OpenPost } from './use-post'

type Props = { desk: Desk; post: OpenPost; onMade: () => Promise<void> }

export function PostList({ desk, post, onMade }: Props) {
  const [tag, setTag] = useState('')
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const title = String(new FormData(form).get('title'))
    void server.addPost(title).then(
      async ({ slug }) => {
        form.reset()
        await onMade()
        await post.open(slug)
      },
      (fault: Error) => post.say(fault.message),
    )
  }
  return (
    <nav aria-label="Posts" className="studio-posts">
      <form onSubmit={onSubmit}>
        <input name="title" required aria-label="Title of a new post" placeholder="A new post" />
        <button type="submit">New post</button>
      </form>
      <select value={tag} aria-label="Tag" onChange={(event) => setTag(event.target.value)}>
        <option value="">All tags</option>
        {desk.tags.map((it) => (
          <option key={it}>{it}</option>
        ))}
      </select>
      <ul>
        {desk.posts
          .filter(({ tags }) => !tag || tags.includes(tag))
          .map((it) => (
            <Row key={it.slug} {...it} open={post.slug === it.slug} onOpen={post.open} />
          ))}
      </ul>
    </nav>
  )
}

type RowProps = DeskPost & { open: boolean; onOpen: (slug: string) => Promise<void> }

const Row = ({ slug, title, date, status, tags, problems, open, onOpen }: RowProps) => (
  <li>
    <button type="button" aria-current={open} onClick={() => void onOpen(slug)}>
      {title}
      <small>
        {[date.slice(0, 10), status === 'published' ? '' : status, tags.join(', ')]
          .filter(Boolean)
          .join(' · ')}
        {problems > 0 && <b> · {problems} wrong</b>}
      </small>
    </button>
  </li>
)
