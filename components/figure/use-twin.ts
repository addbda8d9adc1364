// What if: the published film beside the edited one, in step, over the same chance.

import { useState } from 'react'
import { type Film, shoot } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { firstOf, isEdited } from './edits'
import type { Playhead } from './use-playhead'
import type { Take } from './use-take'

export type Twin = {
  /** The published film, where it stands beside the edited one. */
  readonly twin: Film | undefined
  /** There is something to hold against the published run. */
  readonly comparable: boolean
  /** Puts the published film beside this one, or takes it away; the answer says what is seen. */
  readonly compare: () => Compared
}
/** What is seen now, and from which moment on. */
export type Compared = { readonly says: string; readonly at: Millis }

export function useTwin({ edited, developed, tools }: Take, head: Playhead): Twin {
  const [held, hold] = useState<Film>()
  const comparable = isEdited(edited) && developed.films.length === 1 && tools !== undefined
  const compare = () => {
    if (held) {
      hold(undefined)
      return { says: 'This run alone.', at: head.at }
    }
    const film = developed.films[0]!
    const first = shoot(developed.protocol, firstOf(edited))
    hold(first)
    const parted = tools?.firstDifference(first, film)
    if (!parted) return { says: 'The two runs are the same, event by event.', at: head.at }
    head.seek(parted.at)
    return { says: `The two runs part at ${momentWords(parted.at)}.`, at: parted.at }
  }
  return { twin: comparable ? held : undefined, comparable, compare }
}
