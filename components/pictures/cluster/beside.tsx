// What stands beside a node: its name, its role, what it holds and its log in little.

import { clamp } from '../geometry'
import { fitting, textWidth } from '../lettering'
import { letters } from '../letters'
import { lettersOf } from './inside'
import { LogStrip, stripHeight } from './log-strip'
import type { NodeProps } from './node'

/** A list in one line, or in two where there is no room for one. */
const heldIn = (text: string, size: number, room: number): readonly string[] => {
  const parts = text ? text.split(', ') : []
  const most = parts.findLastIndex(
    (_, i) => textWidth(`${parts.slice(0, i + 1).join(', ')},`, size) <= room,
  )
  if (most < 0 || most === parts.length - 1) return parts.length ? [fitting(text, size, room)] : []
  const [one, two] = [parts.slice(0, most + 1), parts.slice(most + 1)]
  return [`${one.join(', ')},`, fitting(two.join(', '), size, room)]
}

type Saying = readonly [name: string, words: string, held: readonly string[]]
/** What is said of it: name and role, or the role alone where the name stands inside. */
const sayingOf = (props: NodeProps): Saying => {
  const { seen, place, within } = props
  const { size, width } = place
  const { name, rest } = lettersOf(props)
  const full = seen.node.name
  const loud = !seen.node.up || seen.node.paused || seen.face.mood !== 'calm'
  if (name) return ['', within === 'other' && loud ? seen.word : '', []]
  const word = full.startsWith(seen.word) ? '' : ` ${seen.word}`
  const first = fitting(full + word, size, width / 2)
  return [first.slice(0, full.length), first.slice(full.length), heldIn(rest, size, width / 2)]
}

/** Words and what it holds, above or below the node, and its log beyond them. */
export function Beside(props: NodeProps) {
  const { seen, spot, place, inks, upper, window } = props
  const { r, size, width } = place
  const [name, words, held] = sayingOf(props)
  const half = Math.max(...[name + words, ...held].map((text) => textWidth(text, size))) / 2
  const out = spot.x + (spot.x - place.centre.x) * 0.12
  const x = Math.round(clamp(out, half + 4, width - half - 4) - spot.x)
  const line = size * 1.2
  const below = held.length * line
  const y = Math.round(upper ? -r - 0.95 * size - below : r + 1.45 * size)
  const strip = upper ? y - size - stripHeight(size) : y + 0.45 * size + below
  return (
    <>
      <text
        x={x}
        y={y}
        fill={inks.ink}
        stroke={inks.panel}
        strokeWidth={4}
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        <tspan fontWeight={600}>{name}</tspan>
        <tspan fontStyle="italic">{words}</tspan>
      </text>
      {held.map((text, i) => letters(x, y + (i + 1) * line, text, inks.ink, { key: i }))}
      {window && seen.face.log && (
        <LogStrip log={seen.face.log} window={window} x={x} y={strip} size={size} inks={inks} />
      )}
    </>
  )
}
