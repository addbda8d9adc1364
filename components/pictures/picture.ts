// What every picture is: a pure drawing of a film at a moment, the same in words, and its legend.

import type { ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import type { Millis, NodeId, PictureName } from '@/lib/sim/protocol'
import type { Inks } from './inks'

/** Beside others on a wide page or in a PNG; alone on a phone; alone in a list of articles. */
export type Shape = 'wide' | 'tall' | 'thumb'

/** What a figure that is awake wants to hear of; without them a picture is a still. */
export type PictureHandlers = {
  readonly onNode?: (id: NodeId, element: Element) => void
  readonly onMessage?: (id: number) => void
  readonly onEvent?: (index: number) => void
  readonly onHover?: (index: number | undefined) => void
}

export type PictureProps = {
  readonly film: Film
  readonly at: Millis
  readonly inks: Inks
  /** The figure's id: every id inside the drawing begins with it. */
  readonly id: string
  readonly shape: Shape
  readonly live?: PictureHandlers
  /** The index of an event that is pointed at, here or in the picture beside this one. */
  readonly marked?: number
}

/** One entry of a legend: a small drawing of 24 × 16, and what it says. */
export type Sign = { readonly mark: ReactNode; readonly says: string }

export type Picture = {
  readonly name: PictureName
  /** One `<svg>`: an image with its short description, or a group once it is awake. */
  readonly Draw: (props: PictureProps) => ReactNode
  /** `short` is an alternative text; `long` says all that is drawn. */
  readonly describe: (film: Film, at: Millis, detail: 'short' | 'long') => string
  /** Made from what is in the drawing at this moment, and of nothing else. */
  readonly legend: (film: Film, at: Millis, inks?: Inks) => readonly Sign[]
}
