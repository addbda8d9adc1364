// A figure as a page has it: one moment of a run, drawn when the page is built, and what wakes it.

import type { ReactNode } from 'react'
import { Island } from '@/components/islands/island'
import { pageInks } from '@/components/pictures/inks'
import type { AnyScenario } from '@/lib/sim/scenario'
import { develop, fetchPictures } from './develop'
import { draw, panelsOf, placesOf } from './panels'
import { Player } from './player'
import { partsOf } from './redraw'
import { Stage } from './stage'
import { longestOf, sentenceAt } from './status'
import { Toolbar } from './toolbar'
import { Words } from './words'

type Props = {
  /** A scenario: the default export of a data file. */
  of: AnyScenario
  /** The data file's name; the figure's id in the page. */
  id: string
  /** Its place among the figures of a post, from 1; left out where it stands alone. */
  number?: number | undefined
  /** Plays runs of any protocol that a link brings. */
  open?: boolean | undefined
  /** The caption. */
  children?: ReactNode
}

/** Rejects with a sentence where the scenario names a protocol or picture that there is not. */
export async function Figure({ of: scenario, id, number, open, children }: Props) {
  const developed = await develop(scenario)
  const { protocol, films, describe } = developed
  const pictures = await fetchPictures(developed.pictures.map(({ name }) => name))
  const parts = partsOf({ ...developed, pictures }, scenario, id, number)
  const film = films[0]!
  const places = placesOf(films, pictures)
  const labels = places.map(({ label }) => label)
  const toolbar = <Toolbar id={id} protocol={protocol} scenario={scenario} labels={labels} />
  const drawing = { id, at: scenario.poster, inks: pageInks }
  const still = (
    <Stage
      id={id}
      parts={parts}
      toolbar={toolbar}
      protocol={protocol}
      scenario={scenario}
      tells={sentenceAt(film, scenario.poster, describe)}
      longest={longestOf(film, describe)}
      panels={panelsOf(places, 0, (place, i, shape) => draw(place, i, shape, drawing))}
      shown={0}
      at={scenario.poster}
      says={undefined}
    />
  )
  const given = { id, number, scenario, open }
  return (
    <figure id={id} className="relative border-y border-hair bg-panel sm:rounded-[3px] sm:border">
      <a
        href={`#${id}-end`}
        className="sr-only bg-panel focus:not-sr-only focus:absolute focus:z-10 focus:px-3 focus:py-2"
      >
        Skip figure
      </a>
      <Island name="player" props={given}>
        {/* A changed scenario begins anew; in development other figures keep their state. */}
        <Player key={JSON.stringify(scenario)} {...given} parts={parts} toolbar={toolbar}>
          {still}
        </Player>
      </Island>
      {number === 1 && (
        <p className="border-t border-hair px-4 py-2.5 text-[0.9375rem] italic [@media(scripting:none)]:hidden print:hidden in-[:has(>[data-awake])]:invisible">
          Tap a node to break it, drag the line to travel in time.
        </p>
      )}
      {children && (
        <figcaption className="border-t border-hair px-4 py-3 text-[0.9375rem] text-soft">
          {children}
        </figcaption>
      )}
      <Words id={id} films={films} />
      <span id={`${id}-end`} tabIndex={-1} />
    </figure>
  )
}
