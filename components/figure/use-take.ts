// The run that a figure shows: its scenario with a way back, its films, and the parts around them.

import { useEffect, useRef, useState } from 'react'
import type { Film } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { AwakeProps } from './awake'
import { type Developed, fetchPictures, shootInSlices } from './develop'
import { type Edited, published } from './edits'
import type { Parts } from './stage'

/** What only an edit needs is fetched with the first. */
export const fetchTools = () => import('./redraw')
export type Tools = Awaited<ReturnType<typeof fetchTools>>

export type Take = {
  readonly edited: Edited
  readonly setEdited: (edited: Edited) => void
  readonly developed: Developed
  /** Of a run that was edited; undefined while they are as the server drew them. */
  readonly parts: Parts | undefined
  readonly tools: Tools | undefined
  /** Shoots what an edit has made; one that is still being shot is given up. */
  readonly shoot: (next: Edited, done: (films: readonly Film[]) => void) => void
  /** Shows other films, and draws the parts around them anew. */
  readonly redraw: (fresh: Developed, now: AnyScenario) => Promise<Tools>
}

export function useTake({ id, number, published: first, ...given }: AwakeProps): Take {
  const [edited, setEdited] = useState(() => published(first))
  const [developed, setDeveloped] = useState(given.developed)
  const [parts, setParts] = useState(given.parts)
  const [tools, setTools] = useState<Tools>()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const shoot: Take['shoot'] = (next, done) => {
    stop.current?.()
    setEdited(next)
    stop.current = shootInSlices(developed.protocol, next.now, done)
  }
  const redraw: Take['redraw'] = async (fresh, now) => {
    setDeveloped(fresh)
    const names = fresh.pictures.map(({ name }) => name)
    const [fetched, pictures] = await Promise.all([fetchTools(), fetchPictures(names)])
    setTools(fetched)
    setParts(fetched.partsOf({ ...fresh, pictures }, now, id, number))
    return fetched
  }
  return { edited, setEdited, developed, parts, tools, shoot, redraw }
}
