// A ring of hashes: who owns which stretch, where keys stand, and which of them move.

import type { Ring } from '@/lib/studies/drawn'
import { type Point, path, tenth } from '../geometry'
import { type Inks, pageInks } from '../inks'
import { letters } from '../letters'
import { counted, sentence } from '../names'
import { type DataProps, dataPictureOf, type Shape } from '../picture'
import { sign } from '../sign'
import { spreadOut } from '../spread'
import { DataSheet, sizeOf } from './sheet'

const hues = ['orange', 'green', 'purple', 'sky'] as const
/** The new one is ink; the others have four hues in turn. */
const inkFor = ({ owners, joined }: Ring, inks: Inks, owner: string) =>
  owner === joined ? inks.ink : inks[hues[owners.indexOf(owner) % 4]!]

/** Places have their names on the ring where there is room for names. */
const isNamed = ({ length }: Ring['points']) => length > 0 && length <= 20

/** Around it the seats stand, within so much. */
function circleOf(shape: Shape) {
  const { width, height, size } = sizeOf(shape)
  const around = size * (shape === 'thumb' ? 2.4 : 3)
  const r = Math.min(width, height) / 2 - around - size * 0.8
  return { x: shape === 'wide' ? height / 2 + 24 : width / 2, y: height / 2, r, size, around }
}

type Circle = ReturnType<typeof circleOf>

const spot = ({ x, y }: Point, r: number, at: number): Point => {
  const turn = at * 2 * Math.PI
  return { x: x + r * Math.sin(turn), y: y - r * Math.cos(turn) }
}

/** From the place before it to its own: what a place owns. */
function stretch(centre: Point, r: number, from: number, to: number): string {
  const long = (to - from + 1) % 1
  const [a, b] = [spot(centre, r, from), spot(centre, r, to)]
  return path('M', a.x, a.y, 'A', r, r, `0 ${long > 0.5 ? 1 : 0} 1`, b.x, b.y)
}

/** How far inside a name stands: deeper where the one before it is near. */
function depthsOf(points: Ring['points']): number[] {
  const depths: number[] = []
  for (const [i, { at }] of points.entries()) {
    const near = i > 0 && at - points[i - 1]!.at < 0.04
    depths.push(near && depths[i - 1]! < 2 ? 2.7 : 1.5)
  }
  return depths
}

/** From an orbit to the next. */
const stepOf = ({ owners }: Ring, { around }: Circle) =>
  (around - 8) / Math.max(1, owners.length - 1)
/** How far out the seats of a server stand: each has an orbit of its own, the first the nearest. */
const orbitOf = (ring: Ring, circle: Circle, owner: string) =>
  circle.r + 10 + stepOf(ring, circle) * ring.owners.indexOf(owner)

/**
 * Where the keys stand: those of a server, which share an orbit, apart from each other as far as
 * half of it has room for that.
 */
function standsOf(ring: Ring, circle: Circle): ReadonlyMap<string, number> {
  const stands = ring.owners.flatMap((owner) => {
    const own = ring.keys.filter((key) => key.owner === owner)
    const apart = Math.min(10 / (2 * Math.PI * orbitOf(ring, circle, owner)), 0.5 / own.length)
    const places = own.map(({ at }) => at)
    return spreadOut(places, apart, 1).map((at, i) => [own[i]!.name, at] as const)
  })
  return new Map(stands)
}

/** A key that stays is a dot, one that moves an arrowhead towards the ring, of some length. */
function keyPath(centre: Point, orbit: number, at: number, long: number): string {
  const { x, y } = spot(centre, orbit, at)
  if (!long) return path('M', x - 3, y, 'a', 3, 3, '0 1 0', 6, '0 a', 3, 3, '0 1 0', -6, '0')
  const wide = 0.7 / orbit
  const [tip, a, b] = [
    spot(centre, orbit - long / 2, at),
    spot(centre, orbit + long / 2, at - wide),
    spot(centre, orbit + long / 2, at + wide),
  ]
  return path('M', tip.x, tip.y, 'L', a.x, a.y, 'L', b.x, b.y, 'Z')
}

/** It moves, and not to the new one: hollow, since it need not have moved at all. */
const isAstray = ({ joined }: Ring, { before, owner }: Ring['keys'][number]) =>
  before !== owner && owner !== joined

const countOf = ({ keys }: Ring, owner: string, when: 'before' | 'owner') =>
  keys.filter((key) => key[when] === owner).length

/** What the whole figure comes to, large enough to be seen first. */
const movesOf = ({ keys }: Ring) =>
  `${keys.filter(({ before, owner }) => before !== owner).length} of ${keys.length} move`

