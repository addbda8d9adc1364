// What is printed of a figure, whichever kind it is: its drawing in the inks of print, its signs.

import { createElement } from 'react'
import type { Printed } from '@/components/editions/print'
import { picturesOf } from '@/components/figure/develop'
import { draw, placesOf } from '@/components/figure/panels'
import { developStudy } from '@/components/figure/study'
import { developSurvey } from '@/components/figure/survey-page'
import { pictures as gallery } from '@/components/pictures'
import type { AnyDataPicture } from '@/components/pictures/data'
import { printInks as inks } from '@/components/pictures/inks'
import type { Picture } from '@/components/pictures/picture'
import { merged } from '@/components/pictures/sign'
import { filmOf, isScenario, isSurvey, type Shown, sumUp } from '@/lib/posts'
import type { Film } from '@/lib/sim/film'
import { type AnyScenario, opponent } from '@/lib/sim/scenario'
import type { Drawn, DrawnName } from '@/lib/studies/drawn'

type Named = { readonly id: string; readonly title: string }

/** A run at its poster; beside it the one that it is held against. */
async function printedRun(id: string, of: AnyScenario): Promise<Printed> {
  const film = await filmOf(of)
  const second = opponent(of)
  const films = second ? [film, await filmOf(second)] : [film]
  const picture = await gallery[picturesOf(film.protocol, of)[0]!]!()
  const at = of.poster
  return {
    id,
    title: of.title ?? film.protocol.says,
    drawings: placesOf(films, [picture]).map((place, i) => ({
      label: place.label,
      drawing: draw(place, i, 'wide', { id, at, inks }),
    })),
    signs: signsAt(films, picture, at),
    says: picture.describe(film, at, 'short', films),
    at,
  }
}

/** What the shapes say in these films at that moment. */
const signsAt = (films: readonly Film[], picture: Picture, at: number) =>
  merged(films.flatMap((film) => picture.legend(film, at, inks, films)))

const printedData = (
  { id, title }: Named,
  picture: AnyDataPicture,
  data: Drawn[DrawnName],
): Printed => ({
  id,
  title,
  drawings: [
    {
      label: '',
      drawing: createElement(picture.Draw, { data, inks, id: `${id}-0`, shape: 'wide' }),
    },
  ],
  signs: picture.legend(data, inks),
  says: picture.describe(data, 'short'),
})

export async function printedOf({ id, of }: Shown): Promise<Printed> {
  if (isScenario(of)) return printedRun(id, of)
  if (isSurvey(of)) {
    const developed = await developSurvey(of)
    const title = of.title ?? of.of.title ?? developed.protocol.says
    return printedData({ id, title }, developed.picture, developed.chart(await sumUp(of)))
  }
  const { study, picture, data } = await developStudy(of)
  return printedData({ id, title: of.title ?? study.says }, picture, data)
}
