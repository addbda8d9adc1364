// What stands inside a node: its number or what it holds, and its votes.

import type { Face } from '@/lib/sim/protocol'
import { circle, tenth } from '../geometry'
import { crossPath } from '../glyphs'
import type { Inks } from '../inks'
import { textWidth } from '../lettering'
import { letters } from '../letters'
import { mark } from '../mark'
import type { NodeProps } from './node'

/** Its name, where it stands inside because outlines run around the node. */
const nameInside = ({ seen, place, within }: NodeProps) => {
  const { name } = seen.node
  return within && textWidth(name, place.size) < 2 * place.r ? name : undefined
}

/** How wide a line of text may be inside, clear of a leader's inner ring. */
const roomIn = ({ r, size }: NodeProps['place']) =>
  2 * Math.sqrt(Math.max(0, (r - 7) ** 2 - (size / 2) ** 2))

/** Letters inside are no smaller than this part of the others. */
const least = 0.95
/** Semibold is wider than what `textWidth` knows. */
const semibold = 1.1

/** What stands inside the circle, and what is left to stand beside it. */
export const lettersOf = (props: NodeProps) => {
  const { r, size } = props.place
  const { number, counts = '', holds = '' } = props.seen.face
  const name = nameInside(props)
  const counted = textWidth(counts, size) < 2.1 * r ? counts : ''
  if (number !== undefined) return { name, top: name ?? counted, main: `${number}`, rest: holds }
  const split = holds.indexOf(': ')
  const [head, main] = split < 0 ? ['', holds] : [holds.slice(0, split), holds.slice(split + 2)]
  const top = name ?? head
  const fits =
    textWidth(main, size * least) <= roomIn(props.place) && textWidth(head, size) < 1.8 * r
  return fits ? { name, top, main, rest: '' } : { name, top: name ?? '', main: '', rest: holds }
}

/** Votes as pips along the rim below: a full one is had, an open one may come, ✕ was refused. */
function Pips({ votes = [], r, inks }: { votes?: Face['votes']; r: number; inks: Inks }) {
  const turn = Math.min(0.5, 3.1 / votes.length)
  const size = tenth(turn * 0.255 * r)
  const marks = { yes: '', no: '', waiting: '' }
  votes.forEach((vote, i) => {
    const angle = (i - (votes.length - 1) / 2) * turn
    const spot = [0.66 * r * Math.sin(angle), (0.66 * Math.cos(angle) - 0.08) * r] as const
    marks[vote] += vote === 'no' ? crossPath(size * 0.8, ...spot) : circle(...spot, size)
  })
  return (
    <>
      {mark(marks.yes + marks.waiting, { fill: 'none', stroke: inks.ink, strokeWidth: 1 })}
      {mark(marks.yes, { fill: inks.ink })}
      {mark(marks.no, { stroke: inks.ink, strokeWidth: 1.6 })}
    </>
  )
}

export function Inside(props: NodeProps) {
  const { seen, place, inks, plain } = props
  const { r, size } = place
  const { up } = seen.node
  const { name, top, main } = lettersOf(props)
  const above = plain ? '' : top
  const votes = up ? seen.face.votes : undefined
  const big = Math.min(size * 1.35, r)
  const low = above ? (votes ? 0.27 : 0.48) : votes ? 0.2 : 0.32
  const baseline = main ? low * r : big * 0.86 + (votes ? 0 : 0.3 * r)
  return (
    <>
      {letters(0, baseline - big * 0.9, up || name ? above : '', name ? inks.ink : inks.soft, {
        as: name ? 'name' : 'role',
        halo: up ? undefined : inks.panel,
      })}
      {letters(0, baseline, up ? main : '', inks.ink, {
        as: 'name',
        size: Math.max(
          size * least,
          Math.min(big, (size * roomIn(place)) / textWidth(main, size * semibold)),
        ),
      })}
      <Pips votes={votes} r={r} inks={inks} />
    </>
  )
}
