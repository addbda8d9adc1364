// A heart: its outline, the points it was computed at, and the handles that pull it.

import type { Outline, Place } from '@/lib/studies/drawn'
import { path } from '../geometry'
import { type Inks, pageInks } from '../inks'
import { sentence } from '../names'
import { type DataProps, dataPictureOf, type Shape } from '../picture'
import { sign } from '../sign'
import { DataSheet, sizeOf } from './sheet'

/** What is shown of the plane, whatever the dials say: a taller heart looks taller. */
const view = { top: 1.66, bottom: -1.4, side: 1.4 } as const

function planeOf(shape: Shape) {
  const { width, height } = sizeOf(shape)
  const edge = shape === 'thumb' ? 4 : 14
  const high = view.top - view.bottom
  const scale = Math.min((height - 2 * edge) / high, (width - 2 * edge) / (2 * view.side))
  const top = (height - high * scale) / 2
  return ([x, y]: Place): Place => [width / 2 + x * scale, top + (view.top - y) * scale]
}

const outline = (points: readonly Place[], at: (place: Place) => Place) =>
  `${points.map((point, i) => path(i ? 'L' : 'M', ...at(point))).join('')}Z`

const dot = ([x, y]: Place, r: number) =>
  path('M', x - r, y, 'a', r, r, '0 1 0', 2 * r, '0 a', r, r, '0 1 0', -2 * r, '0')

type Plane = (place: Place) => Place

const dashes = ['8 5', '2 4'] as const
const thin = (inks: Inks, i: number) => ({
  fill: 'none',
  stroke: inks.ink,
  strokeWidth: 1.5,
  strokeDasharray: dashes[i],
})

/** What the outline is held by: its points, and the handles that pull at them. */
function Hold({ data, inks, at }: { data: Outline; inks: Inks; at: Plane }) {
  const { handles, knots } = data
  const points = [...knots, ...handles.map(([a]) => a)]
  return (
    <g>
      <path
        d={handles.map(([a, b]) => path('M', ...at(a), 'L', ...at(b))).join('') || undefined}
        stroke={inks.soft}
        strokeWidth={1.5}
      />
      <path
        d={handles.map(([, b]) => dot(at(b), 4)).join('') || undefined}
        fill={inks.panel}
        stroke={inks.soft}
        strokeWidth={1.5}
      />
      <path d={points.map((k) => dot(at(k), 4)).join('') || undefined} fill={inks.ink} />
    </g>
  )
}

function draw({ data, inks, shape, live }: DataProps<Outline>, says: string) {
  const at = planeOf(shape)
  const { paths, others } = data
  const bold = shape === 'thumb' ? 2 : 3
  return (
    <DataSheet of={{ shape, ...(live && { live }) }} says={says}>
      {paths.map((points, i) => (
        <path
          key={i}
          d={outline(points, at)}
          fill={inks.purple}
          fillOpacity={0.14}
          stroke={inks.purple}
          strokeWidth={bold}
          strokeLinejoin="round"
        />
      ))}
      {shape !== 'thumb' &&
        others.map(({ says: way, path: points }, i) => (
          <path key={way} d={outline(points, at)} {...thin(inks, i)} />
        ))}
      {shape !== 'thumb' && <Hold data={data} inks={inks} at={at} />}
    </DataSheet>
  )
}

function describe(data: Outline, detail: 'short' | 'long'): string {
  if (detail === 'short') return data.says
  const others = data.others.map(({ says }) => says).join(' and ')
  const beside = `Beside it thin lines: the same ${others}`
  return [data.says, ...[...data.equation, beside].map(sentence)].join(' ')
}

function legend({ handles, knots, others }: Outline, inks = pageInks) {
  return [
    sign('the heart', <path d="M1 8H23" stroke={inks.purple} strokeWidth={3} />),
    ...others.map(({ says }, i) => sign(says, <path d="M1 8H23" {...thin(inks, i)} />)),
    ...(knots.length > 0 || handles.length > 0
      ? [sign('a point of it', <circle cx={12} cy={8} r={4} fill={inks.ink} />)]
      : []),
    ...(handles.length > 0
      ? [
          sign(
            'a handle',
            <path
              d="M1 8H15M15 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"
              fill="none"
              stroke={inks.soft}
              strokeWidth={1.5}
            />,
          ),
        ]
      : []),
  ]
}

export const heart = dataPictureOf<Outline>('heart', draw, { describe, legend })
