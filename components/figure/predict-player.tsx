'use client'
// A question awake: whoever has chosen sees the run go on in its figure, and what others did.

import { useLayoutEffect, useRef, useState } from 'react'
import { Question, type QuestionProps } from './question'

export function PredictPlayer(props: QuestionProps) {
  const place = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState<string>()
  // The first drawing is the server's, so that hydration finds what it expects.
  const [awake, setAwake] = useState(false)
  useLayoutEffect(() => setAwake(true), [])
  const onChoose = (choice: string) => {
    choose(choice)
    // The link moves the figure as it would for whoever presses it.
    place.current?.querySelector<HTMLAnchorElement>('a[data-is=moment]')?.click()
  }
  return (
    <div ref={place}>
      <Question {...props} chosen={chosen} onChoose={awake ? onChoose : undefined} />
    </div>
  )
}
