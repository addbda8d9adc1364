// What a page of lanes says of itself, so that a player can keep it as it was drawn.

import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import type { Shape, Standing } from '../picture'
import { layoutOf } from './layout'
import { thousandth } from './page'

export function standing(film: Film, at: Millis, shape: Shape): Standing {
  const { plot, axis, shown } = layoutOf(film, at, shape)
  const { from, to, holds } = plot.page
  const some = shown.length < film.names.length && { shown }
  const [since, until] = holds.map(thousandth) as [Millis, Millis]
  return { from, to, holds: [since, until], unit: axis.unit, step: axis.step, ...some }
}
