// Two Merkle trees compared: a row for each level, and what differs marked down to the leaves.
// What it shows is the fact `trees`: the hashes of each copy, level by level from the root.

import { type Film, factsAt } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { Frame } from '../frame'
import { type Point, path } from '../geometry'
import { type Inks, pageInks } from '../inks'
import { textWidth } from '../lettering'
import { letters } from '../letters'
import { counted, listed, sentence } from '../names'
import { type Hand, pictureOf, type Wording } from '../picture'
import { sign } from '../sign'

type Levels = readonly (readonly string[])[]
export type TreesFact = {
  readonly names: readonly [string, string]
  readonly levels: readonly [Levels, Levels]
  /** What the leaves are called, from left to right. */
  readonly leaves?: readonly string[]
}
export const treesAt = (film: Film, at: Millis): TreesFact =>
  (factsAt(film, at).trees as unknown as TreesFact | undefined) ?? {
    names: ['', ''],
    levels: [[], []],
  }

export const frames = {
  wide: { width: 720, height: 480, size: 15, digits: 4, top: 44, gap: 20 },
  tall: { width: 320, height: 360, size: 16, digits: 3, top: 26, gap: 12 },
  thumb: { width: 220, height: 140, size: 13, digits: 0, top: 8, gap: 12 },
} as const
type Box = (typeof frames)[keyof typeof frames]

const isDown = (frame: Box) => frame === frames.tall

/** Two trees beside each other; below each other on a phone. */
export const spotOf = (frame: Box, { levels }: TreesFact, copy: number) => {
  const { width, height, top, gap } = frame
  const down = isDown(frame)
  const [w, h] = down ? [width, height / 2] : [width / 2, height]
  const [left, above] = down ? [0, copy * h] : [copy * w, 0]
  const depth = Math.max(...levels.map((tree) => tree.length), 1)
  return (level: number, i: number): Point => ({
    x: left + gap / 2 + ((i + 0.5) / levels[copy]![level]!.length) * (w - gap),
    y: above + top + ((level + 0.5) / depth) * (h - top - gap / 2),
  })
}

const differs = ({ levels: [a, b] }: TreesFact, level: number, i: number) =>
  a[level]?.[i] !== b[level]?.[i]

type TreeProps = { trees: TreesFact; copy: number; frame: Box; inks: Inks }

/** What stands in a cell: the leaf's name, or the head of the hash, if there is room. */
const cellWords = ({ trees, copy, frame }: TreeProps, level: number, i: number, room: number) => {
  const levels = trees.levels[copy]!
  const leaf = level === levels.length - 1 ? trees.leaves?.[i] : undefined
  const fits = (text: string | undefined) => text && textWidth(text, frame.size) < room - 4
  // As many digits in all cells of a row, and none on an edge.
  const digits = fits('0'.repeat(frame.digits)) ? frame.digits : 3
  const hash = levels[level]![i]!.slice(0, digits)
  const texts = frame === frames.thumb ? [] : [leaf, hash || '–']
  return texts.find(fits) ?? ''
}

const cellOf = (props: TreeProps, { x, y }: Point, level: number, i: number) => {
  const { trees, copy, frame, inks } = props
  const other = differs(trees, level, i)
  const whole = frame.width / (isDown(frame) ? 1 : 2) - frame.gap
  const room = whole / trees.levels[copy]![level]!.length - 6
  const half = Math.min(room / 2, frame.size * 1.8)
  const tall = frame === frames.thumb ? 5 : frame.size * 0.8
  return (
    <g key={`${level} ${i}`}>
      <path
        d={path('M', x - half, y - tall, 'h', 2 * half, 'v', 2 * tall, 'h', -2 * half, 'Z')}
        fill={inks.panel}
        stroke={other ? inks.vermilion : inks.grey}
        strokeWidth={other ? 3 : 1.5}
        strokeDasharray={other ? '6 3' : undefined}
      />
      {letters(x, y + frame.size * 0.34, cellWords(props, level, i, room), inks.ink, {
        anchor: 'middle',
      })}
    </g>
  )
}

function Tree(props: TreeProps) {
  const { trees, copy, frame, inks } = props
  const spot = spotOf(frame, trees, copy)
  const levels = trees.levels[copy]!
  const edges = levels.slice(1).flatMap((row, above) =>
    row.map((_, i) => {
      const parent = Math.floor((i * levels[above]!.length) / row.length)
      const [a, b] = [spot(above, parent), spot(above + 1, i)]
      return path('M', a.x, a.y, 'L', b.x, b.y)
    }),
  )
  return (
    <g>
      <path d={edges.join('') || undefined} stroke={inks.hair} strokeWidth={1.5} />
      {levels.flatMap((row, level) => row.map((_, i) => cellOf(props, spot(level, i), level, i)))}
    </g>
  )
}

const leavesApart = (trees: TreesFact) => {
  const last = Math.max(...trees.levels.map((tree) => tree.length)) - 1
  const row = trees.levels[0][last] ?? []
  return row.flatMap((_, i) =>
    differs(trees, last, i) ? [trees.leaves?.[i] ?? `leaf ${i + 1}`] : [],
  )
}

/** How many hashes two copies must compare: the root, and the children of those that differ. */
const compared = (trees: TreesFact) => {
  const [left] = trees.levels
  const isAsked = (level: number, i: number) => {
    const above = left[level - 1]
    if (!above) return true
    return differs(trees, level - 1, Math.floor((i * above.length) / left[level]!.length))
  }
  return left.reduce((sum, row, level) => sum + row.filter((_, i) => isAsked(level, i)).length, 0)
}

const describe: Wording['describe'] = (film, at) => {
  const trees = treesAt(film, at)
  const apart = leavesApart(trees)
  return [
    `Merkle trees of ${listed(trees.names)}`,
    apart.length ? `they differ in ${listed(apart)}` : 'they are the same',
    `${counted(compared(trees), 'hash', 'hashes')} compared`,
  ]
    .map(sentence)
    .join(' ')
}

const box = 'M3 3h18v10H3Z'

const legend: Wording['legend'] = (film, at, inks = pageInks) => {
  const hash = <path d={box} fill="none" stroke={inks.grey} strokeWidth={1.5} />
  const other = (
    <path d={box} fill="none" stroke={inks.vermilion} strokeWidth={3} strokeDasharray="6 3" />
  )
  return [
    sign('a hash of all that is below', hash),
    ...(leavesApart(treesAt(film, at)).length ? [sign('differs from its twin', other)] : []),
  ]
}

const draw: Hand = (props, says) => {
  const { film, at, inks, shape } = props
  const [trees, frame] = [treesAt(film, at), frames[shape]]
  const down = isDown(frame)
  return (
    <Frame of={props} box={frame} says={says}>
      {trees.names.map((name, copy) => {
        const x = down ? frame.width / 2 : frame.width * (0.25 + 0.5 * copy)
        const y = (down ? (frame.height / 2) * copy : 0) + frame.size * 1.1
        const text = shape === 'thumb' ? '' : name
        return (
          <g key={name} data-node={film.names.indexOf(name) + 1 || undefined}>
            {letters(x, y, text, inks.ink, { anchor: 'middle', as: 'name' })}
            <Tree trees={trees} copy={copy} frame={frame} inks={inks} />
          </g>
        )
      })}
    </Frame>
  )
}

export const tree = pictureOf('tree', draw, { describe, legend })
