// One node of a cluster: its role as a shape and a word, its number, timer, votes and log.

import type { ReactNode } from 'react'
import type { Face } from '@/lib/sim/protocol'
import { arc, circle, type Point, path } from '../geometry'
import { barsPath, crossPath, hatchPath } from '../glyphs'
import { hueOf, type Inks } from '../inks'
import { fitting, textWidth } from '../lettering'
import { LogStrip, stripHeight } from './log-strip'
import type { Place } from './place'
import type { SeenNode } from './seen'

export type NodeProps = {
  readonly seen: SeenNode
  readonly at: number
  readonly spot: Point
  readonly place: Place
  readonly inks: Inks
  readonly upper: boolean
  readonly marked: boolean
  /** No words beside it: in a thumbnail. */
  readonly plain: boolean
  /** First and last place that the log strips show; undefined without logs. */
  readonly window?: readonly [number, number]
}

/** Corners: a circle, then squarer from role to role. */
const roundness = [1, 0.35, 0.7, 0] as const

const bodyPath = ({ x, y }: Point, r: number, kind: number) => {
  const round = roundness[kind % roundness.length]!
  if (round === 1) return circle(x, y, r)
  const [s, c] = [r * 0.92, r * round]
  const side = 2 * (s - c)
  const corner = (dx: number, dy: number) => path('a', c, c, '0 0 1', dx, dy)
  return `${path('M', x - s + c, y - s, 'h', side)} ${corner(c, c)} ${path('v', side)} ${corner(-c, c)} ${path('h', -side)} ${corner(-c, -c)} ${path('v', -side)} ${corner(c, -c)} Z`
}

/** What stands inside the circle, and what is left to stand beside it. */
export const lettersOf = ({ number, counts = '', holds = '' }: Face, r: number, size: number) => {
  if (number !== undefined) return { top: counts, main: `${number}`, rest: holds }
  const split = holds.indexOf(': ')
  const [top, main] = split < 0 ? ['', holds] : [holds.slice(0, split), holds.slice(split + 2)]
  const fits = textWidth(main, size) < 2.1 * r && textWidth(top, size) < 1.8 * r
  return fits ? { top, main, rest: '' } : { top: '', main: '', rest: holds }
}

const dashes = { calm: undefined, busy: '6 4', proud: undefined, ill: '2 4' } as const

/** The circle itself: calm plain, busy dashed, proud double, ill dotted, down hatched. */
export function Body(props: NodeProps) {
  const { seen, spot, place, inks, marked } = props
  const { node, face, kind } = seen
  const { r } = place
  const mood = node.up ? face.mood : 'calm'
  const hue = node.up ? (mood === 'ill' ? inks.vermilion : hueOf(inks, seen.hue)) : inks.grey
  const ring = mood === 'proud' ? bodyPath(spot, r - 4, kind) : undefined
  return (
    <>
      <path
        d={bodyPath(spot, r + 9, kind)}
        fill={marked ? inks.accent : 'transparent'}
        fillOpacity={0.18}
      />
      <path
        d={bodyPath(spot, r, kind)}
        fill={inks.panel}
        stroke={hue}
        strokeWidth={mood === 'calm' ? 2 : 2.5}
        strokeDasharray={dashes[mood]}
      />
      <path d={ring} fill={hue} fillOpacity={0.12} stroke={hue} strokeWidth={2} />
      <path
        d={extraPath(props)}
        fill="none"
        stroke={node.up ? inks.ink : inks.grey}
        strokeWidth={node.up ? 4 : 1.5}
      />
    </>
  )
}

const extraPath = ({ seen: { node }, spot: { x, y }, place: { r }, upper }: NodeProps) => {
  if (!node.up) return hatchPath(r, x, y)
  return node.paused ? barsPath(r * 0.22, x + r, y + (upper ? r : -r)) : undefined
}

const timerShare = ({ node }: SeenNode, at: number) => {
  if (!node.up || node.timers.length === 0) return 0
  const { set, due } = node.timers.reduce((a, b) => (b.due < a.due ? b : a))
  return due > set ? (due - at) / (due - set) : 0
}

