// Which stretch of a film the lanes show: all of it, or a page around the moment.

import { eventAt, type Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { routineMessage } from './routine'

export type Page = {
  readonly from: Millis
  readonly to: Millis
  /** It is the page of every moment from here on, and before there. */
  readonly holds: readonly [since: Millis, until: Millis]
}
type Pace = {
  readonly length: number
  readonly begin: Millis
  readonly flight: Millis
  readonly rate: number
  readonly notable: number
}

/** Finer than any screen, and short in the page, which keeps what it shows. */
export const thousandth = (n: number) => Math.round(n * 1000) / 1000

const known = new WeakMap<object, Pace>()

/** When the first thing happens, how long a message takes, how many a ms that are not routine. */
const paceOf = (film: Film): Pace => {
  const before = known.get(film.reel)
  if (before?.length === film.length) return before
  const { sent, due, bodies } = film.reel.messages
  let [flights, notable] = [0, 0]
  for (let id = 0; id < bodies.length; id++) {
    flights += due.data[id]! - sent.data[id]!
    if (!routineMessage(film, id)) notable++
  }
  const flight = flights / (bodies.length || 1)
  let first = 0
  while (first < film.length && eventAt(film, first).kind === 'start') first++
  const at = first < film.length ? film.reel.at.data[first]! : 0
  const quiet = at > film.until * 0.1 && !(sent.data[0]! <= 0)
  const begin = quiet ? Math.max(0, thousandth(at - 3.5 * flight)) : 0
  const rate = notable / (film.until - begin || 1)
  const pace = { length: film.length, begin, flight, rate, notable }
  known.set(film.reel, pace)
  return pace
}

/** A page holds about so many messages at least, unless they would be too steep to read. */
const few = 6
/** And at most, for each flight that has room, unless not even two flights would be seen. */
const most = 3.2

/**
 * The page that holds a moment. Pages overlap by half, so a moment is never near an edge but at
 * the film's own. `room` is how many flights fit beside each other on the time axis.
 */
export const pageOf = (film: Film, at: Millis, room: number): Page => {
  const { begin, flight, rate, notable } = paceOf(film)
  const whole = film.until - begin
  const many = Math.max(2 * flight, (most * room) / (rate || 1e-9))
  const least = Math.min(few / (rate || 1e-9), 4 * room * flight)
  const length = Math.min(many, Math.max(room * flight, least))
  const simple = notable <= room * 1.5 && whole <= 5 * room * flight
  if (simple || whole <= 1.3 * length || flight === 0)
    return { from: begin, to: film.until, holds: [0, film.until] }
  const last = Math.ceil((2 * (whole - length)) / length)
  const nth = Math.min(last, Math.max(0, Math.floor((2 * (at - begin)) / length - 0.5)))
  const from = thousandth(Math.min(begin + (nth * length) / 2, film.until - length))
  const edge = (n: number) => begin + ((n + 0.5) * length) / 2
  const holds = [nth === 0 ? 0 : edge(nth), nth === last ? film.until : edge(nth + 1)] as const
  return { from, to: thousandth(from + length), holds }
}
