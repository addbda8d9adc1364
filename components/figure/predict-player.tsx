'use client'
// A question awake: the run goes on in its figure, and once it has stopped the answer is shown.

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Question, type QuestionProps } from './question'

export function PredictPlayer(props: QuestionProps) {
  const place = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState<string>()
  const [open, setOpen] = useState(false)
  // The first drawing is the server's, so that hydration finds what it expects.
  const [awake, setAwake] = useState(false)
  useLayoutEffect(() => setAwake(true), [])
  useEffect(() => {
    if (chosen === undefined) return
    return whenStopped(props.id, () => {
      setOpen(true)
      unfold(props.id)
    })
  }, [chosen, props.id])
  const onChoose = (choice: string) => {
    choose(choice)
    // The link moves the figure as it would for whoever presses it.
    place.current?.querySelector<HTMLAnchorElement>('a[data-is=moment]')?.click()
  }
  return (
    <div ref={place}>
      <Question {...props} chosen={chosen} open={open} onChoose={awake ? onChoose : undefined} />
    </div>
  )
}

/** What was folded away among the words of the figure is no secret any more. */
const unfold = (id: string) => {
  for (const rest of document.querySelectorAll<HTMLDetailsElement>(`#${id}-words details`))
    rest.open = true
}

/**
 * Calls once the figure has played and plays no more; the answer gives that up. Where it is fast,
 * both are told at once.
 */
function whenStopped(id: string, act: () => void): () => void {
  const figure = document.getElementById(id)
  if (!figure) return () => {}
  const watch = new MutationObserver(() => {
    if (figure.querySelector('[data-playing]')) return
    watch.disconnect()
    act()
  })
  watch.observe(figure, { subtree: true, attributeFilter: ['data-playing'] })
  return () => watch.disconnect()
}
