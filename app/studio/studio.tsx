'use client'
// The studio: posts at a glance, the source of one, its fields, figures and problems, and its page.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Desk } from '@/lib/posts/studio/desk'
import { server } from './ask'
import { FrontForm, isDraft } from './front-form'
import { KeepMoment } from './keep-moment'
import { PageBeside } from './page-beside'
import { Palette } from './palette'
import { PostList } from './post-list'
import { Problems } from './problems'
import { type OpenPost, usePost } from './use-post'

const nothing: Desk = { posts: [], protocols: [], tags: [], series: [], kinds: [] }

/** `stamp` is another one after each save in content/. */
export function Studio({ stamp }: { stamp: number }) {
  const source = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [desk, setDesk] = useState(nothing)
  const post = usePost(source, stamp)
  const { say, hash } = post
  const [figure, choose] = useState('')
  const look = useCallback(
    () => server.desk().then(setDesk, (fault: Error) => say(fault.message)),
    [say],
  )
  // What is saved may change the list.
  useEffect(() => void look(), [look, hash, stamp])
  const figures = desk.posts.find(({ slug }) => slug === post.slug)?.figures ?? []
  return (
    <main id="text" className="studio">
      <PostList desk={desk} post={post} onMade={look} />
      <section aria-label="Source" className="studio-source">
        <Bar post={post} />
        <div className="studio-tools" hidden={!post.slug}>
          <FrontForm key={post.slug} desk={desk} post={post} />
          <Palette desk={desk} figures={figures} post={post} />
          <KeepMoment {...{ figures, post, frame }} chosen={figure} onChoose={choose} />
        </div>
        <div ref={source} className="studio-editor" hidden={!post.slug} />
        <Problems post={post} />
      </section>
      <PageBeside slug={post.slug} frame={frame} onFigure={choose} />
    </main>
  )
}

const Bar = ({ post }: { post: OpenPost }) => (
  <header className="studio-bar">
    <b>{post.slug || 'The studio'}</b>
    <button type="button" disabled={!post.dirty} onClick={() => void post.save()}>
      Save
    </button>
    {isDraft(post.text) && (
      <button type="button" disabled={post.problems.length > 0} onClick={() => post.publish()}>
        Publish
      </button>
    )}
    <span role="status">
      {post.says || (post.dirty ? 'Not saved yet.' : post.slug ? 'As it is on disk.' : '')}
    </span>
    {post.apart && (
      <>
        <button type="button" onClick={() => void post.takeDisk()}>
          Take what is on disk
        </button>
        <button type="button" onClick={() => void post.overwrite()}>
          Save mine over it
        </button>
      </>
    )}
  </header>
)
