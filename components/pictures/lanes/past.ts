// Of all that happened, what came before the last event of the still: a way along lanes and arrows.

import { cone } from '@/lib/sim/cause'
import { eventAt, type Film, lastEvent } from '@/lib/sim/film'
import type { NodeId } from '@/lib/sim/protocol'
import { between, type Point, path } from '../geometry'
import { clipped } from './arrows'
import type { Plot } from './plot'

/** Whether a spot is on the page, or at its edge. */
const isOn = ({ down, inside }: Plot, { x, y }: Point) => {
  const [at, least, most] = down ? [y, inside[1], inside[3]] : [x, inside[0], inside[2]]
  return at >= least - 1 && at <= most + 1
}

/** As a path; only of a protocol whose subject it is. */
export const pastOf = (film: Film, plot: Plot, shown: readonly NodeId[]) => {
  const { protocol, scenario, reel } = film
  if (!protocol.past) return undefined
  const spot = (index: number) => {
    const { at, node } = eventAt(film, index)
    const lane = shown.indexOf(node)
    return lane < 0 ? undefined : plot.point(at, lane)
  }
  const steps = [...cone(film, lastEvent(film, scenario.poster))].flatMap((event) =>
    [reel.before.data[event]!, reel.cause.data[event]!].map((parent) => {
      const [a, b] = [parent < 0 ? undefined : spot(parent), spot(event)]
      if (!a || !b) return ''
      const [first, last] = clipped(plot, a, b).map((part) => between(a, b, part)) as [Point, Point]
      return isOn(plot, first) && isOn(plot, last)
        ? path('M', first.x, first.y, 'L', last.x, last.y)
        : ''
    }),
  )
  return steps.join('')
}
