// Which pictures of which films stand in a figure, and how each is drawn.

import type { ReactNode } from 'react'
import type { Inks } from '@/components/pictures/inks'
import type { Drawing as Picture, PictureHandlers, Shape } from '@/components/pictures/picture'
import type { Film } from '@/lib/sim/film'
import type { Millis, PictureName } from '@/lib/sim/protocol'
import type { Held } from './over'
import type { Panel } from './stage'

/** One place of a figure: a picture of a film, and what the switch on a phone calls it. */
export type Place = {
  readonly label: string
  /** In the switch on a phone, where it must not be longer than the names of two pictures. */
  readonly short?: string
  readonly film: Film
  readonly picture: Picture
  /** The films that share its scale: those it is held against, and the published one. */
  readonly films?: readonly Film[]
  /** Half the width is enough: beside another film in the same picture, or a picture as broad. */
  readonly paired?: boolean
}

/** Drawings whose words are large enough at every width: one serves them all. */
const single: readonly PictureName[] = ['cluster', 'quorums']
export const isSingle = ({ picture, paired }: Place) =>
  single.includes(picture.name) || (paired && narrows.includes(picture.name))

const broad: readonly PictureName[] = ['lanes', 'log', 'history', 'clocks', 'chart', 'bars']

/** Of two beside each other, whose words in half the width would be too small: as on a phone. */
const narrows: readonly PictureName[] = [...broad, 'tree']

/** Of these, what is as good upright, whatever stands beside it. */
const upright: readonly PictureName[] = ['log', 'history']

/** A film whose numbers may stand on the axes of another's. */
const alike = (film: Film, other: Film | undefined) =>
  other && other.protocol === film.protocol && other.until === film.until ? [other] : []

/**
 * One film in its pictures; two films, each in the first. `twin` is the published run beside an
 * edited one, `first` its film: an edit must not rescale what it is compared with.
 */
export function placesOf(
  films: readonly Film[],
  pictures: readonly Picture[],
  twin?: Pick<Held, 'film' | 'picture' | 'labels'>,
  first?: Film,
): readonly Place[] {
  const film = films[0]!
  const picture = twin?.picture ?? pictures[0]!
  const other = twin?.film ?? films[1]
  const scaled = [...new Set([film, ...alike(film, other), ...alike(film, first)])]
  const shared = scaled.length > 1 && { films: scaled }
  if (!other)
    return pictures.map((one) => {
      const all = upright.includes(one.name) ? [one] : pictures
      const paired = pictures.length > 1 && all.every(({ name }) => broad.includes(name))
      return { label: one.name, film, picture: one, paired, ...shared }
    })
  const { beside = 'this run', label = '' } = film.scenario.against ?? {}
  const labels = twin?.labels ?? [{ label: beside }, { label }]
  return labels.map((one, i) => ({
    ...one,
    ...{ film: i ? other : film, picture, paired: true },
    ...shared,
  }))
}

type Drawing = {
  id: string
  at: Millis
  inks: Inks
  live?: PictureHandlers | undefined
  marked?: number | undefined
  over?: ReactNode
  /** A question holds the film: what is still to come is not seen. */
  held?: boolean
}

/** Draws a place; the ids inside begin with the figure's, the place and the shape. */
export function draw(place: Place, i: number, shape: Shape, drawing: Drawing): ReactNode {
  const { film, films, picture } = place
  const { id, at, inks, live, marked, over, held } = drawing
  const Draw = picture.Draw
  return (
    <Draw
      film={film}
      at={Math.min(at, film.until)}
      inks={inks}
      id={`${id}-${i}-${shape}`}
      shape={shape}
      {...(films && { films })}
      {...(live && { live })}
      {...(marked !== undefined && { marked })}
      {...(held && { held })}
      over={over}
    />
  )
}

/** Draws a place in a shape. */
export type Hand = (place: Place, i: number, shape: Shape) => ReactNode

/**
 * Every place in its wide shape, and the one that a narrow figure shows in its tall one; where one
 * drawing serves both it is drawn once, since a page that holds it twice is half as heavy again.
 */
export const panelsOf = (places: readonly Place[], shown: number, hand: Hand): Panel[] =>
  places.map((place, i) => ({
    label: place.label,
    short: place.short ?? place.label,
    picture: place.picture.name,
    broad: !isSingle(place) && broad.includes(place.picture.name),
    wide: hand(place, i, isSingle(place) ? 'tall' : 'wide'),
    tall: i === shown && !isSingle(place) ? hand(place, i, 'tall') : undefined,
  }))
