// A chart of data without time: curves, dots against them, heaps of runs; a dot can be found again.

import type { Chart, Layer } from '@/lib/studies/drawn'
import { distance, type Point, tenth } from '../geometry'
import { pageInks } from '../inks'
import { counted, sentence } from '../names'
import { dataPictureOf, type Shape } from '../picture'
import { sign } from '../sign'
import { Axes, type Plane, planeOf } from './axes'
import { heapOf } from './heap'
import { dotPath, inkOf, LayerMark, ruleDashes } from './layers'
import { wordOf } from './scale'
import { DataSheet } from './sheet'

/** Every dot that stands for a run, in the order in which dots are numbered. */
export function runsIn({
  layers,
}: Chart): readonly { readonly seed: number; readonly x: number }[] {
  return layers.flatMap((layer) => {
    if (layer.is === 'heap')
      return layer.bins.flatMap(({ from, to, seeds }) =>
        seeds.map((seed) => ({ seed, x: (from + to) / 2 })),
      )
    if (layer.is !== 'dots' || !layer.seeds) return []
    return layer.points.map(([x], i) => ({ seed: layer.seeds![i]!, x }))
  })
}

/** The same dots, where they are drawn. */
function dotsOf(layers: readonly Layer[], plane: Plane): readonly Point[] {
  return layers.flatMap((layer): readonly Point[] => {
    if (layer.is === 'heap') return heapOf(layer, plane).dots
    if (layer.is !== 'dots' || !layer.seeds) return []
    return layer.points.map(([x, y]) => ({ x: plane.x.place(x), y: plane.y.place(y) }))
  })
}

/** A finger is no finer than this. */
const reach = 24

function find({ layers, across, up }: Chart, shape: Shape, x: number, y: number) {
  let best: { i: number; far: number } | undefined
  for (const [i, dot] of dotsOf(layers, planeOf(across, up, shape)).entries()) {
    const far = distance(dot, { x, y })
    if (far <= reach && far < (best?.far ?? Infinity)) best = { i, far }
  }
  return best?.i
}

const range = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const

/** "a line from 1 % at 1 to 86.6 % at 200". */
function layerWords(layer: Layer, { across, up }: Chart): string {
  const at = ([x, y]: readonly [number, number]) => `${wordOf(up, y)} at ${wordOf(across, x)}`
  switch (layer.is) {
    case 'line':
    case 'dots':
      return `${layer.says}: from ${at(layer.points[0]!)} to ${at(layer.points.at(-1)!)}`
    case 'band': {
      const [x, least, most] = layer.points.at(-1)!
      const between = `between ${wordOf(up, least)} and ${wordOf(up, most)}`
      return `${layer.says}: at ${wordOf(across, x)} ${between}`
    }
    case 'heap': {
      const full = layer.bins.filter(({ seeds }) => seeds.length > 0)
      const [least, most] = range(full.flatMap(({ from, to }) => [from, to]))
      const runs = full.reduce((sum, { seeds }) => sum + seeds.length, 0)
      return `${counted(runs, 'run')} between ${wordOf(across, least)} and ${wordOf(across, most)}`
    }
    case 'rule':
      return `${layer.says}${layer.y === undefined ? '' : `: ${wordOf(up, layer.y)}`}`
    case 'zone':
      return `${layer.says} from ${wordOf(across, layer.from)} on`
  }
}

function describe(chart: Chart, detail: 'short' | 'long'): string {
  if (detail === 'short') return chart.says
  const plot = `${chart.up.says}, over ${chart.across.says}`
  const layers = chart.layers
    .filter(({ is }, i) => is !== 'dots' || chart.layers[i - 1]?.says !== chart.layers[i]!.says)
    .map((layer) => layerWords(layer, chart))
  return [chart.says, ...[plot, ...layers].map(sentence)].join(' ')
}

/** An upright rule has its words beside it; one that lies would have them over other lines. */
const isSigned = (layer: Layer) => layer.is !== 'rule' || layer.y !== undefined

/** A line and its dots of one name are one sign. */
function legend({ layers }: Chart, inks = pageInks) {
  const names = [...new Set(layers.filter(isSigned).map(({ says }) => says))]
  return names.map((name) => {
    const marks = layers
      .filter(({ says }) => says === name)
      .map((layer, i) => {
        const ink = inkOf(inks, layer.hue)
        if (layer.is === 'line')
          return (
            <path
              key={i}
              d="M1 8H23"
              stroke={ink}
              strokeWidth={2.5}
              strokeDasharray={layer.dashed ? '6 4' : undefined}
            />
          )
        if (layer.is === 'band')
          return <path key={i} d="M1 3H23V13H1Z" fill={ink} fillOpacity={0.3} />
        if (layer.is === 'rule')
          return (
            <path key={i} d="M1 8H23" stroke={ink} strokeWidth={1.5} strokeDasharray={ruleDashes} />
          )
        if (layer.is === 'zone')
          return <path key={i} d="M2 14L12 2M8 14L18 2M14 14L22 4" stroke={inks.grey} />
        const whisker = layer.is === 'dots' && layer.reach
        return (
          <g key={i}>
            {whisker && <path d="M12 0V16" stroke={ink} strokeWidth={1.5} />}
            <path
              d={dotPath({ x: 12, y: 8 }, layer.is === 'heap' ? 1 : layer.hue, whisker ? 3.5 : 4.5)}
              fill={ink}
            />
          </g>
        )
      })
    return sign(name, <g>{marks}</g>)
  })
}

export const chart = dataPictureOf<Chart>(
  'chart',
  ({ data, inks, id, shape, marked, live }, says) => {
    const { across, up, layers } = data
    const plane = planeOf(across, up, shape)
    const run = marked === undefined ? undefined : dotsOf(layers, plane)[marked]
    return (
      <DataSheet of={{ shape, ...(live && { live }) }} says={says}>
        <Axes plane={plane} across={across} up={up} inks={inks} />
        {layers.map((layer, i) => (
          <LayerMark key={i} layer={layer} plane={plane} inks={inks} id={`${id}-${i}`} />
        ))}
        {run && (
          <circle
            cx={tenth(run.x)}
            cy={tenth(run.y)}
            r={7}
            fill="none"
            stroke={inks.accent}
            strokeWidth={2.5}
          />
        )}
      </DataSheet>
    )
  },
  { describe, legend, find },
)
