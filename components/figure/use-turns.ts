'use client'
// What is edited in a figure without time, and the way back.

import { useRef, useState } from 'react'
import type { Json } from '@/lib/sim/protocol'
import { amend, type Edited, edit, published, type Setting, turn } from './edits'

export type Turns<S> = {
  readonly edited: Edited<S>
  readonly change: (next: Edited<S>) => void
  /** Sets an option; `goesOn`: as part of the edit before. */
  readonly set: (option: string, value: Json, goesOn: boolean) => void
  /** Turns a dial: as long as it is the same one, that is one step. */
  readonly onTurn: (option: string, value: Json) => void
}

export function useTurns<S extends Setting>(first: S): Turns<S> {
  const [edited, setEdited] = useState<Edited<S>>(() => published(first))
  const turning = useRef<string>(undefined)
  const change = (next: Edited<S>) => {
    turning.current = undefined
    setEdited(next)
  }
  const set: Turns<S>['set'] = (option, value, goesOn) =>
    setEdited((before) => {
      const next = turn(before.now, option, value)
      return goesOn && before.past.length > 0 ? amend(before, next) : edit(before, next)
    })
  const onTurn = (option: string, value: Json) => {
    set(option, value, turning.current === option)
    turning.current = option
  }
  return { edited, change, set, onTurn }
}
