// A run as a page has it: one moment of it, drawn when the page is built, and what wakes it.

import { Island } from '@/components/islands/island'
import { pageInks } from '@/components/pictures/inks'
import type { Picture, Shape } from '@/components/pictures/picture'
import type { Millis } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { type Developed, develop, fetchPictures } from './develop'
import type { FigureProps } from './figure'
import { FigureFrame } from './figure-frame'
import type { Kept } from './kept'
import { flat } from './markup'
import { draw, isSingle, type Place, panelsOf, placesOf } from './panels'
import { Player } from './player'
import { partsOf } from './redraw'
import { Stage } from './stage'
import { longestOf, sentenceAt } from './status'
import { Toolbar } from './toolbar'
import { Words } from './words'

const hint = 'Tap a node to break it, drag the line to travel in time.'

/** The scenario shot, its still drawn, and both handed to the player. */
export async function runFigure(scenario: AnyScenario, props: Omit<FigureProps, 'of'>) {
  const { id, number, held, open, children } = props
  const developed = await develop(scenario)
  const { protocol, films } = developed
  const pictures = await fetchPictures(developed.pictures.map(({ name }) => name))
  const parts = partsOf({ ...developed, pictures }, scenario, id, number)
  const places = placesOf(films, pictures)
  const labels = places.map(({ label }) => label)
  const toolbar = <Toolbar id={id} protocol={protocol} scenario={scenario} labels={labels} />
  const still = flat(
    <Stage {...stillOf(developed, scenario, id, places, held)} {...{ parts, toolbar, held }} />,
  )
  // On a published page the loader finds them in the still.
  const own = process.env.NODE_ENV === 'development' && { parts, toolbar }
  const given = { id, number, scenario, held, open, kept: keptOf(id, places, pictures, scenario) }
  return (
    <FigureFrame
      id={id}
      hint={number === 1 ? hint : undefined}
      caption={children}
      words={flat(<Words id={id} films={films} />)}
    >
      <Island name="player" props={given}>
        {/* A changed scenario begins anew; in development other figures keep their state. */}
        <Player key={JSON.stringify(scenario)} {...given} {...own}>
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
  const longest = longestOf(film, describe)
  return { id, protocol, scenario, panels, shown: 0, at, tells, longest, says: undefined }
}
