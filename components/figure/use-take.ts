// The run that a figure shows: its scenario with a way back, its films, and the parts around them.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Film } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { AwakeProps } from './awake'
import { type Developed, fetchPictures, shootInSlices, wholeOf } from './develop'
import { type Edited, published } from './edits'
import type { Parts } from './stage'

/** What only an edit needs is fetched with the first. */
export const fetchTools = () => import('./redraw')
type Tools = Awaited<ReturnType<typeof fetchTools>>

/** What draws the parts around a run, and its pictures with their words. */
export const fetchAround = ({ pictures }: Developed) =>
  Promise.all([fetchTools(), fetchPictures(pictures.map(({ name }) => name))])

export type Take = {
  readonly edited: Edited
  readonly setEdited: (edited: Edited) => void
  readonly developed: Developed
  /** The films that the figure woke with: whatever edits make of them shares scale and room. */
  readonly origin: readonly Film[]
  /** Of a run that was edited; undefined while they are as the server drew them. */
  readonly parts: Parts | undefined
  readonly tools: Tools | undefined
  /** Drawn anew for another run than the published; else as the server drew it. */
  readonly toolbar: ReactNode
  /** Shoots what an edit has made; one that is still being shot is given up. */
  readonly shoot: (next: Edited, done: (films: readonly Film[]) => void) => void
  /**
   * Shows other films, and draws the parts around them anew; of a visit, the toolbar too. Answers
   * nothing where another edit has been made meanwhile.
   */
  readonly redraw: (
    fresh: Developed,
    now: AnyScenario,
    visited?: boolean,
  ) => Promise<Tools | undefined>
}

export function useTake({ id, number, published: first, ...given }: AwakeProps): Take {
  const [edited, setEdited] = useState(() => published(first))
  const [developed, setDeveloped] = useState(given.developed)
  const [{ films: origin, protocol }] = useState(given.developed)
  const [parts, setParts] = useState(given.parts)
  const [tools, setTools] = useState<Tools>()
  const [toolbar, setToolbar] = useState(given.toolbar)
  // A toolbar that is replaced under a finger hears no click, so it is kept while it will do.
  const drawnFor = useRef(first)
  // How many edits were shot: only the latest has a say.
  const count = useRef(0)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const shoot: Take['shoot'] = (next, done) => {
    stop.current?.()
    setEdited(next)
    const own = ++count.current
    const begin = () => {
      if (own === count.current) stop.current = shootInSlices(developed.protocol, next.now, done)
    }
    const late = wholeOf(developed.pictures)
    if (late) void late.then(begin)
    else begin()
  }
  const redraw: Take['redraw'] = async (fresh, now, visited = false) => {
    const own = count.current
    setDeveloped(fresh)
    const [fetched, pictures] = await fetchAround(fresh)
    // Of two imports of what is still loading, the second may be there before the first.
    if (own !== count.current) return
    setTools(fetched)
    const room = fresh.protocol === protocol ? origin : fresh.films
    setParts(fetched.partsOf({ ...fresh, pictures }, now, id, number, room))
    if (visited && drawnFor.current !== now) setToolbar(fetched.toolbarOf(fresh, now, id))
    if (visited) drawnFor.current = now
    return fetched
  }
  return { edited, setEdited, developed, origin, parts, tools, toolbar, shoot, redraw }
}
