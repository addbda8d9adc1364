// Of all that happened, what came before the last event of the still: a way along lanes and arrows.

import { cone } from '@/lib/sim/cause'
import { eventAt, type Film, lastEvent } from '@/lib/sim/film'
import type { NodeId } from '@/lib/sim/protocol'
import { path } from '../geometry'
import type { Plot } from './plot'

/** As a path; only of a protocol whose subject it is. */
export const pastOf = (film: Film, { point }: Plot, shown: readonly NodeId[]) => {
  const { protocol, scenario, reel } = film
  if (!protocol.past) return undefined
  const spot = (index: number) => {
    const { at, node } = eventAt(film, index)
    const lane = shown.indexOf(node)
    return lane < 0 ? undefined : point(at, lane)
  }
  const steps = [...cone(film, lastEvent(film, scenario.poster))].flatMap((event) =>
    [reel.before.data[event]!, reel.cause.data[event]!].map((parent) => {
      const [a, b] = [parent < 0 ? undefined : spot(parent), spot(event)]
      return a && b ? path('M', a.x, a.y, 'L', b.x, b.y) : ''
    }),
  )
  return steps.join('')
}
