// What came before the last event of the still: a way along lanes and arrows; and what did not.

import { cone } from '@/lib/sim/cause'
import { eventAt, type Film, lastEvent } from '@/lib/sim/film'
import type { Millis, NodeId } from '@/lib/sim/protocol'
import { between, type Point, path } from '../geometry'
import { clipped } from './arrows'
import type { Plot } from './plot'

/** Whether a spot is on the page, or at its edge. */
const isOn = ({ down, inside }: Plot, { x, y }: Point) => {
  const [at, least, most] = down ? [y, inside[1], inside[3]] : [x, inside[0], inside[2]]
  return at >= least - 1 && at <= most + 1
}

export type Past = {
  /** All that came before, as a path. */
  readonly way: string
  /** Where the event itself stands. */
  readonly of: Point | undefined
  /** Of each lane, the last event that is neither before nor after. */
  readonly apart: readonly { readonly lane: number; readonly at: Millis }[]
  readonly isApart: (event: number) => boolean
}

/** What is said of an event that is neither: in the drawing, and where there is room. */
export const apartWord = 'neither'
export const apartWords = 'neither before nor after'

/** Only of a protocol whose subject it is. */
export const pastOf = (film: Film, plot: Plot, shown: readonly NodeId[]): Past | undefined => {
  const { protocol, scenario, reel } = film
  if (!protocol.past) return undefined
  const last = lastEvent(film, scenario.poster)
  const before = cone(film, last)
  const isApart = (event: number) =>
    event < last && !before.has(event) && eventAt(film, event).kind !== 'start'
  const spot = (index: number) => {
    const { at, node } = eventAt(film, index)
    const lane = shown.indexOf(node)
    return lane < 0 ? undefined : plot.point(at, lane)
  }
  const steps = [...before].flatMap((event) =>
    [reel.before.data[event]!, reel.cause.data[event]!].map((parent) => {
      const [a, b] = [parent < 0 ? undefined : spot(parent), spot(event)]
      if (!a || !b) return ''
      const [first, last] = clipped(plot, a, b).map((part) => between(a, b, part)) as [Point, Point]
      return isOn(plot, first) && isOn(plot, last)
        ? path('M', first.x, first.y, 'L', last.x, last.y)
        : ''
    }),
  )
  const outside = Array.from({ length: last }, (_, event) => event).filter(isApart)
  const apart = shown.flatMap((node, lane) => {
    const event = outside.findLast((one) => eventAt(film, one).node === node)
    return event === undefined ? [] : [{ lane, at: eventAt(film, event).at }]
  })
  return { way: steps.join(''), of: spot(last), apart, isApart }
}
