'use client'
// What a figure without time remembers while it is awake: what is marked, said, turned, visited.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DataAwakeProps, Marking } from './data-awake'
import { onDial, showState } from './data-buttons'
import type { Setting } from './edits'

/** The first drawing is the server's, without hands, so that hydration finds what it expects. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false)
  useLayoutEffect(() => setAwake(true), [])
  return awake
}

type Place = RefObject<HTMLElement | null>

/** What is marked in the picture, here or by whoever asked for it; and the hands that mark. */
export function useMarks<S extends Setting>(place: Place, props: DataAwakeProps<S>): Marking {
  const [own, markOwn] = useState<number>()
  const { marked = own, onMark: mark = markOwn, editor } = props
  const marking = useRef<Marking>({ marked, mark })
  marking.current = { marked, mark }
  const edits = editor !== undefined
  useEffect(() => editor?.attach(place.current!, () => marking.current), [edits])
  return { marked, mark }
}

/** Hears the dials, and shows on all controls what holds. */
export function useDials<S extends Setting>(place: Place, props: DataAwakeProps<S>) {
  const { edited, of, onTurn } = props
  const latest = useRef({ edited, onTurn })
  latest.current = { edited, onTurn }
  useLayoutEffect(() => showState(place.current!, edited, of), [edited])
  return (event: Event) =>
    void onDial(
      event,
      of,
      () => latest.current.edited.now,
      (option, value) => latest.current.onTurn(option, value),
    )
}

/** A sentence about an edit or a link: it stands until something else is shown. */
export function useSaid<S>(now: S) {
  const [said, set] = useState<{ text: string; of: S }>()
  // Undo leads back to what it was said of, and it is not said again.
  useEffect(() => set((last) => (last?.of === now ? last : undefined)), [now])
  return {
    said: said?.of === now ? said.text : undefined,
    say: (text: string, of = now) => set({ text, of }),
  }
}

/** A link that names this figure and what it should show. */
export function useVisits(
  place: Place,
  onVisit: (text: string) => Promise<string>,
  say: (text: string) => void,
  onAt?: (at: number) => void,
) {
  const latestAt = useRef(onAt)
  latestAt.current = onAt
  const latest = useRef(onVisit)
  latest.current = onVisit
  const latestSay = useRef(say)
  latestSay.current = say
  useEffect(() => {
    const island = place.current?.closest('[data-island]')
    const onTravel = (event: Event) => {
      const query = new URLSearchParams((event as CustomEvent<string>).detail)
      const text = query.get('s')
      if (query.has('at')) latestAt.current?.(Number(query.get('at')))
      // After what the visit changes has been drawn.
      if (text !== null)
        void latest.current(text).then((says) => {
          setTimeout(() => latestSay.current(says), 50)
        })
    }
    island?.addEventListener('travel', onTravel)
    return () => island?.removeEventListener('travel', onTravel)
  }, [place])
}

/** Spoken this long after the last change, so that a dial that is turned is not a flood. */
const restMs = 500

export function useSpoken(words: string): string {
  const [spoken, speak] = useState('')
  const first = useRef(words)
  useEffect(() => {
    if (words === first.current) return
    const timer = setTimeout(() => {
      first.current = ''
      speak(words)
    }, restMs)
    return () => clearTimeout(timer)
  }, [words])
  return spoken
}
