// What stands in a chart: lines, bands, dots against them, heaps of runs, rules and zones.

import type { Hue, Layer } from '@/lib/studies/drawn'
import { type Point, path, simplified, tenth } from '../geometry'
import type { Inks } from '../inks'
import { textWidth } from '../lettering'
import { letters } from '../letters'
import type { Plane } from './axes'
import { heapOf } from './heap'

const hues = ['ink', 'orange', 'green', 'purple', 'sky'] as const
export const inkOf = (inks: Inks, hue: Hue) => inks[hues[hue]]

/** A dot's shape says its hue again: circle, square, diamond, triangle. */
export const dotPath = ({ x, y }: Point, hue: Hue, r: number): string => {
  if (hue === 2) return path('M', x - r, y - r, 'h', 2 * r, 'v', 2 * r, 'h', -2 * r, 'Z')
  const wide = r * 1.3
  if (hue === 3)
    return path('M', x, y - wide, 'l', wide, wide, 'l', -wide, wide, 'l', -wide, -wide, 'Z')
  if (hue === 4) return path('M', x, y - wide, 'l', wide, 2 * r, 'h', -2 * wide, 'Z')
  return path('M', x - r, y, 'a', r, r, '0 1 0', 2 * r, '0 a', r, r, '0 1 0', -2 * r, '0')
}

const polyline = (points: readonly Point[]) =>
  simplified(points, 0.2)
    .map(({ x, y }, i) => path(i === 0 ? 'M' : 'L', x, y))
    .join('')

type Props<L> = { layer: L; plane: Plane; inks: Inks; id: string }
type Of<K extends Layer['is']> = Props<Extract<Layer, { is: K }>>

const spot = ({ x, y }: Plane, [across, up]: readonly [number, number]): Point => ({
  x: x.place(across),
  y: y.place(up),
})

const Line = ({ layer, plane, inks }: Of<'line'>) => (
  <path
    d={polyline(layer.points.map((point) => spot(plane, point)))}
    fill="none"
    stroke={inkOf(inks, layer.hue)}
    strokeWidth={2.5}
    strokeLinejoin="round"
    strokeDasharray={layer.dashed ? '7 5' : undefined}
  />
)

function Band({ layer, plane, inks }: Of<'band'>) {
  const upper = layer.points.map(([x, , most]) => spot(plane, [x, most]))
  const lower = layer.points.map(([x, least]) => spot(plane, [x, least])).reverse()
  return (
    <path
      d={`${polyline(upper)}${polyline(lower).replace('M', 'L')}Z`}
      fill={inkOf(inks, layer.hue)}
      fillOpacity={0.22}
    />
  )
}

function Dots({ layer, plane, inks }: Of<'dots'>) {
  const { points, reach = [], names = [], hue } = layer
  const spots = points.map((point) => spot(plane, point))
  const whiskers = reach.map(([least, most], i) => {
    const x = spots[i]!.x
    return path('M', x, plane.y.place(least), 'V', plane.y.place(most))
  })
  return (
    <g>
      <path d={whiskers.join('') || undefined} stroke={inkOf(inks, hue)} strokeWidth={1.5} />
      <path
        d={spots.map((one) => dotPath(one, hue, plane.thumb ? 3 : 4.5)).join('')}
        fill={inkOf(inks, hue)}
        stroke={inks.panel}
        strokeWidth={1}
      />
      {!plane.thumb &&
        names.map((name, i) =>
          letters(spots[i]!.x, spots[i]!.y - 10, name, inks.ink, { anchor: 'middle', key: i }),
        )}
    </g>
  )
}

/** Every run is a dot: one stroke without length, so that a thousand of them are one path. */
function Heap({ layer, plane, inks }: Of<'heap'>) {
  const { dots, size } = heapOf(layer, plane)
  return (
    <path
      d={dots.map(({ x, y }) => `M${tenth(x)} ${tenth(y)}h0`).join('') || undefined}
      stroke={inkOf(inks, layer.hue)}
      strokeWidth={tenth(size * 0.84)}
      strokeLinecap={size > 3 ? 'round' : 'square'}
    />
  )
}

export const ruleDashes = '2 4'

/** The words of an upright one stand over the plot, if there is room; the other's in the legend. */
function Rule({ layer, plane, inks }: Of<'rule'>) {
  const [left, top, right, bottom] = plane.inside
  const { size, head } = plane
  const upright = layer.x !== undefined
  const at = upright ? plane.x.place(layer.x!) : plane.y.place(layer.y ?? 0)
  const width = textWidth(layer.says, size) + 8
  const onRight = at + width > right
  const over = (onRight ? at - width : at) > head[1]
  const d = upright
    ? path('M', at, over ? top - size : top, 'V', bottom)
    : path('M', left, at, 'H', right)
  return (
    <g>
      <path d={d} stroke={inkOf(inks, layer.hue)} strokeWidth={1.5} strokeDasharray={ruleDashes} />
      {!plane.thumb &&
        upright &&
        letters(
          at + (onRight ? -6 : 6),
          over ? top - size * 0.5 : top + size,
          layer.says,
          inks.ink,
          { anchor: onRight ? 'end' : 'start' },
        )}
    </g>
  )
}

function Zone({ layer, plane, inks, id }: Of<'zone'>) {
  const [, top, , bottom] = plane.inside
  const [from, to] = [plane.x.place(layer.from), plane.x.place(layer.to)]
  return (
    <g>
      <pattern id={`${id}-zone`} width="9" height="9" patternUnits="userSpaceOnUse">
        <path d="M0 9L9 0" stroke={inks.grey} strokeWidth="1" />
      </pattern>
      <rect
        x={tenth(from)}
        y={tenth(top)}
        width={tenth(to - from)}
        height={tenth(bottom - top)}
        fill={`url(#${id}-zone)`}
      />
    </g>
  )
}

/** One layer of a chart. */
export function LayerMark(props: Props<Layer>) {
  const { is } = props.layer
  if (is === 'line') return <Line {...(props as Of<'line'>)} />
  if (is === 'band') return <Band {...(props as Of<'band'>)} />
  if (is === 'dots') return <Dots {...(props as Of<'dots'>)} />
  if (is === 'heap') return <Heap {...(props as Of<'heap'>)} />
  if (is === 'rule') return <Rule {...(props as Of<'rule'>)} />
  return <Zone {...(props as Of<'zone'>)} />
}
