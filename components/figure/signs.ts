// The signs of a film's pictures: what each shape in them says, whatever moment is shown.

import type { Inks } from '@/components/pictures/inks'
import { glyphWords } from '@/components/pictures/names'
import type { Picture, Sign } from '@/components/pictures/picture'
import { looksAlike, merged } from '@/components/pictures/sign'
import { type Film, glyphOf, messagesOf } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { sceneOf } from './scene'

const looks = 40

/**
 * What shapes in a film's pictures say, as a legend lists it: first what the first picture of the
 * still has, then what stands beside it, then what a reader meets later.
 */
export function signsOf(films: readonly Film[], pictures: readonly Picture[], inks: Inks): Sign[] {
  const firsts = pictures.map(() => new Map<string, Sign>())
  const at = (film: Film, moment: Millis) =>
    pictures.map((picture, i) => {
      const signs = picture.legend(film, Math.min(moment, film.until), inks, films)
      for (const one of signs) if (!firsts[i]!.has(one.says)) firsts[i]!.set(one.says, one)
      return signs
    })
  const [first = [], ...beside] = films.flatMap((film) => at(film, film.scenario.poster))
  const later = films.flatMap((film) => momentsOf(film).flatMap((moment) => at(film, moment)))
  const known = new Set<string>()
  const sent = new Set(films.flatMap((film) => [...flightsOf(film).keys()]))
  /** A message may be drawn in another way in another picture: it is listed once, with both. */
  const whole = (sign: Sign): Sign => {
    const all = sent.has(sign.says) ? firsts.flatMap((signs) => signs.get(sign.says) ?? []) : []
    return { ...sign, also: all.filter((one) => !looksAlike(one, sign)).map(({ mark }) => mark) }
  }
  const tier = (signs: readonly Sign[], when?: Sign['when']) => {
    const fresh = signs.filter(({ says }) => !known.has(says))
    for (const { says } of fresh) known.add(says)
    return merged(fresh.map(whole)).map((sign) => ({ ...sign, ...(when && { when }) }))
  }
  return [...tier(first), ...tier(beside.flat(), 'second'), ...tier(later.flat(), 'later')]
}

/** At which something is told, of very many a few; what is on its way in between; and the end. */
function momentsOf(film: Film): Millis[] {
  const { told } = sceneOf(film)
  const every = Math.max(1, Math.ceil(told.length / looks))
  const some = told.filter((_, i) => i % every === 0).map(({ at }) => at)
  return [...some, ...flightsOf(film).values(), film.until]
}

/** What each message that arrives says, and half way of the first that says so. */
function flightsOf(film: Film): ReadonlyMap<string, Millis> {
  const halves = new Map<string, Millis>()
  for (const message of messagesOf(film)) {
    const words = glyphWords(glyphOf(film, message))
    if (message.fate === 'arrived' && !halves.has(words))
      halves.set(words, (message.sent + message.until) / 2)
  }
  return halves
}
