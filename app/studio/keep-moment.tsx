'use client'
// Keep this moment: what a figure of the page shows now becomes its scenario's seed, lines, moment.

import { type RefObject, useEffect, useRef, useState } from 'react'
import { server, Unanswered } from './ask'
import { linkOf } from './moment-link'
import type { OpenPost } from './use-post'

type Props = {
  figures: readonly string[]
  post: OpenPost
  frame: RefObject<HTMLIFrameElement | null>
}

/** The hash of each figure's data as this page knows it. */
function useHashes(slug: string, figures: readonly string[]) {
  const hashes = useRef(new Map<string, string>())
  const all = figures.join(' ')
  const learn = async (figure: string) =>
    hashes.current.set(figure, (await server.open(slug, `${figure}.ts`)).hash)
  useEffect(() => {
    hashes.current.clear()
    for (const figure of slug && all ? all.split(' ') : []) void learn(figure).catch(() => {})
  }, [slug, all])
  return { hashes: hashes.current, learn }
}

export function KeepMoment({ figures, post, frame }: Props) {
  const [chosen, choose] = useState('')
  const { hashes, learn } = useHashes(post.slug, figures)
  const figure = figures.includes(chosen) ? chosen : (figures[0] ?? '')
  const keep = async () => {
    try {
      const link = await linkOf(frame.current!, figure)
      const { hash } = await server.keep(post.slug, figure, hashes.get(figure) ?? '', link)
      hashes.set(figure, hash)
      post.say(`Kept in ${figure}.ts; npm run approve ${post.slug} keeps what happens in it.`)
    } catch (fault) {
      if (fault instanceof Unanswered && fault.status === 409) await learn(figure)
      const again = fault instanceof Unanswered && fault.status === 409
      post.say(`${(fault as Error).message}${again ? '; press again to keep it all the same' : ''}`)
    }
  }
  return (
    <p className="studio-keep" hidden={figures.length === 0}>
      <select aria-label="Figure" value={figure} onChange={(event) => choose(event.target.value)}>
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
