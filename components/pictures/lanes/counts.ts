// A count of all that moves: a line through the moments at which each noted its part. What was sent
// before it and comes after it was on its way.

import { type Film, factsAt, stateAfter } from '@/lib/sim/film'
import type { Millis, NodeId } from '@/lib/sim/protocol'
import type { Point, Segment } from '../geometry'
import type { Plot } from './plot'

export type Count = {
  /** From lane to lane. */
  readonly line: readonly Segment[]
  /** What it comes to, and when the last has noted its part. */
  readonly says: string
  readonly at: Millis
}

/** Which event of each node noted its part of the nth count. */
const notedIn = (film: Film, nth: number): readonly number[] => {
  const { noted } = film.protocol
  const events = film.names.map(() => -1)
  for (let i = 0; i < film.length; i++) {
    const [node, state] = [film.reel.node.data[i]! - 1, stateAfter(film, i)]
    if (state !== undefined && events[node] === -1 && noted!.nth(state) === nth) events[node] = i
  }
  return events
}

/** Those of a page in which everybody is, on the lanes that are shown. */
export function countsOf(film: Film, plot: Plot, shown: readonly NodeId[]): Count[] {
  const { noted } = film.protocol
  const counts: Count[] = []
  for (let nth = 1; noted; nth++) {
    const events = notedIn(film, nth)
    if (events.includes(-1)) break
    const ats = shown.map((id) => film.reel.at.data[events[id - 1]!]!)
    const next = notedIn(film, nth + 1).filter((event) => event >= 0)
    const end = next.length ? film.reel.at.data[Math.min(...next)]! - 1e-6 : film.until
    const spots: readonly Point[] = ats.map((at, lane) => plot.point(at, lane))
    const line = spots.slice(1).map((spot, i): Segment => [spots[i]!, spot])
    const seen = ats.some((at) => at >= plot.page.from && at <= plot.page.to)
    if (seen) counts.push({ line, says: noted.says(factsAt(film, end)), at: Math.max(...ats) })
  }
  return counts
}
