// What if: the published film beside the edited one, in step, over the same chance.

import { useEffect, useState } from 'react'
import type { Drawing } from '@/components/pictures/picture'
import { isEdited } from './edits'
import type { Held } from './over'
import type { Playhead } from './use-playhead'
import type { Take } from './use-take'

export type Twin = {
  /** The published film, where it stands beside the edited one. */
  readonly twin: Held | undefined
  /** There is something to hold against the published run. */
  readonly comparable: boolean
  /** Draws the published film beside this one in a picture; says at which moment they part. */
  readonly compare: (picture: Drawing) => Promise<Held>
  /** Takes it away again. */
  readonly part: () => void
}

export function useTwin(take: Take, head: Playhead): Twin {
  const [held, hold] = useState<Held>()
  const { edited, developed } = take
  const comparable = isEdited(edited) && developed.films.length === 1
  const compare = async (picture: Drawing) => {
    const { holdAgainst } = await import('./twin')
    const held = await holdAgainst(take, picture)
    hold(held)
    if (held.at !== undefined) head.seek(held.at)
    return held
  }
  // Undone to the last edit, there is nothing to compare; the next edit does not ask for it.
  useEffect(() => {
    if (!comparable) hold(undefined)
  }, [comparable])
  return { twin: comparable ? held : undefined, comparable, compare, part: () => hold(undefined) }
}