/** Whose stretches and seats have which ink, and how many seats each has, before and after. */
function Table({ data, inks, shape }: { data: Ring; inks: Inks; shape: 'wide' | 'tall' }) {
  const { owners, joined } = data
  const { x: centre, y: middle, size } = circleOf(shape)
  // Beside the ring; on a phone in it.
  const wide = shape === 'wide'
  const [x, room] = wide ? [440, 340] : [95, 170]
  const pitch = Math.min(size * (wide ? 1.7 : 1.5), room / (owners.length + 1))
  const top = middle - (pitch * (owners.length - 1)) / 2
  const [name, first, second, third] = [1.4, 6.5, 10, 10.8].map((column) => x + size * column) as [
    number,
    number,
    number,
    number,
  ]
  return (
    <g>
      {letters(wide ? x : centre, top - 1.5 * pitch, movesOf(data), inks.ink, {
        ...{ anchor: wide ? 'start' : 'middle', as: 'name', size: size * 1.4 },
      })}
      {letters(name, top, 'seats before and after', inks.soft, { as: 'role' })}
      {owners.map((owner, i) => {
        const y = top + (i + 1) * pitch
        const before = owner === joined ? '–' : `${countOf(data, owner, 'before')}`
        return (
          <g key={owner}>
            <path
              d={path('M', x, y - size * 0.34, 'h', 14)}
              stroke={inkFor(data, inks, owner)}
              strokeWidth={owner === joined ? 8 : 5}
            />
            {letters(name, y, owner, inks.ink, { as: 'name' })}
            {letters(first, y, before, inks.ink, { anchor: 'end' })}
            {letters(second, y, `${countOf(data, owner, 'owner')}`, inks.ink, { anchor: 'end' })}
            {owner === joined && wide && letters(third, y, 'joined', inks.soft, { as: 'role' })}
          </g>
        )
      })}
    </g>
  )
}

type Placed = Pick<Ring, 'points'> & { circle: Circle; inks: Inks; thumb: boolean }

/** Where servers stand, each with its name while there is room for names. */
function Places({ points, circle, inks, thumb }: Placed) {
  const { r, size } = circle
  const depths = depthsOf(points)
  return points.map(({ at, owner }, i) => {
    const inner = spot(circle, r - 9, at)
    const outer = spot(circle, r + 5, at)
    const name = spot(circle, r - size * depths[i]!, at)
    return (
      <g key={i}>
        <path
          d={path('M', inner.x, inner.y, 'L', outer.x, outer.y)}
          stroke={inks.ink}
          strokeWidth={2}
        />
        {!thumb &&
          isNamed(points) &&
          letters(name.x, name.y + size * 0.34, owner, inks.ink, { anchor: 'middle', as: 'name' })}
      </g>
    )
  })
}

/** All seats outside of the ring, each in the ink of whoever has it now. */
const Seats = ({ data, circle, inks }: { data: Ring; circle: Circle; inks: Inks }) => {
  const stands = standsOf(data, circle)
  // As long as leaves room between two orbits, within what can be seen.
  const long = Math.max(7, Math.min(11, stepOf(data, circle)))
  return data.keys.map((key) => {
    const hue = inkFor(data, inks, key.owner)
    const astray = isAstray(data, key)
    return (
      <path
        key={key.name}
        d={keyPath(
          circle,
          orbitOf(data, circle, key.owner),
          stands.get(key.name)!,
          key.before === key.owner ? 0 : long,
        )}
        fill={astray ? inks.panel : hue}
        stroke={astray ? hue : undefined}
        strokeWidth={1.5}
      />
    )
  })
}

function draw({ data, inks, shape, live }: DataProps<Ring>, says: string) {
  const { points, joined } = data
  const circle = circleOf(shape)
  const { r } = circle
  const before = (i: number) => points[(i + points.length - 1) % points.length]!.at
  return (
    <DataSheet of={{ shape, ...(live && { live }) }} says={says}>
      <circle
        cx={circle.x}
        cy={circle.y}
        r={tenth(r)}
        fill="none"
        stroke={inks.hair}
        strokeWidth={5}
      />
      {points.map(({ at, owner }, i) => (
        <path
          key={i}
          d={stretch(circle, r, before(i), at)}
          fill="none"
          stroke={inkFor(data, inks, owner)}
          strokeWidth={owner === joined ? 8 : 5}
        />
      ))}
      <Places points={points} circle={circle} inks={inks} thumb={shape === 'thumb'} />
      <Seats data={data} circle={circle} inks={inks} />
      {shape === 'tall' && isNamed(points)
        ? letters(circle.x, circle.y + circle.size * 0.5, movesOf(data), inks.ink, {
            ...{ anchor: 'middle', as: 'name', size: circle.size * 1.4 },
          })
        : shape !== 'thumb' && <Table data={data} inks={inks} shape={shape} />}
    </DataSheet>
  )
}

function describe(data: Ring, detail: 'short' | 'long'): string {
  if (detail === 'short') return data.says
  const each = data.owners.map((owner) => {
    const [before, after] = (['before', 'owner'] as const).map((when) => countOf(data, owner, when))
    return `${owner} had ${counted(before!, 'seat')} and now has ${after}`
  })
  return [data.says, ...each.map(sentence)].join(' ')
}

function legend(data: Ring, inks = pageInks) {
  const { points, keys, joined } = data
  const head = 'M12 14L7 2H17Z'
  const orbits = [1, 2, 3].map((i) => (
    <circle key={i} cx={6 * i} cy={15 - 4 * i} r={2.5} fill={inks[hues[i - 1]!]} />
  ))
  const place = <path d="M12 1V15M2 8H22" stroke={inks.ink} strokeWidth={2} />
  return [
    ...(points.length > 0 ? [sign('a server’s place, at the end of its stretch', place)] : []),
    sign('seats further out belong to a later server of the list', orbits),
    sign('a seat that stays', <circle cx={12} cy={8} r={3.5} fill={inks.orange} />),
    sign(`a seat that moves to ${joined}`, <path d={head} fill={inks.ink} />),
    ...(keys.some((key) => isAstray(data, key))
      ? [
          sign(
            'a seat that moves elsewhere',
            <path d={head} fill={inks.panel} stroke={inks.orange} strokeWidth={1.5} />,
          ),
        ]
      : []),
  ]
}

export const ring = dataPictureOf<Ring>('ring', draw, { describe, legend })
