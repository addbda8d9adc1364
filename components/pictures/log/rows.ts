// The logs of a moment, a row for each node that keeps one.

import { type Film, worldAt } from '@/lib/sim/film'
import type { Entry, Face, Millis } from '@/lib/sim/protocol'
import type { WorldNode } from '@/lib/sim/world'
import { faceIn } from '../hue'

export type Row = {
  readonly node: WorldNode
  readonly face: Face
  readonly word: string
  readonly log: readonly Entry[]
}

export const rowsAt = (film: Film, at: Millis): Row[] => {
  const world = worldAt(film, at)
  return world.nodes.flatMap((node) => {
    const face = faceIn(film, world, node.id)
    const word = !node.up ? 'down' : node.paused ? 'paused' : face.word
    return face.log ? [{ node, face, word, log: face.log }] : []
  })
}

const known = new WeakMap<object, number>()
/** The longest log of the film, so that cells keep their size; looked for at a few moments. */
export const longestOf = (film: Film) => {
  const before = known.get(film.reel)
  if (before) return before
  const looks = Array.from({ length: 33 }, (_, i) => (film.until * i) / 32)
  const longest = Math.max(
    1,
    ...looks.flatMap((at) => rowsAt(film, at).map(({ log }) => log.length)),
  )
  known.set(film.reel, longest)
  return longest
}
