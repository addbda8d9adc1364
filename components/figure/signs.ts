// The signs of a film's pictures: what each shape in them says, whatever moment is shown.

import type { Inks } from '@/components/pictures/inks'
import type { Picture, Sign } from '@/components/pictures/picture'
import { merged } from '@/components/pictures/sign'
import type { Film } from '@/lib/sim/film'
import { sceneOf } from './scene'

const looks = 12

/** What shapes in a film's pictures say, as a legend lists it, in order of first appearance. */
export function signsOf(films: readonly Film[], pictures: readonly Picture[], inks: Inks): Sign[] {
  const found: Sign[] = []
  for (const film of films) {
    const { told } = sceneOf(film)
    const every = Math.max(1, Math.ceil(told.length / looks))
    const moments = told.filter((_, i) => i % every === 0).map(({ at }) => at)
    for (const at of [film.scenario.poster, ...moments, film.until])
      for (const picture of pictures) found.push(...picture.legend(film, at, inks))
  }
  return merged(found)
}
