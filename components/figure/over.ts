// What lies over the pictures of a figure while a reader asks why, or compares two runs.

import type { ReactNode } from 'react'
import type { Drawing, Shape } from '@/components/pictures/picture'
import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import type { Place } from './panels'
import type { Parts } from './stage'

export type Over = {
  /** Over one picture; `id` is that of the drawing. */
  readonly draw: (place: Place, shape: Shape, at: Millis, id: string) => ReactNode
  /** The same in words, at a moment; left out where it is said elsewhere. */
  readonly says?: (at: Millis) => string
  /** The parts around the pictures, told what lies over them. */
  readonly parts: (parts: Parts) => Parts
}

/** The published film beside an edited one, and the picture that both are drawn in. */
export type Held = {
  readonly film: Film
  readonly picture: Drawing
  /** What the edited one is called, and the published one. */
  readonly labels: readonly Pick<Place, 'label' | 'short'>[]
  /** What differs between it and a film that was edited. */
  readonly overOf: (film: Film) => Over
  /** Gives both the height of the pictures that they stand in for; the answer takes it back. */
  readonly keep: (pictures: HTMLElement, height: number) => () => void
  /** What is seen first, and when; undefined where nothing differs. */
  readonly says: string
  readonly at: Millis | undefined
}
