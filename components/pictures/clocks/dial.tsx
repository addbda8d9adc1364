// One clock as a dial of its error: upright is right, half a turn is the scale.

import { circle, type Point, path } from '../geometry'
import type { Inks } from '../inks'
import { fitting } from '../lettering'
import { letters } from '../letters'
import { errorWords } from './series'

export type DialProps = {
  readonly id: number
  readonly name: string
  readonly spot: Point
  readonly r: number
  readonly error: number
  readonly scale: number
  readonly hue: string
  readonly size: number
  readonly room: number
  readonly marked: boolean
  readonly inks: Inks
}

const onRim = ({ x, y }: Point, r: number, turn: number): Point => ({
  x: x + r * Math.sin(turn),
  y: y - r * Math.cos(turn),
})

/** A slice from upright to the hand. */
const slice = (spot: Point, r: number, turn: number) => {
  const to = onRim(spot, r, turn)
  const sweep = turn > 0 ? 1 : 0
  return path('M', spot.x, spot.y, 'v', -r, 'A', r, r, `0 0 ${sweep}`, to.x, to.y, 'Z')
}

export function Dial(props: DialProps) {
  const { id, name, spot, r, error, scale, hue, size, room, marked, inks } = props
  const turn = Math.max(-1, Math.min(1, error / scale)) * Math.PI * 0.9999
  const hand = onRim(spot, r - 5, turn)
  const ticks = [0, 0.5, 1, 1.5].map((half) => {
    const [a, b] = [onRim(spot, r, half * Math.PI), onRim(spot, r - (half ? 4 : 8), half * Math.PI)]
    return path('M', a.x, a.y, 'L', b.x, b.y)
  })
  return (
    <g data-node={id}>
      <path
        d={circle(spot.x, spot.y, r + 6)}
        fill={marked ? inks.accent : 'transparent'}
        fillOpacity={0.18}
      />
      <path d={circle(spot.x, spot.y, r)} fill={inks.panel} stroke={inks.ink} strokeWidth={1.5} />
      <path d={slice(spot, r, turn)} fill={hue} fillOpacity={0.22} />
      <path d={ticks.join('')} stroke={inks.ink} strokeWidth={1.5} />
      <path
        d={path('M', spot.x, spot.y, 'L', hand.x, hand.y)}
        stroke={hue}
        strokeWidth={3}
        strokeLinecap="round"
      />
      <path d={circle(spot.x, spot.y, 3)} fill={inks.ink} />
      {letters(spot.x, spot.y + r + size * 1.2, fitting(name, size, room), inks.ink, {
        anchor: 'middle',
        as: 'name',
      })}
      {letters(spot.x, spot.y + r + size * 2.4, errorWords(error, scale), inks.ink, {
        anchor: 'middle',
      })}
    </g>
  )
}
