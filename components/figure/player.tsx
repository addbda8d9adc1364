'use client'
// Plays a figure. Until its film is ready it is the still that it was given.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Millis } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { Awake } from './awake'
import { type Developed, develop } from './develop'
import type { Parts } from './stage'

export type PlayerProps = {
  id: string
  /** Its place among the figures of a post, from 1. */
  number?: number | undefined
  scenario: AnyScenario
  /** Plays runs of any protocol, not of its own alone: the stage page. */
  open?: boolean | undefined
  /** What the loader hands in; in development the player fetches it. */
  developed?: Developed | undefined
  /** In development only: the loader finds them in the page. */
  parts?: Parts | undefined
  toolbar?: ReactNode
  children?: ReactNode
}

/** What a link asks for, once it has been read. */
export type Visit = {
  readonly scenario: AnyScenario
  readonly developed: Developed
  readonly at: Millis
  readonly says: string | undefined
}

export function Player(props: PlayerProps) {
  const { id, number, scenario, open, developed, parts, toolbar, children } = props
  const [ready, setReady] = useState(developed)
  const [visit, setVisit] = useState<Visit>()
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!ready) void develop(scenario).then(setReady)
  }, [ready, scenario])

  useEffect(() => {
    const island = place.current?.closest('[data-island]')
    const onTravel = (event: Event) => {
      const search = new URLSearchParams((event as CustomEvent<string>).detail)
      void read(search).then(setVisit)
    }
    const read = async (search: URLSearchParams): Promise<Visit | undefined> => {
      const [text, at] = [search.get('s'), search.get('at')]
      const published = ready ?? (await develop(scenario))
      if (text !== null) {
        const { visitOf } = await import('./share')
        return visitOf(text, scenario, published, open)
      }
      const moment = Number(at)
      if (!(moment >= 0)) return undefined
      return { scenario, developed: published, at: moment, says: undefined }
    }
    island?.addEventListener('travel', onTravel)
    return () => island?.removeEventListener('travel', onTravel)
  }, [scenario, ready, open])

  return (
    <div ref={place} className="@container">
      {ready ? (
        <Awake
          id={id}
          number={number}
          published={open && visit ? visit.scenario : scenario}
          developed={visit?.developed ?? ready}
          visit={visit}
          parts={parts}
          toolbar={toolbar}
        />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <div role="group" aria-labelledby={`${id}-title`}>
          {children}
        </div>
      )}
    </div>
  )
}
