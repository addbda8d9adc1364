'use client'
// What happens, in words, once a reader has changed it: drawn where the published words stand.

import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { isEdited } from './edits'
import type { Run } from './use-run'
import type { WordsTables } from './words'

type Props = { id: string; run: Run }

/** Nothing until the words are opened; then the table is fetched and follows each edit. */
export function EditedWords({ id, run }: Props): ReactNode {
  const { edited, developed, held } = run
  const [opened, setOpened] = useState(false)
  const [Tables, setTables] = useState<typeof WordsTables>()
  useEffect(() => {
    const words = document.getElementById(`${id}-words`) as HTMLDetailsElement | null
    const look = () => setOpened(words?.open ?? false)
    words?.addEventListener('toggle', look)
    look()
    return () => words?.removeEventListener('toggle', look)
  }, [id])
  const place = isEdited(edited) && opened ? document.getElementById(`${id}-words`) : null
  useEffect(() => {
    if (place && !Tables) void import('./words').then((m) => setTables(() => m.WordsTables))
    const own = document.querySelector<HTMLElement>(`#${id}-words>[data-published]`)
    if (own) own.hidden = place !== null && Tables !== undefined
  }, [id, place, Tables])
  return place && Tables
    ? createPortal(<Tables films={developed.films} held={held} />, place)
    : null
}
