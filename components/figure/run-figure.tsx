// A run as a page has it: one moment of it, drawn when the page is built, and what wakes it.

import type { ReactElement } from 'react'
import { Island } from '@/components/islands/island'
import { pageInks } from '@/components/pictures/inks'
import type { Picture, Shape } from '@/components/pictures/picture'
import { fingerprint } from '@/lib/sim/fingerprint'
import type { Millis } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { type Developed, develop, fetchPictures } from './develop'
import type { FigureProps } from './figure'
import { FigureFrame } from './figure-frame'
import type { Kept } from './kept'
import { flat } from './markup'
import { memo } from './memo'
import { draw, isSingle, type Place, panelsOf, placesOf } from './panels'
import { Player } from './player'
import { partsOf, toolbarOf } from './redraw'
import { Stage } from './stage'
import { longestOf, sentenceAt } from './status'
import { Words } from './words'

/** A history shows clients by their names alone. */
const hintOf = (picture: string | undefined) => {
  const tap = picture === 'history' ? 'Tap a name to break whom it names' : 'Tap a node to break it'
  return `${tap}, drag the line to travel in time.`
}

/** What of a figure is the same as long as its run and its pictures are. */
type Drawn = {
  readonly still: ReactElement
  readonly words: ReactElement
  readonly kept: Kept | undefined
}
const drawn = memo<Drawn>()

/** The scenario shot, its still drawn, and both handed to the player. */
export async function runFigure(scenario: AnyScenario, props: Omit<FigureProps, 'of'>) {
  const { id, number, held, open, children } = props
  const developed = await develop(scenario)
  const { films } = developed
  const pictures = await fetchPictures(developed.pictures.map(({ name }) => name))
  const things = () => [
    JSON.stringify({ scenario, number, held }),
    ...films.map(fingerprint),
    ...pictures,
  ]
  const { still, words, kept } = drawn(id, things, () => {
    const places = placesOf(films, pictures)
    const parts = partsOf({ ...developed, pictures }, scenario, id, number)
    const toolbar = toolbarOf(developed, scenario, id)
    const all = { ...stillOf(developed, scenario, id, places, held), parts, toolbar, held }
    return {
      still: flat(<Stage {...all} />),
      words: flat(<Words id={id} films={films} held={held} />),
      kept: keptOf(id, places, pictures, scenario),
    }
  })
  const given = { id, number, scenario, held, open, kept }
  const hint = number === 1 ? hintOf(pictures[0]?.name) : undefined
  return (
    <FigureFrame id={id} hint={hint} caption={children} words={words}>
      <Island name="player" props={given}>
        {/* A changed scenario begins anew; in development other figures keep their state. */}
        <Player key={JSON.stringify(scenario)} {...given}>
          {still}
        </Player>
      </Island>
    </FigureFrame>
  )
}

/** What of these places need not be drawn again: in both shapes where a page has both. */
function keptOf(
  id: string,
  places: readonly Place[],
  pictures: readonly Picture[],
  { poster }: AnyScenario,
): Kept | undefined {
  const all = places.flatMap((one, i) => {
    const { film, picture } = one
    const { standing } = pictures.find(({ name }) => name === picture.name) ?? {}
    const shapes: readonly Shape[] = isSingle(one)
      ? ['tall']
      : i === 0
        ? ['wide', 'tall']
        : ['wide']
    const at = Math.min(poster, film.until)
    return standing ? shapes.map((shape) => [`${id}-${i}-${shape}`, standing(film, at, shape)]) : []
  })
  return all.length > 0 ? Object.fromEntries(all) : undefined
}

/** What the stage shows at the poster. */
function stillOf(
  { protocol, films, describe }: Developed,
  scenario: AnyScenario,
  id: string,
  places: readonly Place[],
  held: Millis | undefined,
) {
  const film = films[0]!
  const at = scenario.poster
  const drawing = { id, at, inks: pageInks, held: held !== undefined }
  const tells = sentenceAt(film, at, describe)
  const panels = panelsOf(places, 0, (place, i, shape) => draw(place, i, shape, drawing))
  const longest = longestOf(films, describe)
  return { id, protocol, scenario, panels, shown: 0, at, tells, longest, says: undefined }
}
