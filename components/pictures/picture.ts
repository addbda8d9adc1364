// What every picture is: a pure drawing of a film at a moment, the same in words, and its legend.

import type { ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import type { Millis, NodeId, PictureName } from '@/lib/sim/protocol'
import type { Inks } from './inks'
import type { Stretch, Unit } from './time-plot'

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
  /** All films of the figure, this one too, where several are compared: they share their scale. */
  readonly films?: readonly Film[]
  readonly at: Millis
  readonly inks: Inks
  /** The figure's id: every id inside the drawing begins with it. */
  readonly id: string
  readonly shape: Shape
  readonly live?: PictureHandlers
  /** The index of an event that is pointed at, here or in the picture beside this one. */
  readonly marked?: number
  /** A question is open: what is still to come is not even faintly there. */
  readonly held?: boolean
  /** What lies over the drawing while a reader asks why, or holds two runs against each other. */
  readonly over?: ReactNode
}

/**
 * One entry of a legend: a small drawing of 24 × 16, and what it says. It is not in the first
 * picture of a still but in the one beside it, or is met later: until the figure wakes, a legend
 * keeps room for it and does not show it.
 */
export type Sign = {
  readonly mark: ReactNode
  /** How a message is drawn in the other pictures of a figure, where that is another way. */
  readonly also?: readonly ReactNode[]
  readonly says: string
  readonly when?: 'second' | 'later'
}

/** What must be known of a page of time that is drawn already, to move the playhead over it. */
export type Standing = Stretch & {
  /** It shows the moments from here on, and before there. */
  readonly holds: readonly [since: Millis, until: Millis]
  readonly unit: Unit
  /** From one number of its axis to the next. */
  readonly step: Millis
  /** The nodes that it shows, where they are not all. */
  readonly shown?: readonly NodeId[]
}

/** What a figure that is awake needs at once. */
export type Drawing = {
  readonly name: PictureName
  /** Of one that keeps what stands in the page: fetches what draws another film. */
  readonly whole?: () => Promise<void>
  /** One `<svg>`: an image with its short description, or a group once it is awake. */
  readonly Draw: (props: PictureProps) => ReactNode
}

/**
 * The same in words: for those who listen, for feeds, and for whoever wants to know a shape.
 * `films` as a drawing has them: where several are compared.
 */
export type Wording = {
  /** `short` is an alternative text; `long` says all that is drawn. */
  readonly describe: (
    film: Film,
    at: Millis,
    detail: 'short' | 'long',
    films?: readonly Film[],
  ) => string
  /** Made from what is in the drawing at this moment, and of nothing else. */
  readonly legend: (film: Film, at: Millis, inks?: Inks, films?: readonly Film[]) => readonly Sign[]
  /** Of one that does not change while time passes on a page of it. */
  readonly standing?: (film: Film, at: Millis, shape: Shape) => Standing
}

export type Picture = Drawing & Wording

/** Draws; `says` is the name of a still. */
export type Hand = (props: PictureProps, says?: string) => ReactNode

/** A drawing without its words: a still that is already named keeps its name until it wakes. */
export const drawingOf = (name: PictureName, draw: Hand): Drawing => ({
  name,
  Draw: (props) => draw(props, props.live && name),
})

/** A drawing with its words: a still is named by its short description. */
export const pictureOf = (name: PictureName, draw: Hand, wording: Wording): Picture => ({
  name,
  Draw: (props) => {
    const { film, films, at, live } = props
    return draw(props, live ? name : wording.describe(film, at, 'short', films))
  },
  ...wording,
})

/** What a picture without time wants to hear of: a place of it, in the units of its view box. */
export type DataHandlers = { readonly onPlace?: (x: number, y: number) => void }

/** Of a study or a survey: `data` is what it computed. */
export type DataProps<D> = Pick<PictureProps, 'inks' | 'id' | 'shape'> & {
  readonly data: D
  readonly live?: DataHandlers
  /** What is pointed at, by its number: a bar of a history, the seed of a run. */
  readonly marked?: number
}

/** A picture of data without time, drawn, in words, and its legend; beside `Picture`. */
export type DataPicture<D> = {
  readonly name: PictureName
  readonly Draw: (props: DataProps<D>) => ReactNode
  readonly describe: (data: D, detail: 'short' | 'long') => string
  readonly legend: (data: D, inks?: Inks) => readonly Sign[]
  /** What stands at a place, by its number as in `marked`; undefined for nothing. */
  readonly find?: (data: D, shape: Shape, x: number, y: number) => number | undefined
}

/** As for films: a still is named by its short description, awake it is a group. */
export const dataPictureOf = <D>(
  name: PictureName,
  draw: (props: DataProps<D>, says: string) => ReactNode,
  { describe, ...more }: Omit<DataPicture<D>, 'name' | 'Draw'>,
): DataPicture<D> => ({
  name,
  Draw: (props) => draw(props, props.live ? name : describe(props.data, 'short')),
  describe,
  ...more,
})
