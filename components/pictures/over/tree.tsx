// Over Merkle trees: the hashes that are not the same in another run. The causes of an event cannot
// be shown here: a tree is a fact of the whole run, and no hash says which event it comes from.

import { frames, spotOf, treesAt } from '../tree'
import type { ApartProps } from './over'
import { Rhombi, rhombus } from './shapes'

export function Apart({ film, at, shape, inks, apart }: ApartProps) {
  const [trees, others] = [treesAt(film, at), treesAt(apart.other, at)]
  const frame = frames[shape]
  const marks = trees.levels.flatMap((levels, copy) => {
    const spot = spotOf(frame, trees, copy)
    return levels.flatMap((row, level) =>
      row.flatMap((hash, i) => {
        if (others.levels[copy]?.[level]?.[i] === hash) return []
        const { x, y } = spot(level, i)
        // On its upper edge: the hash itself can still be read.
        return [rhombus(x, y - frame.size * 0.8, frame.size * 0.45)]
      }),
    )
  })
  return <Rhombi d={marks.join('')} inks={inks} />
}
