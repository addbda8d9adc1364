// Over lines that run through time: where they are apart from those of another run, and the moment
// from which they may be.

import type { Millis } from '@/lib/sim/protocol'
import { type Point, path } from '../geometry'
import type { Inks } from '../inks'
import type { TimePlot } from '../time-plot'
import { Parting, pennant, Rhombi, rhombus } from './shapes'

/** A place of a line at which it is apart from the other run's. */
export type Spot = Point & { readonly at: Millis }

type Props = {
  readonly plot: TimePlot
  readonly spots: readonly Spot[]
  readonly at: Millis
  /** When the runs part. */
  readonly parted: Millis
  readonly inks: Inks
}

/** What is still to come is faint. */
export function Courses({ plot, spots, at, parted, inks }: Props) {
  const { inside, along, thumb } = plot
  const around = (past: boolean) =>
    spots.flatMap((spot) =>
      spot.at <= at === past ? [rhombus(spot.x, spot.y, thumb ? 4 : 7)] : [],
    )
  const [, top, , bottom] = inside
  return (
    <>
      <Rhombi d={around(true).join('')} faint={around(false).join('')} inks={inks} />
      <Parting
        d={`${path('M', along(parted), top - 6, 'V', bottom)} ${pennant(along(parted), bottom)}`}
        inks={inks}
      />
    </>
  )
}

const looks = 16

/** The moments at which lines are looked at: evenly over the whole film, and the present. */
export const looksOf = (until: Millis, at: Millis): readonly Millis[] =>
  [...new Set([...Array.from({ length: looks + 1 }, (_, i) => (until * i) / looks), at])].sort(
    (a, b) => a - b,
  )
