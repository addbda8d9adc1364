'use client'
// What happens, in words, once a reader has changed it: drawn where the published words stand.

import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Film } from '@/lib/sim/film'

type Props = { id: string; films: readonly Film[]; edited: boolean }
type Draw = (props: { id: string; films: readonly Film[] }) => ReactNode

/** Nothing until the words are opened; then the table is fetched and follows each edit. */
export function EditedWords({ id, films, edited }: Props): ReactNode {
  const [opened, setOpened] = useState(false)
  const [Tables, setTables] = useState<Draw>()
  useEffect(() => {
    const words = document.getElementById(`${id}-words`) as HTMLDetailsElement | null
    const look = () => setOpened(words?.open ?? false)
    words?.addEventListener('toggle', look)
    look()
    return () => words?.removeEventListener('toggle', look)
  }, [id])
  const place = edited && opened ? document.getElementById(`${id}-words`) : null
  useEffect(() => {
    if (place && !Tables) void import('./words').then((m) => setTables(() => m.WordsTables))
    const own = document.querySelector<HTMLElement>(`#${id}-words>[data-published]`)
    if (own) own.hidden = place !== null && Tables !== undefined
  }, [id, place, Tables])
  return place && Tables ? createPortal(<Tables id={id} films={films} />, place) : null
}
