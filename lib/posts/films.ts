// Films of scenarios, shot once in a process however many editions of a post show them.

import { type Film, shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { protocolOf } from './figures'

const films = new Map<string, Promise<Film>>()
/** A film of a day can be large; the oldest goes first. */
const kept = 60

/** The film of a valid scenario; the same object for equal scenarios. */
export const filmOf = (scenario: AnyScenario): Promise<Film> => {
  const key = JSON.stringify(scenario)
  const known = films.get(key)
  if (known) return known
  const film = protocolOf(scenario).then((protocol) => shoot(protocol, scenario))
  films.set(key, film)
  if (films.size > kept) films.delete(films.keys().next().value!)
  return film
}
