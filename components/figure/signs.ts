// The signs of a film's pictures: what each shape in them says, whatever moment is shown.

import type { Inks } from '@/components/pictures/inks'
import type { Picture, Sign } from '@/components/pictures/picture'
import { merged } from '@/components/pictures/sign'
import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { sceneOf } from './scene'

const looks = 40

/**
 * What shapes in a film's pictures say, as a legend lists it: first what the first picture of the
 * still has, then what stands beside it, then what a reader meets later.
 */
export function signsOf(films: readonly Film[], pictures: readonly Picture[], inks: Inks): Sign[] {
  const at = (film: Film, moment: Millis) =>
    pictures.map((picture) => picture.legend(film, Math.min(moment, film.until), inks, films))
  const [first = [], ...beside] = films.flatMap((film) => at(film, film.scenario.poster))
  const later = films.flatMap((film) => momentsOf(film).flatMap((moment) => at(film, moment)))
  const known = new Set<string>()
  const tier = (signs: readonly Sign[], when?: Sign['when']) => {
    const fresh = signs.filter(({ says }) => !known.has(says))
    for (const { says } of fresh) known.add(says)
    return merged(fresh).map((sign) => ({ ...sign, ...(when && { when }) }))
  }
  return [...tier(first), ...tier(beside.flat(), 'second'), ...tier(later.flat(), 'later')]
}

/** At which something is told, of very many a few; and the end. */
function momentsOf(film: Film): Millis[] {
  const { told } = sceneOf(film)
  const every = Math.max(1, Math.ceil(told.length / looks))
  return [...told.filter((_, i) => i % every === 0).map(({ at }) => at), film.until]
}
