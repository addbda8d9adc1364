// Points that know a few others and the offset to keep to them, until together they are a shape:
// the linear protocol (A1) of Olfati-Saber and Murray 2004, in steps, each in its own time.

import { roll } from '@/lib/sim/dice'
import {
  type Face,
  type Glyph,
  type Here,
  type Millis,
  type NodeId,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World, WorldNode } from '@/lib/sim/world'
import { distance, type Point, placesIn, type Shape, shapes } from './shape'

/** Where a neighbour said that it stands, and when that was heard. */
type Heard = { readonly place: Point; readonly at: Millis }
export type State = {
  readonly place: Point
  readonly heard: { readonly [id: NodeId]: Heard }
  /** How often it has moved, and how often until it last moved farther than a thousandth. */
  readonly moves: number
  readonly lively: number
}
type Messages = { place: { readonly place: Point } }

const options = {
  shape: { is: 'choice', of: shapes, default: 'heart', says: 'shape' },
  neighbours: { is: 'number', from: 2, to: 4, step: 2, default: 4, says: 'each knows' },
  closed: { is: 'switch', default: true, says: 'the last knows the first' },
  inStep: { is: 'switch', default: false, says: 'all move at once' },
  from: { is: 'choice', of: ['line', 'anywhere'], default: 'line', says: 'they start' },
  every: { is: 'number', from: 10, to: 10_000, default: 100, says: 'moves every, ms' },
  patience: { is: 'number', from: 1, to: 100, default: 3, says: 'goes on alone after, rounds' },
} as const satisfies Options

export type Formation = {
  state: State
  messages: Messages
  timers: 'move'
  options: typeof options
  commands: Record<never, never>
  roles: 'node'
}
type At = Here<Formation>
type Rule = Step<Formation>

const still = 0.001
const places = (here: At) => placesIn(here.options.shape as Shape, here.roles.node.length)

/** Those one and seven places to either side, as far as there is a link. */
export const neighboursOf = (here: At): NodeId[] => {
  const { neighbours, closed } = here.options
  const n = here.roles.node.length
  const steps = neighbours < 4 ? [1] : [1, 7]
  const ids = steps.flatMap((step) => [here.self - step, here.self + step])
  const round = closed ? ids.map((id) => ((((id - 1) % n) + n) % n) + 1) : ids
  return [...new Set(round)].filter((id) => here.peers.includes(id))
}

/** A line from left to right, or anywhere in a square. */
const first = (here: At): Point => {
  const { dice, options, roles, self } = here
  if (options.from === 'anywhere') return [4 * roll(dice, 1) - 2, 4 * roll(dice, 2) - 2]
  return [(4 * (self - 1)) / Math.max(1, roles.node.length - 1) - 2, 0]
}

/** Tells its neighbours where it stands, and moves again after a while of its own. */
const tell = (s: State, here: At): Rule => {
  const { every, inStep } = here.options
  return [
    s,
    ...neighboursOf(here).map((id) => send(id, 'place', { place: s.place })),
    wait('move', inStep ? every : every * (0.5 + here.dice)),
  ]
}

/** The mean of where its neighbours would have it: the place of each, and the offset to it. */
export const wanted = (heard: State['heard'], here: At): Point => {
  const all = places(here)
  const own = all[here.self - 1]!
  const votes = Object.entries(heard).map(([id, { place }]): Point => {
    const other = all[+id - 1]!
    return [place[0] + own[0] - other[0], place[1] + own[1] - other[1]]
  })
  const mean = (axis: 0 | 1) => votes.reduce((sum, vote) => sum + vote[axis], 0) / votes.length
  return [mean(0), mean(1)]
}

/** Those that have been silent for too long; dead or cut off, one cannot tell. */
const silent = (s: State, here: At) => {
  const { every, patience } = here.options
  const near = neighboursOf(here)
  return Object.keys(s.heard)
    .map(Number)
    .filter((id) => !near.includes(id) || here.clock - s.heard[id]!.at > every * patience)
}
const without = (heard: State['heard'], ids: readonly NodeId[]) =>
  Object.fromEntries(Object.entries(heard).filter(([id]) => !ids.includes(+id)))

const resting = (s: State) => s.moves - s.lively
const listed = (ids: readonly NodeId[]) => ids.map((id) => `n${id}`).join(', ')

