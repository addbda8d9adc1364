// What only an edit changes, fetched with the first edit: the parts around the pictures.

import type { ReactNode } from 'react'
import { pageInks } from '@/components/pictures/inks'
import type { Picture } from '@/components/pictures/picture'
import type { Film } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { Bars } from './bars'
import type { Developed } from './develop'
import { Legend } from './legend'
import { Promises } from './promises'
import { sceneOf } from './scene'
import { signsOf } from './signs'
import type { Parts } from './stage'
import { Title } from './title'
import { Toolbar } from './toolbar'
import { Track } from './track'

type Worded = Developed & { readonly pictures: readonly Picture[] }

/**
 * The title, the legend, the track and the promises of a run; the server draws them likewise.
 * `room`: the films as published, in whose room the legend stays.
 */
export function partsOf(
  { protocol, pictures, films }: Worded,
  scenario: AnyScenario,
  id: string,
  number: number | undefined,
  room?: readonly Film[],
): Parts {
  const film = films[0]!
  const { told } = sceneOf(film)
  const signs = {
    signs: signsOf(films, pictures, pageInks),
    ...(room && { room: signsOf(room, pictures, pageInks) }),
  }
  return {
    title: <Title id={id} number={number} protocol={protocol} scenario={scenario} />,
    legend: <Legend {...signs} />,
    signs,
    track: <Track film={film} told={told} id={id} inks={pageInks} />,
    bars: <Bars film={film} inks={pageInks} />,
    promises: <Promises film={film} />,
  }
}

/** Under a key of its own: where another run was, its toolbar is not touched but replaced. */
export function toolbarOf({ protocol }: Developed, scenario: AnyScenario, id: string): ReactNode {
  return <Toolbar key={JSON.stringify(scenario)} {...{ id, protocol, scenario }} />
}

export { firstDifference } from '@/lib/sim/compare'
export { valueAt } from './dial-values'
export { editWords } from './edit-words'
export { showEdited } from './edited-controls'
export { EditedWords } from './edited-words'
export { pull } from './lines'
