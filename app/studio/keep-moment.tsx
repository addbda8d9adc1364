'use client'
// Keep this moment: what a figure of the page shows now becomes its scenario's seed, lines, moment.

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { server, Unanswered } from './ask'
import { linkOf } from './moment-link'
import type { OpenPost } from './use-post'

type Props = {
  figures: readonly string[]
  post: OpenPost
  frame: RefObject<HTMLIFrameElement | null>
  /** The figure that was pressed or chosen last. */
  chosen: string
  onChoose: (figure: string) => void
}

/** The hash of each figure's data as this page knows it. */
function useHashes(slug: string, figures: readonly string[]) {
  const hashes = useRef<{ [figure: string]: string }>({})
  const all = figures.join(' ')
  const learn = useCallback(async () => {
    hashes.current = await server.data(slug)
  }, [slug])
  useEffect(() => {
    hashes.current = {}
    if (all) void learn().catch(() => {})
  }, [all, learn])
  return { hashes, learn }
}

export function KeepMoment({ figures, post, frame, chosen, onChoose }: Props) {
  const { hashes, learn } = useHashes(post.slug, figures)
  const figure = figures.includes(chosen) ? chosen : (figures[0] ?? '')
  const keep = async () => {
    try {
      const link = await linkOf(frame.current!, figure)
      const { hash } = await server.keep(post.slug, figure, hashes.current[figure] ?? '', link)
      hashes.current[figure] = hash
      post.say(`Kept in ${figure}.ts; npm run approve ${post.slug} keeps what happens in it.`)
    } catch (fault) {
      if (fault instanceof Unanswered && fault.status === 409) await learn()
      const again = fault instanceof Unanswered && fault.status === 409
      post.say(`${(fault as Error).message}${again ? '; press again to keep it all the same' : ''}`)
    }
  }
  return (
    <p className="studio-keep" hidden={figures.length === 0}>
      <select aria-label="Figure" value={figure} onChange={(event) => onChoose(event.target.value)}>
        {figures.map((it) => (
          <option key={it}>{it}</option>
        ))}
      </select>
      <button type="button" onClick={() => void keep()}>
        Keep this moment
      </button>
    </p>
  )
}