const face = (s: State): Face => {
  const word = Object.keys(s.heard).length ? (resting(s) > 2 ? 'at rest' : 'moves') : 'alone'
  return {
    word,
    mood: ({ 'at rest': 'calm', moves: 'busy', alone: 'ill' } as const)[word],
    place: s.place,
  }
}

const glyph = (): Glyph => ({ word: 'here I am', shape: 'dot', routine: true })

type Points = readonly WorldNode<State>[]
const rounded = (x: number) => Math.floor(x * 1000 + 0.5) / 1000

/** How far, on average, these points stand from where the shape around the origin has them. */
const shift = (points: Points, shape: readonly Point[]): Point => {
  const mean = (axis: 0 | 1) =>
    points.reduce((sum, { id, state }) => sum + state.place[axis] - shape[id - 1]![axis], 0) /
    (points.length || 1)
  return [mean(0), mean(1)]
}

/** How far the farthest stands from its place in the shape, wherever the shape as a whole is. */
const error = (points: Points, shape: readonly Point[]) => {
  const by = shift(points, shape)
  const from = points.map(({ id, state: { place } }) => {
    const [x, y] = shape[id - 1]!
    return distance(place, [x + by[0], y + by[1]])
  })
  return rounded(Math.max(0, ...from))
}

const facts = (world: World<State>) => {
  const { length } = world.nodes
  const shape = placesIn(world.options.shape as Shape, length)
  const up = world.nodes.filter((n) => n.up)
  const moves = up.reduce((sum, n) => sum + n.state.moves, 0)
  const [one, two] = [up.filter((n) => 2 * n.id <= length), up.filter((n) => 2 * n.id > length)]
  const off = error(up, shape)
  const quiet = up.every((n) => resting(n.state) > 2)
  return {
    up: up.length,
    /** Of those that are up, the farthest from its place; a shape is about 2 wide. */
    error: off,
    /** Everybody stands within a hundredth of its place. */
    settled: off <= 0.01,
    /** How often each has moved, on average. */
    rounds: Math.floor(moves / (up.length || 1)),
    atRest: up.filter((n) => resting(n.state) > 2).length,
    /** How many moves it took until the last one moved no more; null while some do. */
    restAfter: quiet ? Math.max(0, ...up.map((n) => n.state.lively)) : null,
    /** The same for each half by itself, and how far apart the halves stand. */
    errorFirst: error(one, shape),
    errorSecond: error(two, shape),
    apart: rounded(distance(shift(one, shape), shift(two, shape))),
  }
}

export const formation: Protocol<Formation> = {
  name: 'formation',
  says: 'Points that agree on a shape by linear consensus (Olfati-Saber and Murray 2004).',
  options,
  commands: {},
  pictures: ['points'],
  start: (here) => tell({ place: first(here), heard: {}, moves: 0, lively: 0 }, here),
  /** It wakes where it fell, and must hear its neighbours anew. */
  wake: (s, here) => tell({ ...s, heard: {} }, here),

  on: {
    /** What a neighbour says replaces what it said before. */
    place(s, { place }, from, here) {
      const heard = { ...s.heard, [from]: { place, at: here.clock } }
      const again = s.heard[from] === undefined && s.moves > 2
      return [{ ...s, heard }, ...(again ? [say(`n${here.self} hears n${from} again`)] : [])]
    },
  },

  after: {
    /**
     * x ← x + Σ (xⱼ + dⱼ − x) / neighbours: the mean of what they say, plus the offset to each.
     * This is the longest step: in step with each other, only shorter ones are sure to converge
     * (Olfati-Saber, Fax and Murray 2007, §II).
     */
    move(s, here) {
      const gone = silent(s, here)
      const heard = gone.length ? without(s.heard, gone) : s.heard
      const alone = Object.keys(heard).length === 0
      const place = alone ? s.place : wanted(heard, here)
      const moves = s.moves + 1
      const lively = distance(place, s.place) > still ? moves : s.lively
      const next = { place, heard, moves, lively }
      const rests = resting(next) === 3 && !alone
      const then = alone ? 'stands alone' : 'goes on without'
      return [
        ...tell(next, here),
        ...(gone.length ? [say(`n${here.self} misses ${listed(gone)}, and ${then}`)] : []),
        ...(rests ? [say(`n${here.self} has come to rest`)] : []),
      ]
    },
  },

  ask: {},
  face,
  glyph,
  facts,

  eventually: {
    'all points come to rest': (world) =>
      world.nodes.every((n) => resting(n.state) > 2 || Object.keys(n.state.heard).length === 0),
  },
}