/** Votes as pips: a full one is had, an open one may come, a crossed one was refused. */
function Pips({
  votes = [],
  x,
  y,
  r,
  inks,
}: Point & { votes?: Face['votes']; r: number; inks: Inks }) {
  const step = Math.min(0.26, 1.5 / Math.max(1, votes.length)) * r
  const spots = votes.map((vote, i) => ({ vote, x: x + (i - (votes.length - 1) / 2) * step }))
  const all = spots.map((p) => circle(p.x, y, step * 0.36)).join('')
  const had = spots.filter((p) => p.vote === 'yes').map((p) => circle(p.x, y, step * 0.36))
  const no = spots.filter((p) => p.vote === 'no').map((p) => crossPath(step * 0.36, p.x, y))
  return (
    <>
      <path d={all || undefined} fill="none" stroke={inks.ink} strokeWidth={1} />
      <path d={had.join('') || undefined} fill={inks.ink} />
      <path d={no.join('') || undefined} stroke={inks.ink} strokeWidth={1.2} />
    </>
  )
}

function Inside({ seen, spot: { x, y }, place, inks, plain }: NodeProps) {
  const { r, size } = place
  const { up } = seen.node
  const { top, main } = lettersOf(seen.face, r, size)
  const above = plain ? '' : top
  const votes = up ? seen.face.votes : undefined
  const big = Math.min(size * 1.35, r)
  const baseline = y + (votes ? 0.28 : above ? 0.45 : 0.32) * r
  return (
    <>
      <text x={x} y={baseline - big * 0.86} textAnchor="middle" fontStyle="italic" fill={inks.soft}>
        {up ? above : ''}
      </text>
      <text
        x={x}
        y={baseline}
        textAnchor="middle"
        fontSize={textWidth(main, big) < 1.9 * r ? big : size}
        fontWeight={600}
        fill={inks.ink}
      >
        {up ? main : ''}
      </text>
      <Pips votes={votes} x={x} y={y + 0.62 * r} r={r} inks={inks} />
    </>
  )
}

/** Name and role, what it holds, its log: above the upper nodes, below the others. */
function Beside({ seen, spot, place, inks, upper, window }: NodeProps) {
  const { r, size, width } = place
  const { name } = seen.node
  const { rest } = lettersOf(seen.face, r, size)
  const first = fitting(`${name} ${seen.word}`, size, width / 2).slice(name.length)
  const held = fitting(rest, size, width / 2)
  const half = Math.max(textWidth(name + first, size), textWidth(held, size)) / 2
  const x = Math.max(
    half + 4,
    Math.min(width - half - 4, spot.x + (spot.x - place.centre.x) * 0.06),
  )
  const line = size * 1.2
  const extra = (held ? line : 0) + (window ? stripHeight(size) : 0)
  const y = upper ? spot.y - r - 0.7 * size - extra : spot.y + r + 1.45 * size
  return (
    <>
      <text x={x} y={y} textAnchor="middle" fill={inks.ink}>
        <tspan fontWeight={600}>{name}</tspan>
        <tspan fontStyle="italic">{first}</tspan>
      </text>
      <text x={x} y={y + line} textAnchor="middle" fill={inks.ink}>
        {held}
      </text>
      {window && seen.face.log && (
        <LogStrip
          log={seen.face.log}
          window={window}
          x={x}
          y={y + 0.45 * size + (held ? line : 0)}
          size={size}
          inks={inks}
        />
      )}
    </>
  )
}

export function Node(props: NodeProps): ReactNode {
  const { seen, spot, place, inks, at } = props
  const hue = hueOf(inks, seen.hue)
  return (
    <g data-node={seen.node.id}>
      <Body {...props} />
      <path
        d={arc(spot, place.r + 5, timerShare(seen, at)) || undefined}
        fill="none"
        stroke={hue}
        strokeOpacity={0.6}
        strokeWidth={3}
        strokeLinecap="round"
      />
      <Inside {...props} />
      {!props.plain && <Beside {...props} />}
    </g>
  )
}
