'use client'
// The page of the open post in a frame, shown once the server has it: a new post takes a moment.

import { type RefObject, useEffect, useState } from 'react'

const pause = 500

/** Whether there is a page of this post; asked again until there is. */
function useServed(slug: string) {
  const [served, setServed] = useState('')
  useEffect(() => {
    let gone = false
    const ask = async () => {
      while (!gone && slug) {
        const answer = await fetch(`/${slug}`).catch(() => undefined)
        if (answer?.ok) return gone || setServed(slug)
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    void ask()
    return () => {
      gone = true
    }
  }, [slug])
  return served === slug && slug !== ''
}

type Props = {
  slug: string
  frame: RefObject<HTMLIFrameElement | null>
  /** Told which figure of the page is pressed. */
  onFigure: (id: string) => void
}

export function PageBeside({ slug, frame, onFigure }: Props) {
  const listen = () =>
    frame.current?.contentDocument?.addEventListener(
      'pointerdown',
      ({ target }) => {
        const id = (target as Element).closest('figure')?.id
        if (id) onFigure(id)
      },
      true,
    )
  return useServed(slug) ? (
    <iframe ref={frame} key={slug} title="The page" src={`/${slug}`} onLoad={listen} />
  ) : (
    <p role="note" className="studio-wait">
      {slug
        ? 'The page is here as soon as it is made and its front matter can be read.'
        : 'Choose a post, or begin one: its page stands here, and its figures can be played.'}
    </p>
  )
}
