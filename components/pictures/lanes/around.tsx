// What stands around a page of lanes: its frame, their names, what is pointed at, the playhead.

import type { ReactNode } from 'react'
import type { NodeId } from '@/lib/sim/protocol'
import { Frame } from '../frame'
import { path } from '../geometry'
import type { Inks } from '../inks'
import { fitting, textWidth } from '../lettering'
import { letters } from '../letters'
import type { PictureProps, Standing } from '../picture'
import { Playhead } from '../playhead'
import type { Axis } from '../time-plot'
import { type Plane, planeOf } from './plane'

/** Names before their lanes, or above them in two rows where one is too crowded: to be touched. */
type NamesProps = { plot: Plane; shown: readonly NodeId[]; all: readonly string[]; inks: Inks }

function Names({ plot, shown, all, inks }: NamesProps) {
  const { size, gap, inside, lanes, down } = plot
  const names = shown.map((id) => all[id - 1]!)
  const rows = down && names.some((name) => textWidth(name, size) > gap - 4)
  return names.map((name, k) => {
    const at = lanes[k]!
    const text = fitting(name, size, down ? gap * (rows ? 1.9 : 1) : 150)
    const [x, y] = down ? [at, rows && k % 2 === 0 ? 16 : 32] : [inside[0] - 12, at + size * 0.34]
    // In whole units, of which a page says less.
    const [wide = 0, tall = 0, left = 0, top = 0] = (
      down
        ? [gap, inside[1], at - gap / 2, 0]
        : [inside[0] - 8, Math.min(gap, 56), 0, at - Math.min(gap, 56) / 2]
    ).map(Math.round)
    return (
      <g key={name} data-node={shown[k]}>
        <path d={path('M', left, top, 'h', wide, 'v', tall, 'h', -wide, 'Z')} fill="transparent" />
        {letters(Math.round(x), Math.round(y), text, inks.ink, {
          anchor: down ? 'middle' : 'end',
          as: 'name',
        })}
      </g>
    )
  })
}

type Props = {
  readonly of: PictureProps
  readonly says: string | undefined
  readonly plot: Plane
  readonly shown: readonly NodeId[]
  readonly axis: Pick<Axis, 'unit' | 'step'>
  /** As `transform` has it: where the event stands that is pointed at. */
  readonly spot: string | undefined
  /** The page. */
  readonly children: ReactNode
}

/** Of what is in it only the page is changed when it turns: names that have focus keep it. */
export const Around = ({ of, says, plot, shown, axis, spot, children }: Props): ReactNode => (
  <Frame of={of} box={plot} says={says}>
    {!plot.thumb && <Names plot={plot} shown={shown} all={of.film.names} inks={of.inks} />}
    <Playhead plot={plot} axis={axis} at={of.at} inks={of.inks} held={of.held}>
      {children}
      <circle
        transform={spot}
        r={spot ? 12 : 0}
        fill="none"
        stroke={of.inks.accent}
        strokeWidth={2.5}
      />
    </Playhead>
  </Frame>
)

/** A page that stays as the server drew it: hydration does not look inside. */
const page = <g key="kept" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />

/** Where the bead of an event was drawn. */
const spotOf = (id: string, event: number) =>
  document.getElementById(id)?.querySelector(`[data-event="${event}"]`)?.getAttribute('transform')

/** Lanes of which only the playhead moves; what is pointed at is found among what was drawn. */
export function keptLanes(of: PictureProps, standing: Standing): ReactNode {
  const { from, to } = standing
  const shown = standing.shown ?? of.film.names.map((_, i) => i + 1)
  const spot = (of.marked !== undefined && spotOf(of.id, of.marked)) || undefined
  const names = shown.map((id) => of.film.names[id - 1]!)
  const plot = planeOf(of.shape, names, { from, to })
  const says = of.live && 'lanes'
  return <Around {...{ of, says, plot, shown, axis: standing, spot }}>{page}</Around>
}
