'use client'
// A study awake: its dials turned, its levers pulled, and the way back.

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Json } from '@/lib/sim/protocol'
import type { History } from '@/lib/studies/drawn'
import type { AnyStudied } from '@/lib/studies/study'
import { DataAwake, type Editor } from './data-awake'
import { amend, type Edited, edit, published, turn } from './edits'
import type { Entries } from './history-edits'
import type { Held } from './history-hands'
import { type DevelopedStudy, dataOf, developStudy, optionOf } from './study'
import { barOf } from './study-bar'

export type StudyPlayerProps = {
  id: string
  studied: AnyStudied
  /** What the loader hands in; in development the player fetches it. */
  developed?: DevelopedStudy | undefined
  /** In development only: the loader finds them in the page. */
  title?: ReactNode
  toolbar?: ReactNode
  children?: ReactNode
}

export function StudyPlayer(props: StudyPlayerProps) {
  const { id, studied, developed, children } = props
  const [ready, setReady] = useState(developed)
  useEffect(() => {
    if (!ready) void developStudy(studied).then(setReady)
  }, [ready, studied])
  return (
    <div className="@container">
      {ready ? (
        <AwakeStudy {...props} developed={ready} />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <div role="group" aria-labelledby={`${id}-title`}>
          {children}
        </div>
      )}
    </div>
  )
}

function AwakeStudy(props: StudyPlayerProps & { developed: DevelopedStudy }) {
  const { id, studied, developed, title, toolbar } = props
  const { study, picture } = developed
  const [edited, setEdited] = useState<Edited<AnyStudied>>(() => published(studied))
  const turning = useRef<string>(undefined)
  const change = (next: Edited<AnyStudied>) => {
    turning.current = undefined
    setEdited(next)
  }
  const set = (option: string, value: Json, goesOn: boolean) =>
    setEdited((before) => {
      const next = turn(before.now, option, value)
      return goesOn && before.past.length > 0 ? amend(before, next) : edit(before, next)
    })
  const onTurn = (option: string, value: Json) => {
    set(option, value, turning.current === option)
    turning.current = option
  }
  const data = useMemo(() => dataOf(developed, edited.now), [developed, edited.now])
  const held = useRef({ data, now: edited.now })
  held.current = { data, now: edited.now }
  const editor: Editor = {
    bar: (marked) => barOf(developed, edited.now, id, marked),
    attach: (figure, marking) =>
      attachLater(figure, () => ({
        ...marking(),
        data: held.current.data as History,
        entries: optionOf(developed, held.current.now, 'operations') as unknown as Entries,
        set: (entries, goesOn = false) => set('operations', entries as unknown as Json, goesOn),
      })),
  }
  return (
    <DataAwake
      {...{ id, title, toolbar, picture, data, edited, change, onTurn }}
      of={study}
      facts={study.facts(data)}
      address={async () => (await import('./data-link')).studyAddress(edited.now, id)}
      onVisit={async (text) => {
        const { visitStudy } = await import('./data-link')
        const { now, says } = visitStudy(text, studied, study)
        change(now === studied ? published(studied) : edit(published(studied), now))
        return says
      }}
      editor={developed.bar && editor}
    />
  )
}

/** The hands come a moment after the figure is awake. */
function attachLater(figure: HTMLElement, held: () => Held): () => void {
  let detach: (() => void) | undefined
  let gone = false
  void import('./history-hands').then(({ attach }) => {
    if (!gone) detach = attach(figure, held)
  })
  return () => {
    gone = true
    detach?.()
  }
}
