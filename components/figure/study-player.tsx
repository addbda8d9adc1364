'use client'
// A study awake: its dials turned, its levers pulled, its operations moved, and the way back.

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Facts, Json } from '@/lib/sim/protocol'
import { fetchStudy } from '@/lib/studies'
import type { DrawnName, History } from '@/lib/studies/drawn'
import type { AnyStudied, AnyStudy } from '@/lib/studies/study'
import { DataAwake, type Editor } from './data-awake'
import type { AnyData } from './data-stage'
import { type Edited, edit, published } from './edits'
import type { Held, Missed } from './history-hands'
import { type Answer, answerOf, fetchPen, type Pen } from './study'
import { barOf, entriesOf } from './study-bar'
import { type Turns, useTurns } from './use-turns'

export type StudyPlayerProps = {
  id: string
  studied: AnyStudied
  /** What it answers as published. */
  data: AnyData
  facts: Facts
  picture: DrawnName
  /** What the loader hands in; in development the player fetches it. */
  pen?: Pen | undefined
  /** In development only: the loader finds them in the page. */
  title?: ReactNode
  toolbar?: ReactNode
  children?: ReactNode
}

export function StudyPlayer(props: StudyPlayerProps) {
  const { id, data, picture, pen, children } = props
  const [ready, setReady] = useState(pen)
  useEffect(() => {
    if (!ready) void fetchPen(picture, 'edits' in data).then(setReady)
  }, [ready, picture, data])
  return (
    <div className="@container">
      {ready ? (
        <AwakeStudy {...props} pen={ready} />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <div role="group" aria-labelledby={`${id}-title`}>
          {children}
        </div>
      )}
    </div>
  )
}

function AwakeStudy(props: StudyPlayerProps & { pen: Pen }) {
  const { id, studied, pen, title, toolbar } = props
  const turns = useTurns(studied)
  const { edited, change } = turns
  const { answer, load } = useAnswer(props, edited)
  const editor = useEditor(props, turns, answer)
  return (
    <DataAwake
      {...{ id, title, toolbar, edited, change, ...answer }}
      onTurn={turns.onTurn}
      picture={pen.picture}
      of={load}
      address={async () => (await import('./data-link')).studyAddress(edited.now, id)}
      onVisit={async (text) => {
        const { visitStudy } = await import('./data-link')
        const { now, says } = visitStudy(text, studied, await load())
        change(now === studied ? published(studied) : edit(published(studied), now))
        return says
      }}
      editor={pen.bar && editor}
    />
  )
}

/** The bar under a history, and the hands that drag what is in it. */
function useEditor(
  { id, pen }: StudyPlayerProps & { pen: Pen },
  { edited, set }: Turns<AnyStudied>,
  { data }: Answer,
): Editor {
  const held = useRef({ data, now: edited.now })
  held.current = { data, now: edited.now }
  return {
    bar: (marked) => barOf(pen, edited.now, id, marked),
    attach: (figure, marking) =>
      attachLater(figure, () => ({
        ...marking(),
        data: held.current.data as History,
        entries: entriesOf(held.current.now),
        set: (entries, goesOn = false) => set('operations', entries as unknown as Json, goesOn),
      })),
  }
}

/** What is shown: the published answer, or once its rules have come, the one to what was turned. */
function useAnswer({ studied, data, facts }: StudyPlayerProps, { now }: Edited<AnyStudied>) {
  const [study, setStudy] = useState<AnyStudy>()
  const load = async () => {
    const found = (await fetchStudy(studied.study))!
    setStudy(found)
    return found
  }
  useEffect(() => {
    if (now !== studied && !study) void load()
  }, [now])
  const answer = useMemo(
    () => (study && now !== studied ? answerOf(study, now) : { data, facts }),
    [study, now, studied, data, facts],
  )
  return { answer, load }
}

/** The hands are fetched when a pointer or a key comes near; what they missed they do then. */
function attachLater(figure: HTMLElement, held: () => Held): () => void {
  const ends = new AbortController()
  const begin = new AbortController()
  const missed: Missed = { press: undefined, held: false, key: undefined }
  let fetching = false
  const hear = (event: Event) => {
    if (event.type === 'pointerdown') Object.assign(missed, { press: event, held: true })
    if (event.type === 'keydown' || event.type === 'click') missed.key = event
    if (fetching) return
    fetching = true
    void import('./history-hands').then(({ attach }) => {
      begin.abort()
      if (!ends.signal.aborted) ends.signal.addEventListener('abort', attach(figure, held, missed))
    })
  }
  const { signal } = begin
  for (const name of ['pointerdown', 'pointerover', 'keydown', 'click'])
    figure.addEventListener(name, hear, { signal })
  addEventListener('pointerup', () => Object.assign(missed, { held: false }), { signal })
  return () => {
    begin.abort()
    ends.abort()
  }
}
