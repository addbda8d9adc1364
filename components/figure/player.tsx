'use client'
// Plays a figure. Until its film is ready it is the still that it was given.

import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Millis } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { Awake } from './awake'
import { type Developed, develop } from './develop'
import type { Kept } from './kept'
import type { Parts } from './stage'
import { fetchAround } from './use-take'

export { develop }

export type PlayerProps = {
  id: string
  /** Its place among the figures of a post, from 1. */
  number?: number | undefined
  scenario: AnyScenario
  /** As far as it goes until a question is answered. */
  held?: Millis | undefined
  /** Plays runs of any protocol, not of its own alone: the stage page. */
  open?: boolean | undefined
  /** What of its pictures stands in the page and need not be drawn. */
  kept?: Kept | undefined
  /** What the loader hands in; in development the player fetches it. */
  developed?: Developed | undefined
  children?: ReactNode
}

/** A run, and what stands around its pictures unless that is in the page already. */
type Ready = {
  readonly developed: Developed
  readonly parts?: Parts
  readonly toolbar?: ReactNode
}

/** For development, where nothing is handed in and React does not keep what a page has. */
async function drawWhole({ id, number, scenario }: PlayerProps): Promise<Ready> {
  const developed = await develop(scenario)
  const [tools, pictures] = await fetchAround(developed)
  const parts = tools.partsOf({ ...developed, pictures }, scenario, id, number)
  return { developed, parts, toolbar: tools.toolbarOf(developed, scenario, id) }
}

/** What a link asks for, once it has been read. */
export type Visit = {
  readonly scenario: AnyScenario
  readonly developed: Developed
  readonly at: Millis
  readonly says: string | undefined
  /** It goes on from there. */
  readonly play?: boolean
}

export function Player(props: PlayerProps) {
  const { id, number, scenario, held, open, developed, children } = props
  const [ready, setReady] = useState<Ready | undefined>(developed && { developed })
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (process.env.NODE_ENV === 'development') void drawWhole(props).then(setReady)
  }, [])
  const visit = useTravel(place, props, ready?.developed)
  // A save in development hands in the same run as other objects: it is not drawn anew.
  const awake = useMemo(
    () =>
      ready && (
        <Awake
          {...{ id, number, held, visit, ...ready }}
          published={open && visit ? visit.scenario : scenario}
          developed={visit?.developed ?? ready.developed}
        />
      ),
    [ready, visit, number, held],
  )
  return (
    <div ref={place} className="@container">
      {awake ?? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <div role="group" aria-labelledby={`${id}-title`}>
          {children}
        </div>
      )}
    </div>
  )
}

/** Hears of links that name this figure; what they ask for is read when one comes. */
function useTravel(
  place: RefObject<Element | null>,
  { scenario, open }: PlayerProps,
  ready: Developed | undefined,
): Visit | undefined {
  const [visit, setVisit] = useState<Visit>()
  useEffect(() => {
    const island = place.current?.closest('[data-island]')
    const onTravel = async (event: Event) => {
      const search = new URLSearchParams((event as CustomEvent<string>).detail)
      const at = Number(search.get('at') ?? Number.NaN)
      const text = search.get('s')
      const home = ready ?? (await develop(scenario))
      if (text !== null)
        setVisit(await (await import('./share')).visitOf(text, scenario, home, open))
      else if (at >= 0)
        setVisit({ scenario, developed: home, at, says: undefined, play: search.has('play') })
    }
    island?.addEventListener('travel', onTravel)
    return () => island?.removeEventListener('travel', onTravel)
  }, [place, scenario, ready, open])
  return visit
}
