// The logs of a moment, a row for each node that keeps one.

import { type Film, walls, worldAt } from '@/lib/sim/film'
import type { Entry, Face, Millis } from '@/lib/sim/protocol'
import type { WorldNode } from '@/lib/sim/world'
import { groupsOf } from '../cluster/links'
import { faceIn } from '../hue'

export type Row = {
  readonly node: WorldNode
  readonly face: Face
  readonly word: string
  readonly log: readonly Entry[]
}

/** Whose entries the others take. */
export const leads = ({ node, face }: Row) => node.up && face.mood === 'proud'

export const rowsAt = (film: Film, at: Millis): Row[] => {
  const world = worldAt(film, at)
  return world.nodes.flatMap((node) => {
    const face = faceIn(film, world, node.id)
    const word = !node.up ? 'down' : node.paused ? 'paused' : face.word
    return face.log ? [{ node, face, word, log: face.log }] : []
  })
}

/** At these places two have committed different entries, which no log of a sound run ever shows. */
export const tornOf = (rows: readonly Row[]): ReadonlySet<number> => {
  const torn = new Set<number>()
  const kept: Entry[] = []
  for (const { log } of rows)
    log.forEach((entry, i) => {
      if (!entry.committed) return
      const { term, value } = kept[i] ?? entry
      kept[i] ??= entry
      // Who only reads a log keeps no values.
      if (term !== entry.term || (value && entry.value && value !== entry.value)) torn.add(i)
    })
  return torn
}

/** After which rows a cut runs now, where each of its sides is a run of rows. */
export const cutsOf = (film: Film, rows: readonly Row[], at: Millis): number[] =>
  walls(film).flatMap(({ cut, from, to }) => {
    if (!('groups' in cut) || at < from || at >= to) return []
    const groups = groupsOf(cut, film.names.length)
    const sides = rows.map(({ node }) => groups.findIndex((group) => group.includes(node.id)))
    const after = sides.flatMap((side, i) => (i && side !== sides[i - 1] ? [i - 1] : []))
    return after.length < new Set(sides).size ? after : []
  })

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
